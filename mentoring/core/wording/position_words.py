"""Words of positions in the dictionary: adjectives before the head, adjectives that are heads, nouns for persons."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pymorphy3.analyzer import Parse

from mentoring.core.wording.cases import CaseForms, Gender
from mentoring.core.wording.morphology import analyzer, inflect, readings

ADJECTIVE_PARTS: Final = frozenset({"ADJF", "PRTF"})
GENDERS: Final = frozenset({"masc", "femn", "ms-f"})
NOT_A_POSITION: Final = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Init", "Fixd"})
GRAMMEMES: Final = {Gender.MALE: "masc", Gender.FEMALE: "femn"}
# Adjectives that name a person by themselves.
SUBSTANTIVES: Final = frozenset(
    {
        "заведующий",
        "вожатый",
        "исполняющий",
        "управляющий",
        "рабочий",
        "дежурный",
        "служащий",
        "ответственный",
        "уполномоченный",
        "учащийся",
    }
)
ABBREVIATION_LENGTH: Final = 5
# First halves that only qualify the second one: «шеф-повара», «вице-президента».
QUALIFIERS: Final = frozenset({"шеф", "вице", "экс", "пресс", "бизнес", "веб", "арт", "медиа", "обер", "контент"})
# A word outside the dictionary is taken for a person only with an ending of persons.
PERSON_ENDINGS: Final = (
    "тель", "тор", "сор", "ер", "ёр", "лог", "гог", "вед", "вод", "граф", "ист", "ник", "щик", "чик", "арь", "ант",
    "ент", "атр", "коуч", "метр", "ор",
)  # fmt: skip


@dataclass(frozen=True)
class Adjective:
    """An adjective in the nominative as it stands in the text, with its reading."""

    word: str
    reading: Parse


@lru_cache(maxsize=4_000)
def adjective_reading(word: str) -> Adjective | None:
    """Read a word as an adjective or participle in the nominative singular."""
    for reading in readings(word.lower()):
        tag = reading.tag
        if tag.POS in ADJECTIVE_PARTS and tag.case == "nomn" and tag.number == "sing" and tag.gender in GENDERS:
            return Adjective(word, reading)
    return None


def is_substantive(word: str) -> bool:
    """Tell whether an adjective names a person by itself: «заведующий», «вожатая»."""
    adjective = adjective_reading(word)
    masculine = adjective and adjective.reading.inflect({"masc", "nomn", "sing"})
    return masculine is not None and masculine.word in SUBSTANTIVES


def adjective_forms(adjective: Adjective, gender: Gender | None) -> CaseForms:
    """Decline an adjective, put into the gender when it is given."""
    reading = adjective.reading
    if gender is not None:
        reading = reading.inflect({"nomn", "sing", GRAMMEMES[gender]}) or reading
    forms = inflect(reading)
    return CaseForms.same(adjective.word) if forms is None else _dressed(forms, sample=adjective.word)


@lru_cache(maxsize=4_000)
def noun_forms(word: str) -> CaseForms | None:
    """Decline a noun for a person in the nominative, both halves of a hyphenated one; None for other words."""
    halves = [_half_forms(half) for half in word.split("-")]
    if not any(halves):
        return None
    return CaseForms.join([forms or half for forms, half in zip(halves, word.split("-"), strict=True)], separator="-")


def _half_forms(half: str) -> CaseForms | None:
    if not half or half.lower() in QUALIFIERS or (half.isupper() and len(half) < ABBREVIATION_LENGTH):
        return None
    for reading in readings(half.lower()):
        if _names_person(reading):
            forms = inflect(reading)
            return None if forms is None else _dressed(forms, sample=half)
    return None


def _names_person(reading: Parse) -> bool:
    tag = reading.tag
    if tag.POS != "NOUN" or tag.case != "nomn" or tag.number != "sing" or tag.gender not in GENDERS:
        return False
    if NOT_A_POSITION & tag.grammemes:
        return False
    if analyzer().word_is_known(reading.word):
        return bool(tag.animacy == "anim")
    return bool(tag.gender == "masc") and str(reading.word).endswith(PERSON_ENDINGS)


def _dressed(forms: CaseForms, *, sample: str) -> CaseForms:
    """Give dictionary forms the capitals and the ё habit of the text."""

    def dress(form: str) -> str:
        kept = form if "ё" in sample.lower() else form[: len(sample) - 2].replace("ё", "е") + form[len(sample) - 2 :]
        if sample.isupper() and len(sample) > 1:
            return kept.upper()
        return sample[:1] + kept[1:] if sample[:1].lower() == kept[:1].lower() else kept

    return forms.map(dress)
