"""The list of names that no rule declines rightly, read from data."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from mentoring.core.wording.cases import CaseForms, Gender

FormTable = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class NameExceptions:
    """Exceptions of declension; words are in small letters."""

    feminine_nouns: frozenset[str]
    stressed_ich: frozenset[str]
    masculine_nouns_iy: frozenset[str]
    fixed_first_parts: frozenset[str]
    indeclinable_surnames: frozenset[str]
    surnames: FormTable
    first_names: FormTable

    def surname(self, word: str, gender: Gender) -> CaseForms | None:
        """Give the stored forms of a surname, if it has any."""
        return _stored(self.surnames, word, gender)

    def first_name(self, word: str, gender: Gender) -> CaseForms | None:
        """Give the stored forms of a first name, if it has any."""
        return _stored(self.first_names, word, gender)


@lru_cache(maxsize=1)
def name_exceptions() -> NameExceptions:
    """Read the exceptions once a process."""
    file = resources.files("mentoring.core.wording").joinpath("data/names.toml")
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return NameExceptions(
        feminine_nouns=frozenset(content["feminine_nouns"]),
        stressed_ich=frozenset(content["stressed_ich"]),
        masculine_nouns_iy=frozenset(content["masculine_nouns_iy"]),
        fixed_first_parts=frozenset(content["fixed_first_parts"]),
        indeclinable_surnames=frozenset(content["indeclinable_surnames"]),
        surnames=content["surnames"],
        first_names=content["first_names"],
    )


def _stored(table: FormTable, word: str, gender: Gender) -> CaseForms | None:
    forms = table.get(gender, {}).get(word)
    return CaseForms.from_sequence(forms) if forms else None
