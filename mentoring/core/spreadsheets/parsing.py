"""Turn the bytes of a checked file into sheets; runs only in the child process."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.delimited import read_delimited
from mentoring.core.spreadsheets.model import Cell, CellError, Merge, Sheet
from mentoring.core.spreadsheets.ole import inspect_ole
from mentoring.core.spreadsheets.preflight import Findings, inspect_archive
from mentoring.core.spreadsheets.refusals import UnreadableFile, too_large_sheet
from mentoring.core.spreadsheets.sniffing import Container, container
from mentoring.core.text import storable
from mentoring.core.uploads import FILE_MAX_BYTES

RawCell = int | float | str | bool | time | date | datetime | timedelta

WHOLE_FLOAT_MAX = 1e15
ERROR_CODES = frozenset(
    (
        *("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#Н/Д", "#ССЫЛКА!", "#ДЕЛ/0!", "#ЗНАЧ!", "#ИМЯ?", "#ЧИСЛО!", "#ПУСТО!"),
        *("Err:502", "Err:504", "Err:508", "Err:522"),
    )
)

ERROR_STARTS = frozenset(code[0] for code in ERROR_CODES)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The kind of the file and its sheets one by one."""

    kind: str
    sheets: Iterator[Sheet]


def parse(content: bytes) -> Parsed:
    """Check and read a file; raises UnreadableFile with a sentence for the person who sent it."""
    if len(content) > FILE_MAX_BYTES:
        raise UnreadableFile(refusals.TOO_LARGE)
    packing = container(content)
    if packing is Container.TEXT:
        rows: list[list[Cell]] = [[plain(cell) for cell in row] for row in read_delimited(content)]
        return Parsed("csv", iter([Sheet(name="Лист 1", rows=rows)]))
    if packing is Container.OLE:
        inspect_ole(content)
        findings = Findings("xls")
    else:
        findings = inspect_archive(content)
    return Parsed(findings.kind, sheets(content, findings))


def sheets(content: bytes, findings: Findings) -> Iterator[Sheet]:
    """Read the sheets in their order, hidden ones too; a chart has none of its own cells."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for index, meta in enumerate(book.sheets_metadata[: limits.SHEETS_MAX]):
            sheet = book.get_sheet_by_index(index)
            merges = merges_of(sheet, otherwise=findings.merges.get(index, []))
            rows = rows_of(sheet, errors=findings.errors.get(meta.name, {}))
            yield Sheet(
                storable(meta.name), rows, clip(merges, rows=rows), meta.visible is not SheetVisibleEnum.Visible
            )
    except PasswordError as error:
        raise UnreadableFile(refusals.ENCRYPTED) from error
    except CalamineError as error:
        raise UnreadableFile(refusals.DAMAGED) from error


def rows_of(sheet: CalamineSheet, *, errors: dict[tuple[int, int], str]) -> list[list[Cell]]:
    """Read the used part of a sheet from its cell A1 on."""
    if sheet.end and (sheet.end[0] >= limits.ROWS_MAX or sheet.end[1] >= limits.COLUMNS_MAX):
        raise UnreadableFile(too_large_sheet(sheet.name))
    rows = [[plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), code in errors.items():
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = CellError(code)
    for cells in rows:
        while cells and cells[-1] is None:
            cells.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def plain(value: RawCell) -> Cell:
    """Bring a cell to what a person sees: whole numbers whole, days without midnight, errors as errors."""
    if isinstance(value, str):
        if value[:1] in ERROR_STARTS and value in ERROR_CODES:
            return CellError(value)
        text = storable(value)
        return text if text and not text.isspace() else None
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < WHOLE_FLOAT_MAX else value
    return moment(value)


def moment(value: int | time | date | datetime | timedelta) -> Cell:
    """Bring dates and times to a day, a day with time, or text."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        hours, seconds = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02d}"
    return value


def merges_of(sheet: CalamineSheet, *, otherwise: list[Merge]) -> list[Merge]:
    """List the merged ranges; the parser does not tell those of ods."""
    ranges = sheet.merged_cell_ranges
    if ranges is None:
        return otherwise
    return [Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges[: limits.MERGES_MAX]]


def clip(merges: list[Merge], *, rows: list[list[Cell]]) -> tuple[Merge, ...]:
    """Cut the ranges to the used part of the sheet: a merge of a million cells costs nothing."""
    last_row = len(rows) - 1
    last_column = max(map(len, rows), default=0) - 1
    inside = (merge for merge in merges if merge.top <= last_row and merge.left <= last_column)
    return tuple(
        Merge(merge.top, merge.left, min(merge.bottom, last_row), min(merge.right, last_column)) for merge in inside
    )
