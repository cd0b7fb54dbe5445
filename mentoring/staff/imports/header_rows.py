"""Find the header of a list: it may stand anywhere, take up to three rows and come again in the middle."""

import re
from dataclasses import dataclass
from functools import cached_property

from mentoring.core.spreadsheets.model import Sheet
from mentoring.core.wording import clean_spaces
from mentoring.staff.imports.fields import NAME_FIELDS, Field
from mentoring.staff.imports.headers import LEVELS, recognise
from mentoring.staff.imports.synonyms import Rule

SEARCHED_ROWS = 300
MAX_DEPTH = 3
SURE_SCORE = 3
NAMES_WITHIN = 10  # columns among which a repeated header is looked for
GUESS_ROWS = 30
TITLE_OVER = 3  # columns that a title stands over at least: all of them, or so many that no group has them
TITLE_SURELY = 5
LIKELY_NAME_HEADER = re.compile(r"\s*(ф\s*\.?\s*и\s*\.?\s*[оo]\b|фамил|сотрудник|работник|физ\w* лиц)", re.IGNORECASE)
LIKELY_FIRST_LETTERS = frozenset("фФсСрР")
NAME_PARTS = NAME_FIELDS | {Field.FIRST_NAME, Field.PATRONYMIC, Field.GIVEN_NAMES}


@dataclass(frozen=True)
class Header:
    """The rows of one header; `texts` are its columns with levels joined, `own` those not covered by a merge."""

    row: int
    depth: int
    texts: dict[int, str]
    own: frozenset[int]

    @cached_property
    def rules(self) -> dict[int, Rule]:
        """What each column is recognised as."""
        return {index: rule_of(text) for index, text in self.texts.items()}

    @property
    def fields(self) -> frozenset[Field]:
        """The fields that are recognised."""
        return frozenset(rule.field for rule in self.rules.values() if rule.field)

    @property
    def score(self) -> int:
        """How sure it is that this is the header of a list of people."""
        return len(self.fields) if self.fields & NAME_FIELDS else 0


def rule_of(text: str) -> Rule:
    """Recognise the joined levels of a header, else its lowest level alone, else its upper ones."""
    whole = recognise(text)
    if whole.field or LEVELS not in text:
        return whole
    below = recognise(text.rpartition(LEVELS)[2])
    return below if below.field and not below.is_weak and whole.role == "unknown" else whole


def find_header(sheet: Sheet) -> Header | None:
    """Give the first sure header of a sheet, else the best unsure one."""
    best: Header | None = None
    for row in range(min(len(sheet.rows), SEARCHED_ROWS)):
        header = header_at(sheet, row)
        if header is None:
            continue
        if header.score >= SURE_SCORE:
            return header
        if best is None or header.score > best.score:
            best = header
    return best


def header_at(sheet: Sheet, row: int) -> Header | None:
    """Read a header that begins in this row, as deep as it needs to be."""
    best: Header | None = None
    for depth in range(1, MAX_DEPTH + 1):
        if row + depth > len(sheet.rows) or not may_be_header(sheet, row + depth - 1):
            break
        header = read_header(sheet, row, depth=depth)
        if header.score > (best.score if best else 0) and not swallows_a_person(sheet, header):
            best = header
    if best is None or (best.score == 1 and any(rule.is_weak for rule in best.rules.values())):
        return None
    return best


def may_be_header(sheet: Sheet, row: int) -> bool:
    """Tell whether a row has text and nothing but text; a number of rows and a year do no harm."""
    cells = [cell for cell in sheet.rows[row] if cell is not None]
    return any(isinstance(cell, str) for cell in cells) and all(isinstance(cell, str | int) for cell in cells)


def swallows_a_person(sheet: Sheet, header: Header) -> bool:
    """Tell whether a lower row of the header has a name where the name of a person would stand."""
    names = [index for index, rule in header.rules.items() if rule.field in NAME_PARTS]
    below = [level_texts(sheet, header.row + step) for step in range(1, header.depth)]
    return any(index in level and recognise(level[index]).field not in NAME_PARTS for level in below for index in names)


def read_header(sheet: Sheet, row: int, *, depth: int) -> Header:
    """Join the levels of a header over every column."""
    levels = [level_texts(sheet, row + step) for step in range(depth)]
    own = frozenset(index for level in levels for index in level)
    for step in range(depth - 1):
        levels[step] = spread(levels[step], below=levels[step + 1], merged=merged_texts(sheet, row + step))
    if depth > 1 and is_title(levels[0], below=levels[1]):
        return read_header(sheet, row + 1, depth=depth - 1)
    texts = {index: text for index, text in merged_texts(sheet, row).items() if index not in own}
    for index in own:
        texts[index] = LEVELS.join(dict.fromkeys(level[index] for level in levels if index in level))
    return Header(row, depth, dict(sorted(texts.items())), own)


def level_texts(sheet: Sheet, row: int) -> dict[int, str]:
    """Give the texts of one row."""
    cells = enumerate(sheet.rows[row])
    return {index: clean_spaces(str(cell)).replace(LEVELS, " ") for index, cell in cells if cell is not None}


def spread(level: dict[int, str], *, below: dict[int, str], merged: dict[int, str]) -> dict[int, str]:
    """Let an upper header cover the columns to its right that have only a lower one."""
    result = dict(level)
    for index in sorted(below):
        if index in result:
            continue
        left = index - 1
        if index in merged:
            result[index] = merged[index]
        elif left in result and left in below:
            result[index] = result[left]
    return result


def is_title(upper: dict[int, str], *, below: dict[int, str]) -> bool:
    """Tell whether one text stands over the whole table («Список работников …»): it names the list, not a column."""
    over = [upper[index] for index in below if index in upper]
    return len(set(upper.values())) == 1 and len(below) >= TITLE_OVER and len(over) >= min(len(below), TITLE_SURELY)


def merged_texts(sheet: Sheet, row: int) -> dict[int, str]:
    """Give the text of the merge that covers each column from the left in this row."""
    covered: dict[int, str] = {}
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom and merge.left < merge.right:
            text = level_texts(sheet, merge.top).get(merge.left)
            if text:
                covered |= dict.fromkeys(range(merge.left + 1, merge.right + 1), text)
    return covered


def next_header(sheet: Sheet, *, after: Header) -> Header | None:
    """Find a header further down that differs from the one above; the same one again is no new list."""
    for row in range(after.row + after.depth, len(sheet.rows)):
        header = header_at(sheet, row) if is_header_again(sheet, row) else None
        if header and header.score > 1 and fields_by_column(header) != fields_by_column(after):
            return header
    return None


def is_header_again(sheet: Sheet, row: int) -> bool:
    """Tell cheaply whether a row may be a header."""
    cells = sheet.rows[row][:NAMES_WITHIN]
    return any(
        isinstance(cell, str) and cell.lstrip()[:1] in LIKELY_FIRST_LETTERS and LIKELY_NAME_HEADER.match(cell)
        for cell in cells
    )


def fields_by_column(header: Header) -> dict[int, Field]:
    """Say what stands where."""
    return {index: rule.field for index, rule in header.rules.items() if rule.field}


def guess_header(sheet: Sheet) -> Header | None:
    """Take the fullest row of text near the top for a header, for a person to assign its columns."""
    rows = [row for row in range(min(len(sheet.rows), GUESS_ROWS)) if may_be_header(sheet, row)]
    if not rows:
        return None
    fullest = max(rows, key=lambda row: (len(level_texts(sheet, row)), -row))
    return read_header(sheet, fullest, depth=1)
