"""The first library of мероприятия: what they serve, for whom, how long, with what result."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from mentoring.reference.books.organization_types import words_of
from mentoring.reference.loading import Book, Entry, Row, load_book


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityKind(Entry):
    """A kind of мероприятие."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Entry):
    """A мероприятие of the library; `aimed_at` is "difficulty" or "strength", `who` is "mentor", "mentee" or "both"."""

    kind: str
    aimed_at: str
    competencies: tuple[str, ...]
    organizations: frozenset[str]
    who: str
    weeks: int
    result: str


@lru_cache(maxsize=1)
def _kinds() -> Book[ActivityKind]:
    return load_book("activities", _make_kind, table="kind")


@lru_cache(maxsize=8)
def _activities(organization_type: str) -> Book[Activity]:
    words = words_of(organization_type)
    book = load_book("activities", _make)
    worded = (replace(entry, title=words.fill(entry.title), result=words.fill(entry.result)) for entry in book.entries)
    return Book(book.title, tuple(worded))


def activity_kinds() -> tuple[ActivityKind, ...]:
    """Give the kinds of мероприятия."""
    return _kinds().entries


def activity_kind(code: str) -> ActivityKind:
    """Give a kind by its code; raises UnknownCodeError."""
    return _kinds().get(code)


def activities(
    *, organization_type: str = "", competencies: Collection[str] = (), aimed_at: str = ""
) -> tuple[Activity, ...]:
    """Give the library for a type of organisation, for some competencies, for difficulties or strengths."""
    wanted = frozenset(competencies)
    return tuple(
        entry
        for entry in _activities(organization_type).entries
        if (not organization_type or not entry.organizations or organization_type in entry.organizations)
        and (not wanted or wanted & set(entry.competencies))
        and (not aimed_at or entry.aimed_at == aimed_at)
    )


def activity(code: str, *, organization_type: str = "") -> Activity:
    """Give a мероприятие by its code in the words of a type; raises UnknownCodeError."""
    return _activities(organization_type).get(code)


def _make_kind(_row: Row, fields: dict[str, Any]) -> ActivityKind:
    return ActivityKind(**fields)


def _make(row: Row, fields: dict[str, Any]) -> Activity:
    return Activity(
        **fields,
        kind=row["kind"],
        aimed_at=row["aimed_at"],
        competencies=tuple(row["competencies"]),
        organizations=frozenset(row.get("organizations", ())),
        who=row["who"],
        weeks=row["weeks"],
        result=row["result"],
    )
