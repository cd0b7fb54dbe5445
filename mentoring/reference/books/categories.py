"""Results of attestation, and the one meant by the words of a staff list."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from mentoring.core.wording import search_text
from mentoring.reference.loading import Book, Entry, Row, load_book

FILLERS: Final = re.compile(r"\b(квалификационная|квалификационной|кв|категория|категории|катег|кат|к)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category(Entry):
    """A category; a higher rank stands above a lower one."""

    rank: int
    synonyms: tuple[str, ...]


@lru_cache(maxsize=1)
def _book() -> Book[Category]:
    return load_book("categories", _make)


def categories(day: date | None = None) -> tuple[Category, ...]:
    """Give the categories in force."""
    return _book().on(day)


def category(code: str) -> Category:
    """Give a category by its code; raises UnknownCodeError."""
    return _book().get(code)


@lru_cache(maxsize=1_000)
def find_category(text: str) -> Category | None:
    """Tell the category meant by the words of a staff list («ВКК», «1 кв. категория»), if any."""
    whole = search_text(text)
    short = " ".join(FILLERS.sub(" ", whole).split())
    for wanted in (whole, short):
        for entry in _book().entries:
            if wanted and wanted in _spellings(entry):
                return entry
    first = short.split(" ")[0]
    return next((entry for entry in _book().entries if len(first) > 1 and first in _spellings(entry)), None)


@lru_cache(maxsize=16)
def _spellings(entry: Category) -> frozenset[str]:
    return frozenset({search_text(entry.title), *entry.synonyms})


def _make(row: Row, fields: dict[str, Any]) -> Category:
    return Category(**fields, rank=row["rank"], synonyms=tuple(row["synonyms"]))
