"""What rules and pages take from the reference books on a day."""

from datetime import date
from functools import lru_cache
from typing import Final

from mentoring.matching.rules.forms import TEACHER_TEACHER
from mentoring.matching.rules.mentors import MentorThresholds
from mentoring.matching.rules.needs import OWN_REQUEST, NeedThresholds
from mentoring.matching.rules.pairs import Books
from mentoring.reference.books import mentoring
from mentoring.reference.books.categories import categories
from mentoring.reference.books.positions import position_book
from mentoring.reference.books.thresholds import thresholds

SPEAKING_RANK: Final = 2  # from the first category on a category speaks for a mentor
NEED_CODES: Final = (
    "beginner_months",
    "new_here_months",
    "new_position_months",
    "break_months",
    "after_break_months",
    "attestation_months",
)
Choices = list[tuple[str, str]]


@lru_cache(maxsize=8)
def need_thresholds(day: date) -> NeedThresholds:
    """Thresholds of the grounds in force on a day."""
    found = thresholds(day)
    return NeedThresholds(**{code: found[code].value for code in NEED_CODES})


@lru_cache(maxsize=8)
def mentor_thresholds(day: date) -> MentorThresholds:
    """Thresholds of who can mentor on a day."""
    return MentorThresholds(experience_months=thresholds(day)["mentor_experience_months"].value)


def usual_capacity(day: date) -> int:
    """How many mentees one mentor usually has; more is a warning."""
    return thresholds(day)["mentor_capacity"].value


@lru_cache(maxsize=8)
def fit_books(day: date) -> Books:
    """Words that the facts of a pair need."""
    return Books(areas=area_titles(day), categories=category_titles(day))


@lru_cache(maxsize=8)
def category_titles(day: date) -> dict[str, str]:
    """Categories that speak for a mentor, by code."""
    return {entry.code: entry.title for entry in categories(day) if entry.rank >= SPEAKING_RANK}


@lru_cache(maxsize=8)
def area_titles(day: date) -> dict[str, str]:
    """Titles of the seven areas, by code: the same words in lists, programmes and orders."""
    return {entry.code: entry.title for entry in mentoring.areas(day)}


def area_choices(day: date) -> Choices:
    """The seven areas for a form."""
    return [(entry.code, entry.title) for entry in mentoring.areas(day)]


def area_notes(day: date) -> dict[str, str]:
    """What each area means."""
    return {entry.code: entry.description for entry in mentoring.areas(day)}


def ground_title(code: str) -> str:
    """A ground in words."""
    return mentoring.ground(code).title


def ground_choices(day: date) -> Choices:
    """Grounds that a person may give by hand; an own request is only one's own."""
    return [(entry.code, entry.title) for entry in mentoring.grounds(day) if entry.code != OWN_REQUEST]


def ground_notes(day: date) -> dict[str, str]:
    """What each ground means."""
    return {entry.code: entry.description for entry in mentoring.grounds(day)}


def form_title(code: str) -> str:
    """A form in words: «учитель — учитель»."""
    return mentoring.form(code).title


def form_choices(day: date) -> Choices:
    """Forms of a pair inside one organisation; the others need papers of their own."""
    inside = (entry for entry in mentoring.forms(day) if entry.labor_code_applies)
    return [(entry.code, entry.title) for entry in inside]


def kind_titles(codes: list[str] | tuple[str, ...]) -> str:
    """Kinds in words, one after another."""
    return ", ".join(mentoring.kind(code).title for code in codes)


def kind_choices(day: date, *, mentees: int) -> Choices:
    """Kinds that so many mentees make; a kind that is an event is no pair."""
    fitting = (entry for entry in mentoring.kinds(day) if entry.allows(mentees) and not entry.is_event)
    return [(entry.code, entry.title) for entry in fitting]


@lru_cache(maxsize=1)
def school_teacher_codes() -> frozenset[str]:
    """Positions that the form «учитель — учитель» is for."""
    return mentoring.form(TEACHER_TEACHER).mentor.positions


@lru_cache(maxsize=1)
def position_codes() -> frozenset[str]:
    """All codes of the book of positions; a card may hold an older one."""
    return frozenset(entry.code for entry in position_book().entries)
