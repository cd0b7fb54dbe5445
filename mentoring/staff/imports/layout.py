"""Find the staff list in a workbook: which sheets, under which header, what each column holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.core.spreadsheets.model import Sheet, Workbook
from mentoring.staff.imports.claims import ColumnMatch, Mapped, match_columns
from mentoring.staff.imports.fields import NAME_FIELDS, WORK_FIELDS, Role
from mentoring.staff.imports.header_rows import Header, find_header, guess_header, next_header
from mentoring.staff.imports.headers import day_in
from mentoring.staff.imports.model import Problem
from mentoring.staff.imports.synonyms import PUPIL_MARKS

ByHand = Mapping[tuple[str, int], Mapped]


@dataclass(frozen=True, slots=True)
class StaffTable:
    """One stretch of rows under one header; rows are zero-based, `end` is the first row behind it."""

    sheet: Sheet
    header_row: int
    start: int
    end: int
    columns: tuple[ColumnMatch, ...]
    as_of: date | None

    @property
    def fields(self) -> frozenset[str]:
        """What is loaded from here."""
        return frozenset(column.field for column in self.columns if column.field)

    @property
    def has_names(self) -> bool:
        """Whether people can be read from here."""
        return bool(self.fields & NAME_FIELDS)

    @property
    def is_about_work(self) -> bool:
        """Whether the columns speak of work, not of pupils or parents."""
        return self.has_names and bool(self.fields & WORK_FIELDS)

    @property
    def is_about_pupils(self) -> bool:
        """Whether a header speaks of pupils."""
        return any(PUPIL_MARKS.match(column.header.lower()) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found: the tables to read, all columns for the person to check, what to warn of."""

    tables: tuple[StaffTable, ...]
    columns: tuple[ColumnMatch, ...]
    warnings: tuple[Problem, ...]


def find_layout(workbook: Workbook, *, mapping: ByHand | None = None) -> Layout:
    """Find the staff list on whichever sheets it stands; columns assigned by hand win over recognised ones."""
    by_hand = mapping or {}
    found = [table for sheet in workbook.sheets for table in tables_of(sheet, by_hand=by_hand)]
    tables = chosen(found, by_hand=by_hand)
    shown = tables or [table for table in found if by_hand and table.columns] or guessed(workbook)
    warnings = [warning for table in tables for warning in warnings_of(table)]
    warnings += [hidden_sheet(name) for name in unread_hidden(found, tables)]
    columns = {(column.sheet, column.index): column for table in reversed(shown) for column in table.columns}
    return Layout(tuple(tables), tuple(columns[key] for key in in_order(workbook, columns)), tuple(warnings))


def in_order(workbook: Workbook, columns: Mapping[tuple[str, int], ColumnMatch]) -> list[tuple[str, int]]:
    """Order columns as they stand in the workbook."""
    places = {sheet.name: place for place, sheet in enumerate(workbook.sheets)}
    return sorted(columns, key=lambda key: (places[key[0]], key[1]))


def tables_of(sheet: Sheet, *, by_hand: ByHand) -> list[StaffTable]:
    """Read the headers of a sheet one after another; a repeated header begins no new table."""
    assigned = {index: field for (name, index), field in by_hand.items() if name == sheet.name}
    header = find_header(sheet) or (guess_header(sheet) if assigned else None)
    tables: list[StaffTable] = []
    while header is not None:
        following = next_header(sheet, after=header)
        end = following.row if following else len(sheet.rows)
        tables.append(make_table(sheet, header, end=end, assigned=assigned))
        header = following
    return tables


def make_table(sheet: Sheet, header: Header, *, end: int, assigned: Mapping[int, Mapped]) -> StaffTable:
    """Say what each column under a header holds."""
    columns = match_columns(sheet, header, assigned=assigned)
    return StaffTable(sheet, header.row, header.row + header.depth, end, columns, as_of_day(sheet, header))


def as_of_day(sheet: Sheet, header: Header) -> date | None:
    """Find the day on which the list stands: in the headers, else in the titles above them."""
    above = (cell for row in sheet.rows[: header.row] for cell in row if isinstance(cell, str))
    days = (day_in(text) for text in (*header.texts.values(), *above))
    return next((day for day in days if day), None)


def chosen(found: list[StaffTable], *, by_hand: ByHand) -> list[StaffTable]:
    """Choose what is a staff list: by hand, else visible lists about work, else hidden ones, else bare names."""
    named = [table for table in found if table.has_names]
    assigned = {sheet for sheet, _ in by_hand}
    working = [table for table in named if table.is_about_work or table.sheet.name in assigned]
    bare = [table for table in named if not table.is_about_pupils]
    for group in (working, bare):
        visible = [table for table in group if not table.sheet.is_hidden or table.sheet.name in assigned]
        if visible or group:
            return visible or group
    return []


def unread_hidden(found: list[StaffTable], tables: list[StaffTable]) -> list[str]:
    """Name the hidden sheets that hold a list and were left alone."""
    read = {table.sheet.name for table in tables}
    names = (table.sheet.name for table in found if table.sheet.is_hidden and table.is_about_work)
    return [name for name in dict.fromkeys(names) if name not in read]


def guessed(workbook: Workbook) -> list[StaffTable]:
    """Show the likely header of every sheet when no list was recognised, so that columns can be assigned by hand."""
    headers = ((sheet, guess_header(sheet)) for sheet in workbook.sheets)
    return [make_table(sheet, header, end=len(sheet.rows), assigned={}) for sheet, header in headers if header]


def warnings_of(table: StaffTable) -> list[Problem]:
    """Warn of columns that are not read although somebody filled them."""
    warnings = []
    for column in table.columns:
        if column.role is Role.REFUSED:
            text = f"Столбец «{column.header}» не прочитан: эти сведения здесь не нужны, удалите его из файла."
            warnings.append(Problem(table.sheet.name, table.header_row + 1, column.header, "", text))
        elif column.rival:
            text = f"Столбец похож на «{column.rival}», который уже взят: назначьте его сами или оставьте без внимания."
            warnings.append(Problem(table.sheet.name, table.header_row + 1, column.header, "", text))
    return warnings


def hidden_sheet(name: str) -> Problem:
    """Warn of a hidden sheet with a list."""
    text = f"Скрытый лист «{name}» со списком не прочитан: покажите его в файле, если он нужен."
    return Problem(name, 1, "", "", text)
