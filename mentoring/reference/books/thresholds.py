"""Numbers that the law or practice sets, each for its dates."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from mentoring.reference.loading import Book, Entry, Row, UnknownCodeError, load_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Entry):
    """A number with its unit: months, days, working_days, hours, years, people, pieces."""

    value: int
    unit: str


@lru_cache(maxsize=1)
def _book() -> Book[Threshold]:
    return load_book("thresholds", _make)


def thresholds(day: date) -> dict[str, Threshold]:
    """Give the thresholds of a day by code."""
    return {entry.code: entry for entry in _book().on(day)}


def threshold(code: str, *, day: date) -> Threshold:
    """Give the threshold of a day; raises UnknownCodeError when there is none that day."""
    found = thresholds(day).get(code)
    if found is None:
        raise UnknownCodeError(_book().title, code)
    return found


def _make(row: Row, fields: dict[str, Any]) -> Threshold:
    return Threshold(**fields, value=row["value"], unit=row["unit"])
