"""Write spreadsheets for people: text stays text, whatever it begins with."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mentoring.core.spreadsheets.model import CellError

Value = str | int | float | Decimal | bool | date | datetime | CellError | None

CELL_TEXT_LIMIT = 32_767
SHEET_NAME_LIMIT = 31
FIRST_DATE_OF_EXCEL = date(1900, 3, 1)  # before it Excel counts a day that never was
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {
    "in_memory": True,
    "remove_timezone": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class Kind(StrEnum):
    """How the cells of a column are shown; text never becomes anything else."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    MOMENT = "moment"


NUMBER_FORMATS = {
    Kind.TEXT: "General",
    Kind.NUMBER: "0",
    Kind.DECIMAL: "0.00",
    Kind.PERCENT: "0%",
    Kind.DATE: "dd.mm.yyyy",
    Kind.MOMENT: "dd.mm.yyyy hh:mm",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, how its cells are shown and how many characters wide it is."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet to write."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of the cells of one workbook."""

    header: Format
    by_kind: dict[Kind, Format]
    guarded_text: Format


def write_workbook(tables: Sequence[Table], *, title: str = "") -> bytes:
    """Give an xlsx with these tables, one a sheet, headers frozen."""
    buffer = io.BytesIO()
    with Book(buffer, OPTIONS) as book:
        book.set_properties({"title": clean(title)})
        formats = make_formats(book)
        taken: set[str] = set()
        for table in tables:
            write_table(book.add_worksheet(sheet_name(table.name, taken=taken)), table, formats=formats)
    return buffer.getvalue()


def make_formats(book: Book) -> Formats:
    """Prepare the looks; text that begins like a formula is marked so that editing it keeps it text."""
    cell = {"valign": "top", "text_wrap": True}
    return Formats(
        header=book.add_format({**cell, "bold": True, "bottom": 1}),
        by_kind={kind: book.add_format({**cell, "num_format": code}) for kind, code in NUMBER_FORMATS.items()},
        guarded_text=book.add_format({**cell, "quote_prefix": True}),
    )


def write_table(sheet: Worksheet, table: Table, *, formats: Formats) -> None:
    """Write the header and the rows of one sheet."""
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, clean(column.title), formats.header)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(table.rows, start=1):
        for index, value in enumerate(row):
            kind = table.columns[index].kind if index < len(table.columns) else Kind.TEXT
            write_cell(sheet, (number, index), value=value, kind=kind, formats=formats)


def write_cell(sheet: Worksheet, at: tuple[int, int], *, value: Value, kind: Kind, formats: Formats) -> None:
    """Write one cell by the type of its value."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(*at, "да" if value else "нет", formats.by_kind[Kind.TEXT])
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(*at, float(value), formats.by_kind[kind])
    elif isinstance(value, date) and as_day(value) >= FIRST_DATE_OF_EXCEL:
        sheet.write_datetime(*at, value, formats.by_kind[date_kind(value, column=kind)])
    else:
        write_text(sheet, at, text=shown(value), formats=formats)


def write_text(sheet: Worksheet, at: tuple[int, int], *, text: str, formats: Formats) -> None:
    """Write text as text."""
    text = clean(text)
    guarded = text.startswith(FORMULA_MARKS)
    sheet.write_string(*at, text, formats.guarded_text if guarded else formats.by_kind[Kind.TEXT])


def as_day(value: date) -> date:
    """Give the day of a day or of a moment, so that both compare."""
    return value.date() if isinstance(value, datetime) else value


def date_kind(value: date, *, column: Kind) -> Kind:
    """Choose how a date is shown in a column of any kind."""
    if column in (Kind.DATE, Kind.MOMENT):
        return column
    return Kind.MOMENT if isinstance(value, datetime) else Kind.DATE


def shown(value: str | date | CellError) -> str:
    """Give the text of what Excel cannot hold as a value."""
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else str(value)


def clean(text: str) -> str:
    """Remove what a spreadsheet may not hold and cut what would be dropped silently."""
    text = CONTROLS.sub("", text)
    return text if len(text) <= CELL_TEXT_LIMIT else text[: CELL_TEXT_LIMIT - 1] + "…"


def sheet_name(wanted: str, *, taken: set[str]) -> str:
    """Make a name that Excel accepts and no other sheet has."""
    base = FORBIDDEN_IN_NAME.sub(" ", clean(wanted)).strip("' ")[:SHEET_NAME_LIMIT].strip("' ") or "Лист"
    name, number = base, 1
    while name.lower() in taken or name.lower() == "history":
        number += 1
        tail = f" {number}"
        name = base[: SHEET_NAME_LIMIT - len(tail)] + tail
    taken.add(name.lower())
    return name
