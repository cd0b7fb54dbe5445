"""The dictionary of Russian, loaded at the first word that needs it (0.1 s, 16 MB)."""

from functools import lru_cache
from typing import Final

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

from mentoring.core.wording.cases import Case, CaseForms

GRAMMEMES: Final = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
NUMBER: Final = "sing"


@lru_cache(maxsize=1)
def analyzer() -> MorphAnalyzer:
    """Load the dictionary once a process."""
    return MorphAnalyzer()


def readings(word: str, *, known_only: bool = False) -> list[Parse]:
    """Give all readings of a word; none for a word outside the dictionary when `known_only`."""
    if known_only and not analyzer().word_is_known(word):
        return []
    return list(analyzer().parse(word))


def inflect(reading: Parse) -> CaseForms | None:
    """Decline one singular reading as the word for a person, or tell that it has no full set of forms."""
    forms: dict[str, str] = {}
    for case, grammeme in GRAMMEMES.items():
        changed = reading.inflect({grammeme, NUMBER})
        if changed is None:
            return None
        forms[case] = changed.word
    if reading.tag.gender == "masc" and not reading.word.endswith(("а", "я")):
        forms[Case.ACCUSATIVE] = forms[Case.GENITIVE]
    return CaseForms.from_mapping(forms)
