"""Norms with dates of validity, and the basis of a kind of paper on a day."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from mentoring.reference.loading import Book, Entry, Row, load_book

# A number does not leave its sign, a year does not leave its «г.».
NO_BREAK: Final = re.compile(r"(?<=№) | (?=г\.)|(?<=статьёй) |(?<=статьи) ")


class Level(StrEnum):
    """Who issued the norm."""

    FEDERAL = "federal"
    REGIONAL = "regional"
    MUNICIPAL = "municipal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm(Entry):
    """A norm: its kind, number, date, and how it is cited; without a citation it never gets into a paper."""

    kind: str
    number: str
    number_variants: tuple[str, ...]
    signed_on: date | None
    level: Level
    territory: str
    instrumental: str
    genitive: str
    papers: tuple[str, ...]

    @property
    def is_citable(self) -> bool:
        """Whether the norm may stand in a paper: its number is known and its citation is worded."""
        return bool(self.number and self.instrumental)


@lru_cache(maxsize=1)
def _book() -> Book[Norm]:
    return load_book("norms", _make)


def norms(day: date | None = None, *, territory: str = "") -> tuple[Norm, ...]:
    """Give the norms in force that day in a territory («RU-ALT-BARNAUL» has those of «RU-ALT» and «RU»)."""
    return tuple(entry for entry in _book().on(day) if not territory or _covers(entry.territory, territory))


def norm(code: str) -> Norm:
    """Give a norm by its code; raises UnknownCodeError."""
    return _book().get(code)


def norms_for(paper: str, *, day: date, territory: str = "RU") -> tuple[Norm, ...]:
    """Give the norms that a kind of paper cites on a day, in the order of the book."""
    return tuple(entry for entry in norms(day, territory=territory) if paper in entry.papers and entry.is_citable)


def _covers(own: str, territory: str) -> bool:
    return territory == own or territory.startswith(f"{own}-")


def _make(row: Row, fields: dict[str, Any]) -> Norm:
    return Norm(
        **fields,
        kind=row["kind"],
        number=row["number"],
        number_variants=tuple(row.get("number_variants", ())),
        signed_on=row.get("signed_on"),
        level=Level(row["level"]),
        territory=row.get("territory", "RU"),
        instrumental=NO_BREAK.sub("\u00a0", row.get("instrumental", "")),
        genitive=NO_BREAK.sub("\u00a0", row.get("genitive", "")),
        papers=tuple(row.get("papers", ())),
    )
