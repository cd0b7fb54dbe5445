"""Names of organisations beside other words: «старшему воспитателю детского сада № 8», «директору МБОУ «СОШ № 55»».

What stands in quotes, and an abbreviation with all that follows it, never declines; a kind of organisation in plain
words declines up to its number; any other name without quotes gets them.
"""

import re
from functools import lru_cache
from typing import Final

from pymorphy3.analyzer import Parse

from mentoring.core.wording.cases import Case, CaseForms
from mentoring.core.wording.morphology import inflect, readings
from mentoring.core.wording.normalize import clean_spaces

QUOTES: Final = re.compile(r"[«\"„“]")
FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KINDS: Final = frozenset(
    {
        "академия", "гимназия", "дворец", "дом", "институт", "интернат", "колледж", "комбинат", "комитет", "комплекс",
        "лицей", "отдел", "организация", "прогимназия", "сад", "станция", "студия", "техникум", "управление",
        "учреждение", "училище", "филиал", "центр", "школа",
    }
)  # fmt: skip
# With these a name begins that is no name of its own: «детский сад № 8» has no capital inside a sentence.
PLAIN_ADJECTIVES: Final = frozenset(
    {
        "вечерний", "детский", "дошкольный", "начальный", "общеобразовательный", "основной", "средний", "специальный",
    }
)  # fmt: skip
# «Заведующий» rules the instrumental case: «заведующему детским садом».
RULES_INSTRUMENTAL: Final = re.compile(r"(заведующ|управляющ)\w+$", re.IGNORECASE)


def organization_after(position: str, name: str) -> str:
    """Give the name as it stands after a position: «директор» → «школы № 5», «заведующий» → «детским садом № 8»."""
    case = Case.INSTRUMENTAL if RULES_INSTRUMENTAL.search(position.strip()) else Case.GENITIVE
    return decline_organization(name).of(case)


@lru_cache(maxsize=1_000)
def decline_organization(name: str) -> CaseForms:
    """Give a name of an organisation in six cases, as it stands inside a sentence."""
    neat = clean_spaces(name)
    first = FIRST_WORD.search(neat)
    if first is None or _is_abbreviation(first.group()):
        return CaseForms.same(neat)
    forms = _kind_forms(neat)
    if forms is not None:
        return forms
    return CaseForms.same(neat if QUOTES.search(neat) else f"«{neat}»")


def _kind_forms(neat: str) -> CaseForms | None:
    """Decline the adjectives and the noun of the kind with which the name begins; None when it begins otherwise."""
    parts: list[CaseForms | str] = []
    end = 0
    for match in WORD.finditer(neat):
        between = neat[end : match.start()]
        if between.strip():
            return None
        end = match.end()
        noun = _noun_forms(match.group())
        parts += [between, noun or _adjective_forms(match.group()) or ""]
        if not parts[-1]:
            return None
        if noun:
            return CaseForms.join([*parts, neat[end:]], separator="")
    return None


def _noun_forms(word: str) -> CaseForms | None:
    halves = word.lower().split("-")
    if not set(halves) & KINDS:
        return None
    return CaseForms.join([_forms_of(_nominative(half, "NOUN")) or half for half in halves], separator="-")


def _adjective_forms(word: str) -> CaseForms | None:
    reading = _nominative(word, "ADJF")
    forms = _forms_of(reading)
    if reading is None or forms is None:
        return None
    if reading.normal_form in PLAIN_ADJECTIVES:
        return forms
    return forms.map(lambda form: word[:1] + form[1:])


def _nominative(word: str, part_of_speech: str) -> Parse | None:
    for reading in readings(word.lower()):
        tag = reading.tag
        if part_of_speech == tag.POS and tag.case == "nomn" and tag.number == "sing":
            return reading
    return None


def _forms_of(reading: Parse | None) -> CaseForms | None:
    return None if reading is None else inflect(reading)


def _is_abbreviation(word: str) -> bool:
    if len(word) == 1 or not word.isupper():
        return False
    adjective = _nominative(word, "ADJF")
    return word.lower() not in KINDS and (adjective is None or adjective.normal_form not in PLAIN_ADJECTIVES)
