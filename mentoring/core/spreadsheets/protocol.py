"""Lines of JSON in which the child process tells the sheets; never pickle, nothing in it can act."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.model import Cell, CellError, Merge, Sheet, Workbook
from mentoring.core.spreadsheets.refusals import UnreadableFile

ROWS_A_LINE = 500

Packed = str | int | float | bool | list[str] | None


class BrokenAnswerError(Exception):
    """The child ended before it had said everything."""


def pack(cell: Cell) -> Packed:
    """Bring a cell to what JSON holds: what it lacks goes as a pair of mark and text."""
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    if isinstance(cell, CellError):
        return ["e", cell.code]
    return cell


def unpack(packed: Packed) -> Cell:
    """Bring a cell back."""
    if not isinstance(packed, list):
        return packed
    mark, text = packed
    if mark == "t":
        return datetime.fromisoformat(text)
    return date.fromisoformat(text) if mark == "d" else CellError(text)


def encode(kind: str, sheets: Iterable[Sheet]) -> Iterator[str]:
    """Say the workbook line by line; raises UnreadableFile when there is too much text in it."""
    yield json.dumps({"kind": kind})
    total = 0
    for sheet in sheets:
        merges = [[merge.top, merge.left, merge.bottom, merge.right] for merge in sheet.merges]
        yield json.dumps({"sheet": sheet.name, "hidden": sheet.is_hidden, "merges": merges}, ensure_ascii=False)
        for start in range(0, len(sheet.rows), ROWS_A_LINE):
            packed = [[pack(cell) for cell in row] for row in sheet.rows[start : start + ROWS_A_LINE]]
            line = json.dumps({"rows": packed}, ensure_ascii=False)
            total += len(line)
            if total > limits.TEXT_TOTAL_MAX:
                raise UnreadableFile(refusals.TOO_MUCH_TEXT)
            yield line
    yield json.dumps({"end": True})


def refusal(sentence: str) -> str:
    """Say that the file is refused."""
    return json.dumps({"refused": sentence}, ensure_ascii=False)


def decode(lines: Iterable[bytes]) -> Workbook:
    """Hear the workbook; raises UnreadableFile when the child refused it and BrokenAnswerError when it fell silent."""
    kind = ""
    sheets: list[Sheet] = []
    try:
        for line in lines:
            said = json.loads(line)
            if "rows" in said:
                sheets[-1].rows.extend([unpack(cell) for cell in row] for row in said["rows"])
            elif "sheet" in said:
                merges = tuple(Merge(*merge) for merge in said["merges"])
                sheets.append(Sheet(said["sheet"], [], merges, said["hidden"]))
            elif "refused" in said:
                raise UnreadableFile(said["refused"])
            elif "end" in said:
                return Workbook(tuple(sheets), kind)
            else:
                kind = said["kind"]
    except (ValueError, LookupError, TypeError) as error:
        raise BrokenAnswerError from error
    raise BrokenAnswerError
