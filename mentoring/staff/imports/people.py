"""Read the rows of a found list: which of them are people, and what each says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mentoring.core.spreadsheets.model import Cell, Sheet
from mentoring.staff.imports.fields import NAME_FIELDS, Field
from mentoring.staff.imports.header_rows import header_at, is_header_again
from mentoring.staff.imports.layout import StaffTable
from mentoring.staff.imports.model import Problem
from mentoring.staff.imports.values.dates import read_day
from mentoring.staff.imports.values.names import looks_like_person
from mentoring.staff.imports.values.reading import is_blank, shown
from mentoring.staff.imports.values.work import has_left

TOTALS = re.compile(r"(итого|всего|в том числе|в т\.?\s?ч|из них|количество|средн\w+ )", re.IGNORECASE)
VACANCY = re.compile(r"вакан", re.IGNORECASE)
SIGNATURES = re.compile(
    r"(директор|заведующ|руководител|исполнител|исп\.|ответственн|составил|согласован|утвержда|подпись|дата\b|м\.\s?п\."
    r"|примечани|секретар|специалист|делопроизвод|председател|заместитель|зам\.|\*|_{3,})",
    re.IGNORECASE,
)
NAME_PARTS = NAME_FIELDS | {Field.FIRST_NAME, Field.PATRONYMIC, Field.GIVEN_NAMES}


@dataclass(frozen=True, slots=True)
class RawPerson:
    """The cells of one person by field; the row is counted from 1."""

    sheet: str
    row: int
    cells: Mapping[Field, Cell]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was passed over, with the reason when a person should know it."""

    warning: Problem


def raw_people(table: StaffTable, *, today: date) -> Iterator[RawPerson | Skipped]:
    """Give the people of a table in order, and what was passed over and must be told."""
    fields = {column.index: column.field for column in table.columns if column.field}
    header_rows = repeated_headers(table)
    fill = merged_down(table)
    for row in range(table.start, table.end):
        if row in header_rows:
            continue
        cells = cells_of(table.sheet, row, fields=fields, fill=fill)
        kind = kind_of(cells, whole=table.sheet.rows[row], today=today)
        if kind == "person":
            yield RawPerson(table.sheet.name, row + 1, cells)
        elif kind:
            name = next(
                (shown(cell) for field, cell in cells.items() if field in NAME_PARTS and not is_blank(cell)), ""
            )
            yield Skipped(Problem(table.sheet.name, row + 1, "", name, kind))


def repeated_headers(table: StaffTable) -> set[int]:
    """Find the rows that repeat the header, all its levels, on every printed page."""
    rows: set[int] = set()
    top = table.sheet.rows[table.header_row]
    for row in range(table.start, table.end):
        if table.sheet.rows[row] == top or (
            is_header_again(table.sheet, row) and (header := header_at(table.sheet, row)) and header.score > 1
        ):
            rows.update(range(row, row + table.start - table.header_row))
    return rows


def merged_down(table: StaffTable) -> dict[tuple[int, int], Cell]:
    """Give the cells that a merge covers from above: one position for five people."""
    filled: dict[tuple[int, int], Cell] = {}
    rows = table.sheet.rows
    for merge in table.sheet.merges:
        if not table.start <= merge.top < min(merge.bottom, table.end) or len(filled) > len(rows) * len(table.columns):
            continue
        cell = rows[merge.top][merge.left] if merge.left < len(rows[merge.top]) else None
        for row in range(merge.top + 1, min(merge.bottom + 1, table.end)):
            filled[row, merge.left] = cell
    return filled


def cells_of(
    sheet: Sheet, row: int, *, fields: Mapping[int, Field], fill: Mapping[tuple[int, int], Cell]
) -> dict[Field, Cell]:
    """Give the cells of the columns that are loaded."""
    cells = sheet.rows[row]
    width = len(cells)
    found = {field: cells[index] if index < width else None for index, field in fields.items()}
    if fill:
        for index, field in fields.items():
            if found[field] is None and (row, index) in fill:
                found[field] = fill[row, index]
    return found


def kind_of(cells: Mapping[Field, Cell], *, whole: list[Cell], today: date) -> str:
    """Tell «person», nothing, or the reason for which a row that seems filled is passed over."""
    present = {field: cell for field, cell in cells.items() if not is_blank(cell)}
    if not present or is_numbering(whole) or is_total(whole):
        return ""
    names = [cell for field, cell in present.items() if field in NAME_PARTS]
    if not names:
        return "person" if len(present) > 1 and not is_signature(whole) else ""
    text = shown(names[0])
    if VACANCY.match(text):
        return "Вакансия: строка пропущена."
    if SIGNATURES.match(text):
        return "Строка похожа на подпись, а не на человека: пропущена."
    if len(present) == len(names) == 1 and len(cells) > 2 and not looks_like_person(names[0]):
        return "Строка похожа на заголовок, а не на человека: пропущена."
    return left_reason(present, today=today) or "person"


def left_reason(present: Mapping[Field, Cell], *, today: date) -> str:
    """Say that the person does not work any more."""
    status = present.get(Field.WORK_STATUS)
    if status is not None and has_left(status):
        return "По списку человек не работает: строка пропущена."
    left = read_day(present.get(Field.DISMISSED_ON), today=today).value
    if left is not None and left < today:
        return f"По списку человек уволен {left:%d.%m.%Y}: строка пропущена."
    return ""


def is_numbering(cells: list[Cell]) -> bool:
    """Tell the row «1 2 3 4» that stands under a header for reference."""
    filled = [cell for cell in cells if cell is not None]
    if len(filled) < 3 or not all(isinstance(cell, int) or shown(cell).isdecimal() for cell in filled):
        return False
    numbers = [int(cell) if isinstance(cell, int) else int(shown(cell)) for cell in filled]
    return numbers[0] <= 2 and all(later - earlier == 1 for earlier, later in pairwise(numbers))


def is_total(cells: list[Cell]) -> bool:
    """Tell a row of totals by its first text."""
    first = next((cell for cell in cells if isinstance(cell, str)), "")
    return bool(TOTALS.match(first.strip()))


def is_signature(cells: list[Cell]) -> bool:
    """Tell a row with signatures under the list."""
    first = next((cell for cell in cells if isinstance(cell, str)), "")
    return bool(SIGNATURES.match(first.strip()))
