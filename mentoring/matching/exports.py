"""Columns of spreadsheets. Words of requests and refusals are not loaded for them, so they cannot stand there."""

from collections.abc import Iterable

from mentoring.core.spreadsheets.writer import Column, Kind, Table, Value, write_workbook
from mentoring.matching.selectors.mentors import MentorRow
from mentoring.matching.selectors.needs import NeedRow
from mentoring.matching.selectors.pairs import PairRow

NEEDS = (
    Column("Фамилия, имя, отчество", width=34),
    Column("Должность", width=30),
    Column("Основание", width=26),
    Column("Почему", width=50),
    Column("Состояние", width=24),
    Column("Ждёт с", Kind.DATE, width=12),
    Column("Направления", width=36),
    Column("Почему не требуется", width=30),
)
MENTORS = (
    Column("Фамилия, имя, отчество", width=34),
    Column("Должность", width=30),
    Column("Состояние", width=22),
    Column("Основание", width=50),
    Column("Направления", width=36),
    Column("Мест", Kind.NUMBER, width=8),
    Column("Занято", Kind.NUMBER, width=8),
    Column("Часов в месяц", Kind.NUMBER, width=10),
    Column("Готовность подтверждена", width=16),
)
PAIRS = (
    Column("Наставник", width=34),
    Column("Наставляемые", width=40),
    Column("Форма", width=24),
    Column("Виды", width=24),
    Column("Состояние", width=20),
    Column("Решение", width=44),
    Column("Действует с", Kind.DATE, width=12),
    Column("Прекращена", Kind.DATE, width=12),
)


def needs_workbook(rows: Iterable[NeedRow]) -> bytes:
    """Needs as the conditions left them."""
    return write_workbook([Table("Кому нужен наставник", NEEDS, (_need(row) for row in rows))])


def mentors_workbook(rows: Iterable[MentorRow]) -> bytes:
    """Mentors as the conditions left them."""
    return write_workbook([Table("Наставники", MENTORS, (_mentor(row) for row in rows))])


def pairs_workbook(rows: Iterable[PairRow]) -> bytes:
    """Pairs as the conditions left them."""
    return write_workbook([Table("Пары", PAIRS, (_pair(row) for row in rows))])


def _need(row: NeedRow) -> list[Value]:
    return [
        row.person.full_name,
        row.position,
        row.ground,
        row.reason,
        row.state_title,
        row.since,
        ", ".join(row.areas),
        row.not_required_reason,
    ]


def _mentor(row: MentorRow) -> list[Value]:
    return [
        row.person.full_name,
        row.position,
        row.state_title,
        row.reason,
        ", ".join(row.areas),
        row.capacity or None,
        row.taken if row.mentor else None,
        row.hours,
        "да" if row.readiness.is_ready else "",
    ]


def _pair(row: PairRow) -> list[Value]:
    return [
        row.mentor.full_name,
        ", ".join(person.full_name for person in row.mentees),
        row.form_title,
        row.kinds_title,
        row.state_title,
        row.decision,
        row.mentorship.started_on,
        row.mentorship.ended_on,
    ]
