"""The register as a spreadsheet."""

from collections.abc import Sequence

from django.db.models import QuerySet

from mentoring.core.spreadsheets.writer import Column, Kind, Table, write_workbook
from mentoring.organizations.models import Organization

COLUMNS: Sequence[Column] = (
    Column("Код", width=18),
    Column("Сокращённое наименование", width=36),
    Column("Полное наименование", width=60),
    Column("Тип", width=22),
    Column("Территория", width=22),
    Column("Место документов", width=18),
    Column("Действует с", Kind.DATE, 12),
    Column("Закрыта", Kind.DATE, 12),
)


def register_workbook(organizations: QuerySet[Organization]) -> bytes:
    """Organisations as the filters left them."""
    rows = (
        (
            each.code,
            each.short_name,
            each.full_name,
            each.get_type_display(),
            each.territory.name,
            each.place,
            each.opened_on,
            each.closed_on,
        )
        for each in organizations
    )
    return write_workbook([Table("Организации", COLUMNS, rows)], title="Организации")
