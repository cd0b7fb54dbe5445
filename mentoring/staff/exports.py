"""Columns of the list as a spreadsheet; text stays text."""

from collections.abc import Iterable

from mentoring.core.spreadsheets.writer import Column, Kind, Table, Value, write_workbook
from mentoring.staff.experience import MONTHS_IN_YEAR
from mentoring.staff.selectors import StaffRow

COLUMNS = (
    Column("Фамилия", width=20),
    Column("Имя", width=16),
    Column("Отчество", width=20),
    Column("Должность", width=34),
    Column("Предмет", width=24),
    Column("Категория", width=28),
    Column("Педагогический стаж, лет", Kind.DECIMAL, width=16),
    Column("Дата приёма", Kind.DATE, width=14),
    Column("Условия", width=18),
    Column("Телефон", width=18),
    Column("Электронная почта", width=28),
    Column("Организация", width=30),
)


def staff_workbook(rows: Iterable[StaffRow]) -> bytes:
    """The rows of the list as xlsx, as the filters left them."""
    return write_workbook([Table("Педагоги", COLUMNS, (_cells(row) for row in rows))], title="Педагоги")


def _cells(row: StaffRow) -> list[Value]:
    work, person = row.employment, row.employment.person
    return [
        person.last_name,
        person.first_name,
        person.patronymic,
        work.position_title,
        work.subject,
        row.category if work.category else "",
        None if row.months is None else round(row.months / MONTHS_IN_YEAR, 2),
        work.hired_on,
        work.get_kind_display(),
        work.phone,
        work.email,
        work.organization.short_name,
    ]
