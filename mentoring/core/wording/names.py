"""Full names: reading them from one line, declining them whole, and making initials."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pytrovich.enums import NamePart

from mentoring.core.wording.cases import CaseForms, Gender
from mentoring.core.wording.exceptions import name_exceptions
from mentoring.core.wording.morphology import readings
from mentoring.core.wording.normalize import PARTICLES, clean_spaces, normalize_name
from mentoring.core.wording.surnames import by_suffix, decline_surname, with_case_of

NBSP: Final = "\u00a0"
LONGEST_WORD: Final = 60
NOT_OF_NAMES: Final = re.compile(r"[^\w'’ʼ`\-‐‑‒–—―−\s.]|[\d_]")
MALE_PATRONYMIC: Final = ("ич", "ыч")
FEMALE_PATRONYMIC: Final = ("вна", "чна")
MALE_PARTICLES: Final = frozenset({"оглы", "оглу", "улы", "уулу"})
FEMALE_PARTICLES: Final = frozenset({"кызы", "гызы", "кизи"})


@dataclass(frozen=True, slots=True)
class FullName:
    """A name in its three parts; there may be no patronymic."""

    last: str
    first: str
    patronymic: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.last, self.first, self.patronymic) if part)

    def normalized(self) -> "FullName":
        """Give the name with spaces, hyphens, letters and capitals mended."""
        return FullName(normalize_name(self.last), normalize_name(self.first), normalize_name(self.patronymic))


class UnreadableNameError(ValueError):
    """A line that cannot be split into surname, first name and patronymic; the text is for people."""


def parse_full_name(text: str) -> FullName:
    """Split «Фамилия Имя Отчество» into parts; raises UnreadableNameError when the parts cannot be told."""
    if text.strip() and (fault := name_fault(text)):
        raise UnreadableNameError(fault)
    words = normalize_name(text).split()
    if len(words) < 2:
        raise UnreadableNameError("Введите фамилию и имя через пробел, например «Иванова Мария Сергеевна».")
    if words[-1].lower() in PARTICLES and len(words) > 3:
        words[-2:] = [f"{words[-2]} {words[-1]}"]
    if len(words) > 3 and gender_from_patronymic(words[-1]) is not None:
        words[:-2] = [" ".join(words[:-2])]
    if len(words) > 3:
        raise UnreadableNameError(
            f"В имени «{text.strip()}» больше трёх слов: соедините части двойной фамилии или имени дефисом."
        )
    return FullName(*words)


def name_fault(text: str) -> str:
    """Say what is wrong with the signs of a name; empty when all may stand in one."""
    if NOT_OF_NAMES.search(clean_spaces(text)) or not any(map(str.isalpha, text)):
        return f"В имени «{text.strip()[:60]}» лишние знаки: оставьте буквы, дефис и апостроф."
    if any(len(word) > LONGEST_WORD for word in text.split()):
        return f"«{text.strip()[:LONGEST_WORD]}…» слишком длинное имя: проверьте, нет ли лишнего."
    return ""


def gender_from_patronymic(patronymic: str) -> Gender | None:
    """Tell the gender by the patronymic, or None when it is not sure."""
    words = patronymic.lower().replace("-", " ").split()
    if not words:
        return None
    last = words[-1]
    if last in MALE_PARTICLES or last.endswith(MALE_PATRONYMIC):
        return Gender.MALE
    if last in FEMALE_PARTICLES or last.endswith(FEMALE_PATRONYMIC):
        return Gender.FEMALE
    return None


def gender_of(name: FullName) -> Gender | None:
    """Tell the gender by the patronymic, else by a first name that the dictionary knows for one gender only."""
    if name.patronymic:
        return gender_from_patronymic(name.patronymic)
    found = {
        reading.tag.gender
        for reading in readings(name.first.lower(), known_only=True)
        if {"Name", "nomn", "sing"} in reading.tag
    }
    return {"masc": Gender.MALE, "femn": Gender.FEMALE}.get(found.pop() or "") if len(found) == 1 else None


def decline_name(name: FullName, gender: Gender) -> CaseForms:
    """Give the whole name in six cases."""
    neat = name.normalized()
    parts = [_decline_surname_words(neat.last, gender), _decline_first_name(neat.first, gender)]
    if neat.patronymic:
        parts.append(_decline_patronymic(neat.patronymic, gender))
    return CaseForms.join(parts)


def decline_short_name(name: FullName, gender: Gender) -> CaseForms:
    """Give «Иванова М. С.» in six cases."""
    neat = name.normalized()
    return _decline_surname_words(neat.last, gender).map(
        lambda surname: surname_and_initials(surname, neat.first, neat.patronymic)
    )


def initials(last: str, first: str, patronymic: str = "") -> str:
    """Give «М. С. Иванова», as a signature is written."""
    return NBSP.join([*_letters(first, patronymic), last])


def surname_and_initials(last: str, first: str, patronymic: str = "") -> str:
    """Give «Иванова М. С.», as a list is written; the surname may stand in any case."""
    return NBSP.join([last, *_letters(first, patronymic)])


def _letters(first: str, patronymic: str) -> list[str]:
    words = [part.split()[0] for part in (first, patronymic) if part.strip()]
    return ["-".join(f"{piece[0].upper()}." for piece in word.split("-") if piece) for word in words]


def _decline_surname_words(surname: str, gender: Gender) -> CaseForms:
    return CaseForms.join([decline_surname(word, gender=gender) for word in surname.split()])


@lru_cache(maxsize=5_000)
def _decline_first_name(first: str, gender: Gender) -> CaseForms:
    return CaseForms.join([_decline_first_word(word, gender) for word in first.split()])


def _decline_first_word(word: str, gender: Gender) -> CaseForms:
    stored = name_exceptions().first_name(word.lower(), gender)
    if stored is not None:
        return with_case_of(stored, sample=word)
    if gender is Gender.FEMALE and word.endswith("ь"):
        stem = word[:-1]
        return CaseForms(word, stem + "и", stem + "и", word, stem + "ью", stem + "и")
    return by_suffix(word, part=NamePart.FIRSTNAME, gender=gender)


@lru_cache(maxsize=5_000)
def _decline_patronymic(patronymic: str, gender: Gender) -> CaseForms:
    if gender_from_patronymic(patronymic) is not gender or patronymic.replace("-", " ").split()[-1] in PARTICLES:
        return CaseForms.same(patronymic)
    forms = by_suffix(patronymic, part=NamePart.MIDDLENAME, gender=gender)
    if forms.is_declined or gender is Gender.FEMALE:
        return forms
    return CaseForms(patronymic, *(patronymic + ending for ending in ("а", "у", "а", "ем", "е")))
