"""Positions: the words of the staff list stay, beside them the code of the nomenclature and the subject."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces, comparison_key, mend_lookalikes, position_fault
from mentoring.reference.books.positions import find_position
from mentoring.staff.imports.values.reading import Reading, broken, is_blank, shown
from mentoring.staff.imports.values.subjects import subject_as_named, subject_from_genitive

TEXT_MAX_LENGTH = 200
AFTER_TEACHER = re.compile(r"(?:учител[ья]|учительница|преподавател[ья]|уч\.)\s+(?P<subject>[^;/+(]+)", re.IGNORECASE)
TEACHER = re.compile(r"учител[ья]|учительница|преподавател[ья]", re.IGNORECASE)
ASIDE = re.compile(r"[,;:()]")
RATE_BEHIND = re.compile(r"[\s,(]+\d(?:[.,]\d+)?\s*ст(?:ав\w*)?\.?\s*\)?$", re.IGNORECASE)
SEVERAL = re.compile(r"[,;/+]|\s+и\s+(?=учител|воспитат|педагог|преподав|методист|замест|зам\.)")


@dataclass(frozen=True, slots=True)
class StaffPosition:
    """A position of a staff list."""

    text: str
    code: str | None
    subject: str


@lru_cache(maxsize=4_000, typed=True)
def read_position(cell: Cell, *, organization_type: str = "") -> Reading[StaffPosition]:
    """Read a position; one that the nomenclature does not know is kept as it is written."""
    if is_blank(cell):
        return Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    whole = neat(shown(cell))
    text = RATE_BEHIND.sub("", whole)
    if len(text) > TEXT_MAX_LENGTH:
        return Reading(error=f"Должность «{text[:40]}…» слишком длинная: сократите до {TEXT_MAX_LENGTH} знаков.")
    if fault := position_fault(text):
        return Reading(error=fault)
    found = lookup(text, organization_type)
    notes = []
    if text != whole:
        notes.append(f"Из «{whole[:80]}» взята только должность: ставку впишите в столбец «Ставка».")
    if found.code is None:
        notes.append(
            f"Должности «{text[:80]}» нет в номенклатуре: она записана как есть, выберите подходящую в карточке."
        )
    return Reading(found, warnings=tuple(notes))


@lru_cache(maxsize=2_000)
def lookup(text: str, organization_type: str) -> StaffPosition:
    """Find the code and the subject of a position; of several positions the first that is known decides."""
    named = subject_of(text)
    for part in (text, *SEVERAL.split(text)[1:]):
        position = find_position(part.strip(), organization_type=organization_type)
        if position is not None:
            return StaffPosition(text, position.code, named)
    return StaffPosition(text, None, named)


def subject_of(text: str) -> str:
    """Find the subject in «учитель физики», «учитель, физика» and «учитель (физика)»."""
    behind = AFTER_TEACHER.search(text)
    if behind and (found := subject_from_genitive(behind["subject"])):
        return found
    if not TEACHER.match(text):
        return ""
    return next(filter(None, map(subject_as_named, ASIDE.split(text)[1:])), "")


@lru_cache(maxsize=4_000, typed=True)
def read_subject(cell: Cell) -> Reading[str]:
    """Read a subject as it is written."""
    if is_blank(cell):
        return Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    text = neat(shown(cell))
    if len(text) > TEXT_MAX_LENGTH:
        return Reading(error=f"Предмет «{text[:40]}…» слишком длинный: сократите до 200 знаков.")
    return Reading(text)


def neat(text: str) -> str:
    """Mend letters, spaces around hyphens and capitals."""
    text = re.sub(
        r"(?<=[а-яё])\s*[-–—]\s+(?=[а-яё])|(?<=[а-яё])\s+[-–—](?=[а-яё])", "-", mend_lookalikes(clean_spaces(text))
    )
    return text.lower() if text.isupper() and len(text) > 5 else text


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ only by capitals, ё and spaces."""
    return comparison_key(one) == comparison_key(other)
