"""Categories as lists write them, with the date where it stands in the same cell."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces
from mentoring.reference.books.categories import find_category
from mentoring.staff.imports.values.dates import read_day
from mentoring.staff.imports.values.reading import Reading, broken, is_blank, shown

NONE = "none"
NONE_IN_WORDS = re.compile(r"\A(без|нет|не |б\W?к\b|молод\w* спец|отсутств|0\Z)")
ABOLISHED = re.compile(r"втор|\b2\b|\bii\b")
DAY = re.compile(r"(?P<until>\bдо\s+)?\b(?:с\s+|от\s+)?(?P<day>\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d)(?:\s*г\.?)?")
ORDER = re.compile(r"\b(пр(?:иказ)?\.?\s*)?(?:№|n|#)\s*[\w/\-]+|\bприказ\b")
YEAR = re.compile(r"\b(19|20)\d\d\b(\s*г\w*\.?)?")
SEVERAL = re.compile(r"[,;/+()]|\s+и\s+")


@dataclass(frozen=True, slots=True)
class Category:
    """A category and, where the same cell tells it, the day of it."""

    code: str
    day: date | None = None


@lru_cache(maxsize=4_000, typed=True)
def read_category(cell: Cell, *, today: date) -> Reading[Category]:
    """Read a category; a dash means that there is none, an empty cell says nothing."""
    if is_blank(cell):
        return Reading(Category(NONE)) if shown(cell).strip("_. ") else Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    text = clean_spaces(shown(cell)).lower().replace("ё", "е").strip(" .,;")
    day, notes = day_in(text, today=today)
    bare = YEAR.sub(" ", ORDER.sub(" ", DAY.sub(" ", text))).strip(" .,;()")
    code = code_of(bare)
    if code:
        return Reading(Category(code, day), warnings=notes)
    if ABOLISHED.search(bare):
        note = f"Категории «{shown(cell)[:40]}» больше нет: записано «без категории»."
        return Reading(Category(NONE), warnings=(note,))
    advice = "напишите «высшая», «первая», «соответствие» или «без категории»"
    return Reading(error=f"Категория «{shown(cell)[:60]}» не понятна: {advice}.")


def code_of(text: str) -> str:
    """Find the code of a category in a text; of several the one of the highest rank."""
    if NONE_IN_WORDS.match(text):
        return NONE
    found = (find_category(piece.strip()) for piece in (text, *SEVERAL.split(text)) if piece.strip())
    highest = max((one for one in found if one), key=lambda one: one.rank, default=None)
    return highest.code if highest else ""


def day_in(text: str, *, today: date) -> tuple[date | None, tuple[str, ...]]:
    """Find the day of a category in its cell; «до 25.12.2025» is the end of it and no day of giving."""
    found = DAY.search(text)
    if not found or found["until"]:
        return None, ()
    reading = read_day(found["day"], today=today)
    return reading.value, reading.warnings
