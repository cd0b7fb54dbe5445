"""The rows with errors as a spreadsheet of their own: mended there, it is loaded again."""

from collections import defaultdict
from collections.abc import Iterable

from mentoring.core.spreadsheets.model import Cell, Sheet, Workbook
from mentoring.core.spreadsheets.writer import Column, Table, write_workbook
from mentoring.staff.imports.claims import ColumnMatch
from mentoring.staff.imports.fields import Role
from mentoring.staff.imports.plan import ImportPlan, PlanRow, Status

ADVICE_TITLE = "Что исправить"
ADVICE_WIDTH = 60
NAME_WIDTH = 34
USUAL_WIDTH = 20


def bad_rows_workbook(plan: ImportPlan, workbook: Workbook) -> bytes:
    """Give an xlsx with the bad rows alone, the columns as they were and what to mend in the last one."""
    by_sheet: dict[str, list[PlanRow]] = defaultdict(list)
    for row in plan.rows:
        if row.status is Status.ERROR:
            by_sheet[row.person.sheet].append(row)
    tables = [make_table(plan, workbook.sheet(name), rows) for name, rows in by_sheet.items()]
    return write_workbook(tables or [Table("Ошибок нет", [Column(ADVICE_TITLE, width=ADVICE_WIDTH)], [])])


def make_table(plan: ImportPlan, sheet: Sheet, rows: Iterable[PlanRow]) -> Table:
    """Repeat one sheet; columns that must not be kept stay behind."""
    columns = [column for column in plan.columns if column.sheet == sheet.name and column.role is not Role.REFUSED]
    titles = [
        Column(title_of(column), width=NAME_WIDTH if not place else USUAL_WIDTH) for place, column in enumerate(columns)
    ]
    titles.append(Column(ADVICE_TITLE, width=ADVICE_WIDTH))
    return Table(sheet.name, titles, [[*cells(sheet, row, columns), advice(row)] for row in rows])


def title_of(column: ColumnMatch) -> str:
    """Give the header in one line, as it will be recognised again."""
    return column.header.replace(" / ", " ") if column.role is Role.LOADED else column.header


def cells(sheet: Sheet, row: PlanRow, columns: Iterable[ColumnMatch]) -> list[Cell]:
    """Give the cells of a row as the file has them."""
    source = sheet.rows[row.person.row - 1]
    return [source[column.index] if column.index < len(source) else None for column in columns]


def advice(row: PlanRow) -> str:
    """Say what to mend, cell by cell."""
    return "\n".join(
        f"{error.column}: {error.message}" if error.column else error.message for error in row.person.errors
    )
