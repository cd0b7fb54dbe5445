"""Files of every format, written by other people's libraries, for the tests of whatever reads spreadsheets."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[object]]


def xlsx(rows: Rows, *, sheet: str = "Лист1", merges: Sequence[str] = ()) -> bytes:
    """Write an xlsx."""
    return xlsx_book({sheet: rows}, merges={sheet: merges})


def xlsx_book(sheets: Mapping[str, Rows], *, merges: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """Write an xlsx of several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for merge in (merges or {}).get(name, ()):
            sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls(rows: Rows) -> bytes:
    """Write an xls."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист1")
    day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for row_index, row in enumerate(rows):
        for index, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, date):
                sheet.write(row_index, index, value, day)
            else:
                sheet.write(row_index, index, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods(rows: Rows) -> bytes:
    """Write an ods."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Лист1")
    for row in rows:
        line = TableRow()
        table.addElement(line)
        for value in row:
            line.addElement(ods_cell(value))
    book.spreadsheet.addElement(table)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods_cell(value: object) -> TableCell:
    """Write one cell of an ods."""
    if value is None:
        return TableCell()
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value))
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return cell


def text(rows: Rows, *, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Write a csv."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator)
    for row in rows:
        writer.writerow([as_text(value) for value in row])
    return buffer.getvalue().encode(encoding)


def as_text(value: object) -> str:
    """Show a value as an office program does when it saves a csv."""
    if value is None:
        return ""
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else str(value)


LAYOUTS: dict[str, Callable[[Rows], bytes]] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "csv-utf8": text,
    "csv-bom": lambda rows: text(rows, encoding="utf-8-sig"),
    "csv-cp1251": lambda rows: text(rows, encoding="cp1251"),
    "csv-comma": lambda rows: text(rows, separator=","),
    "csv-tab-utf16": lambda rows: text(rows, separator="\t", encoding="utf-16"),
}


def repack(content: bytes, *, changed: Mapping[str, bytes], removed: Sequence[str] = ()) -> bytes:
    """Give an archive with some members changed, added or removed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in changed and name not in removed:
                target.writestr(name, source.read(name))
        for name, body in changed.items():
            target.writestr(name, body)
    return buffer.getvalue()


def member(content: bytes, name: str) -> bytes:
    """Read a member of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def save(folder: Path, content: bytes, *, name: str = "list.bin") -> Path:
    """Put a file where a reader finds it; its name says nothing."""
    path = folder / name
    path.write_bytes(content)
    return path
