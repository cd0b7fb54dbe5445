"""What components are given: plain frozen records. Anything with the same attributes will do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Tone = Literal["good", "now", "late", "accent", "quiet"]
Kind = Literal["main", "second", "plain", "danger"]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way to a page: an item of a trail, of tabs, of a menu."""

    title: str
    url: str
    count: int | None = None
    icon: str = ""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing to do now: a verb, a person, a reason, a date, one button."""

    verb: str
    url: str
    button: str
    person: str = ""
    reason: str = ""
    when: str = ""
    is_late: bool = False
    is_main: bool = False
    method: Literal["get", "post"] = "get"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number with its name above and its meaning under it; it leads to its rows."""

    label: str
    value: int | str
    meaning: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A sentence that speaks for or against something; the points stand after it."""

    label: str
    sentence: str
    sign: Literal["yes", "partly", "no", "unknown", "next"] = "yes"
    points: int | str | None = None
    url: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of two people put side by side."""

    role: str
    name: str
    note: str = ""
    url: str = ""
    verdict: str = ""
    facts: Sequence[Fact] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a job: what is done, what goes on, what comes next."""

    title: str
    state: Literal["done", "now", "next", "late"] = "next"
    note: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stretch of time on the strip; both dates belong to it."""

    title: str
    starts_on: date
    ends_on: date
    is_done: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A value before and after on the same scale; `None` where it was not measured."""

    label: str
    was: int | None
    now: int | None


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A line of «История»."""

    at: datetime
    who: str
    what: str
    url: str = ""
    details: Sequence[tuple[str, str, str]] = ()
    """Field, value before, value after."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A crossing of a matrix: a word with a tone."""

    word: str
    tone: Tone = "quiet"
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """A row of a matrix."""

    title: str
    cells: Sequence[Cell]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A field that two people changed at the same time."""

    name: str
    label: str
    mine: str
    theirs: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """A choice of a combobox."""

    value: str
    title: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Who:
    """Who is signed in, as the shell shows it."""

    name: str
    role: str = ""
    organization: str = ""
    more_posts: Sequence[str] = ()
    profile_url: str = ""
