"""The journal as a spreadsheet."""

from collections.abc import Iterable, Sequence

from mentoring.audit.selectors import JournalRow
from mentoring.core.spreadsheets.writer import Column, Kind, Table, write_workbook

COLUMNS: Sequence[Column] = (
    Column("Когда", Kind.MOMENT, 18),
    Column("Кто", width=26),
    Column("Что", width=60),
    Column("О ком", width=26),
)


def journal_workbook(rows: Iterable[JournalRow]) -> bytes:
    """Rows as the filters left them."""
    table = ((row.event.happened_at, row.who, row.what, row.about) for row in rows)
    return write_workbook([Table("Журнал", COLUMNS, table)], title="Журнал")
