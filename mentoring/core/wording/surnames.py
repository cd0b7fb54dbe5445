"""Surnames by case: exceptions, then the dictionary of common nouns, then rules of stress, then suffix rules.

The suffix rules know families of surnames but neither stress («с Ткачом») nor vanishing vowels («Зайца»); a
surname that is a common noun declines like that noun, so the dictionary answers before them.
"""

import re
from functools import lru_cache
from typing import Final

from pymorphy3.analyzer import Parse
from pytrovich.enums import Case as SuffixCase
from pytrovich.enums import Gender as SuffixGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from mentoring.core.wording.cases import Case, CaseForms, Gender
from mentoring.core.wording.exceptions import name_exceptions
from mentoring.core.wording.morphology import inflect, readings

VOWELS: Final = "аеёиоуыэюя"
POSSESSIVE_MALE: Final = ("ов", "ев", "ёв", "ин", "ын")
POSSESSIVE_FEMALE: Final = ("ова", "ева", "ёва", "ина", "ына")
# A surname from a given name, a place or an abbreviation says nothing about how the noun declines.
NOT_COMMON: Final = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init", "Fixd", "Pltm"})
VANISHING: Final = re.compile(r"(?<=[^аеёиоуыэюяьй])[еёо](?=к$)")
VANISHING_ENDS: Final = ("енок", "ёнок", "онок", "чок", "шок", "жок", "ушек", "ешек")
# After these consonants the ending -ой is that of an adjective: «с Чужим», «с Лихим».
STRESSED_ADJECTIVE: Final = ("гой", "кой", "хой", "жой", "шой")
SUFFIX_CASES: Final = {case: SuffixCase[case.name] for case in Case}
SUFFIX_GENDERS: Final = {gender: SuffixGender[gender.name] for gender in Gender}


@lru_cache(maxsize=1)
def suffix_rules() -> PetrovichDeclinationMaker:
    """Load the suffix rules once a process."""
    return PetrovichDeclinationMaker()


def by_suffix(word: str, *, part: NamePart, gender: Gender) -> CaseForms:
    """Decline one word by the suffix rules."""
    maker = suffix_rules()
    return CaseForms(*(maker.make(part, SUFFIX_GENDERS[gender], SUFFIX_CASES[case], word) for case in Case))


@lru_cache(maxsize=20_000)
def decline_surname(surname: str, *, gender: Gender) -> CaseForms:
    """Decline a surname in title case; each part of a double surname on its own."""
    pieces = surname.split("-")
    forms = [
        CaseForms.same(piece)
        if index < len(pieces) - 1 and piece.lower() in name_exceptions().fixed_first_parts
        else _decline_piece(piece, gender)
        for index, piece in enumerate(pieces)
    ]
    return CaseForms.join(forms, separator="-")


def _decline_piece(piece: str, gender: Gender) -> CaseForms:
    word = piece.lower()
    exceptions = name_exceptions()
    if word in exceptions.indeclinable_surnames:
        return CaseForms.same(piece)
    forms = exceptions.surname(word, gender) or _as_common_noun(word, gender) or _by_rule(word, gender)
    if forms is None:
        return by_suffix(piece, part=NamePart.LASTNAME, gender=gender)
    return with_case_of(forms, sample=piece)


def with_case_of(forms: CaseForms, *, sample: str) -> CaseForms:
    """Give small-letter forms the capital and the ё habit of the word they came from."""
    first, plain = sample[:1], "ё" not in sample.lower()
    keep = len(sample) - 1

    def dress(form: str) -> str:
        dressed = first + form[1:]
        return dressed if not plain else dressed[:keep].replace("ё", "е") + dressed[keep:]

    return CaseForms(sample, *(dress(form) for form in forms.as_tuple()[1:]))


def _as_common_noun(word: str, gender: Gender) -> CaseForms | None:
    ends_like_noun = word.endswith(("а", "я"))
    if gender is Gender.FEMALE and not ends_like_noun:
        return None
    if word.endswith(POSSESSIVE_MALE):
        return None
    if gender is Gender.FEMALE and word.endswith(POSSESSIVE_FEMALE) and word not in name_exceptions().feminine_nouns:
        return None
    for reading in readings(word, known_only=True):
        if _is_common_noun(reading) and (ends_like_noun or reading.tag.gender == "masc"):
            forms = inflect(reading)
            return None if forms is None or _loses_only_vowel(word, forms) else forms
    return None


def _is_common_noun(reading: Parse) -> bool:
    tag = reading.tag
    return (
        tag.POS == "NOUN"
        and tag.case == "nomn"
        and tag.number == "sing"
        and tag.gender in {"masc", "femn", "ms-f"}
        and not NOT_COMMON & tag.grammemes
    )


def _loses_only_vowel(word: str, forms: CaseForms) -> bool:
    """A one-syllable surname keeps its vowel: «Рота», not «Рта»."""
    return _syllables(word) == 1 and not forms.genitive.startswith(word.rstrip("ьй"))


def _by_rule(word: str, gender: Gender) -> CaseForms | None:
    if word.endswith(("на", "ва")):
        return _noun_on_a(word, gender)
    return None if gender is Gender.FEMALE else _male_by_rule(word)


def _male_by_rule(word: str) -> CaseForms | None:
    exceptions = name_exceptions()
    if word in exceptions.stressed_ich or word.endswith("ач") or _is_short_foreign(word):
        return _consonant(word)
    if word in exceptions.masculine_nouns_iy:
        stem = word[:-1]
        return CaseForms(word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "и")
    if word.endswith(VANISHING_ENDS):
        return _consonant(word, stem=VANISHING.sub("", word))
    if word.endswith(STRESSED_ADJECTIVE) and _syllables(word) > 1:
        stem = word[:-2]
        return CaseForms(word, stem + "ого", stem + "ому", stem + "ого", stem + "им", stem + "ом")
    return None


def _is_short_foreign(word: str) -> bool:
    """One syllable has no room for a possessive suffix: «с Юном», «с Мином»."""
    return word.endswith((*POSSESSIVE_MALE, "юн")) and _syllables(word) == 1


def _noun_on_a(word: str, gender: Gender) -> CaseForms | None:
    """A surname on -на or -ва declines as a noun unless it is a woman's possessive one: «Сосны», but «Сосниной»."""
    is_noun = gender is Gender.MALE or word in name_exceptions().feminine_nouns
    if not is_noun and word.endswith(POSSESSIVE_FEMALE):
        return None
    stem = word[:-1]
    return CaseForms(word, stem + "ы", stem + "е", stem + "у", stem + "ой", stem + "е")


def _consonant(word: str, *, stem: str = "") -> CaseForms:
    stem = stem or word
    return CaseForms(word, stem + "а", stem + "у", stem + "а", stem + "ом", stem + "е")


def _syllables(word: str) -> int:
    return sum(letter in VOWELS for letter in word)
