"""Positions by case: leading adjectives and the first noun for a person decline, the rest stays.

«старший педагог дополнительного образования» → «старшему педагогу дополнительного образования»; a list after a comma
declines item by item; «и.о. директора» already stands as it must.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from mentoring.core.wording.cases import CaseForms, Gender
from mentoring.core.wording.normalize import DASHES, clean_spaces, comparison_key, mend_lookalikes
from mentoring.core.wording.position_words import (
    Adjective,
    adjective_forms,
    adjective_reading,
    is_substantive,
    noun_forms,
)

# What stands between the items of a position; a title in quotes never declines.
ITEM_BREAK: Final = re.compile(r"(«[^»]*»|\"[^\"]*\"|\s*[,;/+()]\s*|\s+и\s+)")
WORD: Final = re.compile(r"[\w-]*[^\W\d_][\w-]*\.?")
HYPHEN_SPACES: Final = re.compile(r"(?<=[^\W\d_])\s*-\s*(?=[^\W\d_])")
# Words before the head that never decline.
NOT_OF_POSITIONS: Final = re.compile(r"[<>{}=@\\]")
FIXED_WORDS: Final = frozenset({"временно", "врио", "ио"})


def position_fault(text: str) -> str:
    """Say why a text is no position; empty when it may be one."""
    if found := NOT_OF_POSITIONS.search(text):
        return f"В должности лишний знак «{found[0]}»: уберите его."
    if any(map(str.isalpha, text)):
        return ""
    return f"«{text.strip()[:60]}» — не должность: впишите её словами, как в штатном расписании."


def decline_position(
    text: str, *, gender: Gender | None = None, known: Mapping[str, CaseForms] | None = None
) -> CaseForms:
    """Give a position in six cases: from the table `known` (by `comparison_key`), otherwise by rule.

    With a gender, a position that is an adjective in form agrees with the person («исполняющая обязанности»);
    without it the position stands as it is written.
    """
    neat = HYPHEN_SPACES.sub("-", mend_lookalikes(clean_spaces(text)).translate(DASHES))
    stored = (known or {}).get(comparison_key(neat))
    return stored if stored is not None else _by_rule(neat, gender)


@lru_cache(maxsize=4_000)
def _by_rule(text: str, gender: Gender | None) -> CaseForms:
    pieces = ITEM_BREAK.split(text)
    return CaseForms.join(
        [piece if index % 2 else _decline_item(piece, gender) for index, piece in enumerate(pieces)], separator=""
    )


def _decline_item(item: str, gender: Gender | None) -> CaseForms:
    """Decline the head of one item; an item without a head in the nominative stays as it is."""
    matches = list(WORD.finditer(item))
    words = [match.group() for match in matches]
    start = _first_full_word(words)
    leading = _leading_adjectives(words[start:])
    declined = _decline_head(words[start:], leading, gender)
    parts: list[CaseForms | str] = []
    position = 0
    for match, forms in zip(matches[start:], declined, strict=False):
        parts += [item[position : match.start()], forms]
        position = match.end()
    return CaseForms.join([*parts, item[position:]], separator="")


def _first_full_word(words: list[str]) -> int:
    """Skip «и.о.», «зам.», «временно» before the head."""
    for index, word in enumerate(words):
        if not word.endswith(".") and word.lower() not in FIXED_WORDS:
            return index
    return len(words)


def _leading_adjectives(words: list[str]) -> list[Adjective]:
    """Collect the adjectives that stand before the head."""
    found: list[Adjective] = []
    for word, following in pairwise(words):
        reading = adjective_reading(word)
        if reading is None or not (adjective_reading(following) or noun_forms(following)):
            break
        found.append(reading)
    return found


def _decline_head(words: list[str], leading: list[Adjective], gender: Gender | None) -> list[CaseForms]:
    if len(leading) == len(words):
        return []
    head = words[len(leading)]
    adjective = adjective_reading(head)
    if adjective is not None and is_substantive(head):
        return [adjective_forms(reading, gender) for reading in (*leading, adjective)]
    noun = noun_forms(head)
    if noun is None:
        return []
    return [*(adjective_forms(reading, None) for reading in leading), noun]
