"""Spreadsheets of posts and accounts."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from mentoring.accounts.models import Post
from mentoring.accounts.selectors import AccessRow
from mentoring.core.spreadsheets.writer import Column, Kind, Table, write_workbook

POST_COLUMNS: Sequence[Column] = (
    Column("Фамилия, имя, отчество", width=36),
    Column("Роль", width=30),
    Column("Организация", width=36),
    Column("С", Kind.DATE, 12),
    Column("По", Kind.DATE, 12),
    Column("Основание", width=36),
    Column("Замещает", width=30),
    Column("Снята", Kind.MOMENT, 18),
)
ACCESS_COLUMNS: Sequence[Column] = (
    Column("Фамилия, имя, отчество", width=36),
    Column("Роли", width=36),
    Column("Имя для входа", width=24),
    Column("Вход", width=24),
    Column("Последний вход", Kind.MOMENT, 18),
)


def posts_workbook(posts: "QuerySet[Post]") -> bytes:
    """Posts as the filters left them."""
    rows = (
        (
            post.person.full_name,
            post.get_role_display(),
            post.organization.short_name,
            post.valid_from,
            post.valid_until,
            post.basis,
            post.acting_for.person.full_name if post.acting_for else "",
            post.revoked_at,
        )
        for post in posts
    )
    return write_workbook([Table("Роли", POST_COLUMNS, rows)], title="Роли")


def access_workbook(rows: Iterable[AccessRow]) -> bytes:
    """Who has access, as the filters left it; no codes, no addresses."""
    table = (
        (row.person.full_name, row.roles, row.user.username if row.user else "", row.words, row.seen_at) for row in rows
    )
    return write_workbook([Table("Доступ", ACCESS_COLUMNS, table)], title="Доступ сотрудников")
