"""Columns of the list of programmes as a spreadsheet: no difficulties, no goals, no sums."""

from collections.abc import Iterable

from mentoring.core.spreadsheets.writer import Column, Kind, Table, Value, write_workbook
from mentoring.programs.selectors.listing import ProgramRow

COLUMNS = (
    Column("Наставник", width=34),
    Column("Наставляемые", width=40),
    Column("Форма и виды", width=40),
    Column("Направление", width=34),
    Column("Начало", Kind.DATE, width=14),
    Column("Окончание", Kind.DATE, width=14),
    Column("Состояние", width=20),
    Column("Организация", width=34),
)


def programs_workbook(rows: Iterable[ProgramRow]) -> bytes:
    """The rows of the list as xlsx, as the conditions left them."""
    return write_workbook([Table("Программы", COLUMNS, (_cells(row) for row in rows))], title="Программы")


def _cells(row: ProgramRow) -> list[Value]:
    program = row.program
    return [
        row.mentor,
        row.mentees,
        row.forms,
        row.area,
        program.starts_on,
        program.ends_on,
        program.get_state_display(),
        program.organization.short_name,
    ]
