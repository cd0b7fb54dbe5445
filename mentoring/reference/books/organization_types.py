"""Types of organisations and the words that differ: урок or занятие, класс or возрастная группа."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mentoring.core.wording import CaseForms
from mentoring.reference.loading import Book, Entry, Row, load_book, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of teaching in six cases; the plural ones are plural."""

    lesson: CaseForms
    lessons: CaseForms
    group: CaseForms
    pupils: CaseForms

    def fill(self, text: str) -> str:
        """Put the words into a text of the books: «{lesson.genitive}» → «занятия»."""
        return text.format(lesson=self.lesson, lessons=self.lessons, group=self.group, pupils=self.pupils)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationType(Entry):
    """A type of organisation: its name by case, its words."""

    noun: CaseForms
    is_moo: bool
    has_exams: bool
    words: Words


@lru_cache(maxsize=1)
def _book() -> Book[OrganizationType]:
    return load_book("organization_types", _make)


def organization_types() -> tuple[OrganizationType, ...]:
    """Give all types of organisations."""
    return _book().entries


def organization_type(code: str) -> OrganizationType:
    """Give a type by its code; raises UnknownCodeError."""
    return _book().get(code)


def words_of(code: str = "") -> Words:
    """Give the words of a type, or «урок (занятие)» when no type is given."""
    return organization_type(code).words if code else _words({})


def _words(own: Mapping[str, list[str]]) -> Words:
    forms = read_toml("organization_types.toml")["words"] | own
    return Words(**{name: CaseForms.from_sequence(cases) for name, cases in forms.items()})


def _make(row: Row, fields: dict[str, Any]) -> OrganizationType:
    return OrganizationType(
        **fields,
        noun=CaseForms.from_sequence(row["noun"]),
        is_moo=row["is_moo"],
        has_exams=row["has_exams"],
        words=_words(row.get("words", {})),
    )
