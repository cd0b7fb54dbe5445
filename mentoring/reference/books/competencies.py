"""Competencies of a teacher by group, each tied to areas of mentoring, worded for a type of organisation."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from mentoring.reference.books.organization_types import words_of
from mentoring.reference.loading import Book, Entry, Row, load_book


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyGroup(Entry):
    """A group of competencies; the federal ones come from Р-201."""

    is_federal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Entry):
    """A competency, and how a difficulty or a strength in it is named."""

    group: str
    areas: tuple[str, ...]
    organizations: frozenset[str]
    difficulty: str
    strength: str

    def suits(self, organization_type: str) -> bool:
        """Tell whether the competency is met in organisations of a type; any competency suits no type."""
        return not organization_type or not self.organizations or organization_type in self.organizations


@lru_cache(maxsize=1)
def _groups() -> Book[CompetencyGroup]:
    return load_book("competencies", _make_group, table="group")


@lru_cache(maxsize=8)
def _competencies(organization_type: str) -> Book[Competency]:
    words = words_of(organization_type)
    book = load_book("competencies", _make)
    worded = (
        replace(
            entry,
            title=words.fill(entry.title),
            difficulty=words.fill(entry.difficulty),
            strength=words.fill(entry.strength),
        )
        for entry in book.entries
    )
    return Book(book.title, tuple(worded))


def competency_groups() -> tuple[CompetencyGroup, ...]:
    """Give the groups of competencies, federal first."""
    return _groups().entries


def competency_group(code: str) -> CompetencyGroup:
    """Give a group by its code; raises UnknownCodeError."""
    return _groups().get(code)


def competencies(*, organization_type: str = "", group: str = "", area: str = "") -> tuple[Competency, ...]:
    """Give the competencies of a type of organisation, of a group, of an area, in the words of the type."""
    return tuple(
        entry
        for entry in _competencies(organization_type).entries
        if entry.suits(organization_type) and (not group or entry.group == group) and (not area or area in entry.areas)
    )


def competency(code: str, *, organization_type: str = "") -> Competency:
    """Give a competency by its code in the words of a type; raises UnknownCodeError."""
    return _competencies(organization_type).get(code)


def _make_group(row: Row, fields: dict[str, Any]) -> CompetencyGroup:
    return CompetencyGroup(**fields, is_federal=row["is_federal"])


def _make(row: Row, fields: dict[str, Any]) -> Competency:
    return Competency(
        **fields,
        group=row["group"],
        areas=tuple(row["areas"]),
        organizations=frozenset(row.get("organizations", ())),
        difficulty=row["difficulty"],
        strength=row["strength"],
    )
