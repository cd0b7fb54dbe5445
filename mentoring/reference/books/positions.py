"""Positions of the nomenclature with their six cases, and the position meant by a staff title."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from mentoring.core import wording
from mentoring.core.wording import CaseForms, Gender, clean_spaces, comparison_key
from mentoring.reference.loading import Book, Entry, Row, load_book

# How staff lists shorten the words of positions; a dot may be absent only where the word is not another one.
ABBREVIATIONS: Final = (
    (r"зам(\.|\b)", "заместитель "),
    (r"зав(\.|\b)", "заведующий "),
    (r"ст\.", "старший "),
    (r"мл\.", "младший "),
    (r"муз\.", "музыкальный "),
    (r"соц\.", "социальный "),
    (r"пед\.", "педагог "),
    (r"доп\.\s*обр(\.|азования)", "дополнительного образования "),
    (r"доп\.", "дополнительного "),
    (r"физ\.\s*(культуре|культуры)", r"физической \1"),
    (r"инстр\.", "инструктор "),
    (r"преп\.", "преподаватель "),
    (r"рук\.", "руководитель "),
    (r"восп\.", "воспитатель "),
    (r"уч\.", "учитель "),
)
ACTING: Final = re.compile(r"^(и\.?\s*о\.?\s+|врио\s+|(временно\s+)?исполняющ\w+\s+обязанности\s+)", re.IGNORECASE)


class PositionGroup(StrEnum):
    """A section of the nomenclature of positions."""

    UNIVERSITY_TEACHER = "I.1"
    TEACHER = "I.2"
    MANAGER = "II"
    OTHER = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Entry):
    """A position: its cases, its section of the nomenclature, and where it is met."""

    forms: CaseForms
    feminine: CaseForms | None
    group: PositionGroup
    organizations: frozenset[str]
    synonyms: tuple[str, ...]

    @property
    def is_teacher(self) -> bool:
        """Whether the position is a teacher's one (разделы I.1 и I.2)."""
        return self.group in {PositionGroup.TEACHER, PositionGroup.UNIVERSITY_TEACHER}

    @property
    def is_manager(self) -> bool:
        """Whether the position is a head's one (раздел II)."""
        return self.group is PositionGroup.MANAGER


@lru_cache(maxsize=1)
def position_book() -> Book[Position]:
    """Read the book of positions once a process."""
    return load_book("positions", _make)


def positions(day: date | None = None, *, organization_type: str = "") -> tuple[Position, ...]:
    """Give the positions in force, all or those of one type of organisation."""
    found = position_book().on(day)
    return tuple(entry for entry in found if not organization_type or organization_type in entry.organizations)


def position(code: str) -> Position:
    """Give a position by its code; raises UnknownCodeError."""
    return position_book().get(code)


def find_position(title: str, *, organization_type: str = "") -> Position | None:
    """Tell the position of the nomenclature meant by a staff title («учитель математики» → учитель), if any."""
    key = _key(re.split(r"[,;/+(]", title, maxsplit=1)[0])
    candidates = _by_key().get(_longest_prefix(key), ())
    fitting = [entry for entry in candidates if organization_type in entry.organizations]
    return next(iter(fitting or candidates), None)


def decline_position(text: str, *, gender: Gender | None = None) -> CaseForms:
    """Give a position in six cases: from the book, otherwise by the rule of `core.wording`.

    With a gender, «заведующий» and the like agree with the person; without it the text stands as it is written.
    """
    neat = clean_spaces(text)
    forms = wording.decline_position(neat, gender=gender, known=_known(gender))
    if forms.nominative != neat and neat[:1].isupper() and not neat.isupper():
        return forms.map(lambda form: form[:1].upper() + form[1:])
    return wording.decline_position(neat, gender=gender) if neat.isupper() else forms


def acting_title(title: str) -> str:
    """Give «и. о. заведующего» for «заведующий»: who stands in for a post; one who does already keeps the title."""
    if ACTING.match(title):
        return title
    return f"и. о. {decline_position(title).genitive}"


@lru_cache(maxsize=3)
def _known(gender: Gender | None) -> dict[str, CaseForms]:
    known: dict[str, CaseForms] = {}
    for entry in position_book().entries:
        forms = entry.feminine if gender is Gender.FEMALE and entry.feminine else entry.forms
        known.setdefault(comparison_key(entry.title), forms)
        if entry.feminine:
            known.setdefault(comparison_key(entry.feminine.nominative), entry.feminine)
    return known


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[Position, ...]]:
    found: dict[str, tuple[Position, ...]] = {}
    for entry in position_book().entries:
        names = {entry.title, entry.forms.genitive, *entry.synonyms}
        if entry.feminine:
            names |= {entry.feminine.nominative, entry.feminine.genitive}
        for name in names:
            found[_key(name)] = (*found.get(_key(name), ()), entry)
    return found


def _longest_prefix(key: str) -> str:
    """Cut words off the end until a known name is left."""
    while key and key not in _by_key():
        key = key.rpartition(" ")[0]
    return key


def _key(title: str) -> str:
    text = ACTING.sub("", clean_spaces(title))
    for pattern, full in ABBREVIATIONS:
        text = re.sub(rf"\b{pattern}", full, text, flags=re.IGNORECASE)
    return " ".join(comparison_key(text).replace(".", " ").split())


def _make(row: Row, fields: dict[str, Any]) -> Position:
    feminine = row.get("feminine")
    return Position(
        **fields,
        forms=CaseForms.from_sequence(row["forms"]),
        feminine=CaseForms.from_sequence(feminine) if feminine else None,
        group=PositionGroup(row["group"]),
        organizations=frozenset(row["organizations"]),
        synonyms=tuple(row.get("synonyms", ())),
    )
