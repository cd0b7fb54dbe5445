"""The six cases of Russian, grammatical gender, and one phrase in all six cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class Case(StrEnum):
    """A grammatical case; the value is its key in stored forms and in JSON."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Gender(StrEnum):
    """Grammatical gender of a person; always told, never guessed from a first name."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class CaseForms:
    """A word or a phrase in all six cases."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    prepositional: str

    @classmethod
    def same(cls, text: str) -> "CaseForms":
        """Make the forms of a phrase that does not decline."""
        return cls(*(text,) * len(Case))

    @classmethod
    def from_sequence(cls, forms: Sequence[str]) -> "CaseForms":
        """Make forms of six strings in the order of `Case`; raises ValueError when there are not six."""
        if len(forms) != len(Case):
            raise ValueError(f"six case forms are needed, {len(forms)} given")
        return cls(*forms)

    @classmethod
    def from_mapping(cls, forms: Mapping[str, str]) -> "CaseForms":
        """Make forms of a mapping keyed by the names of cases; raises KeyError when one is absent."""
        return cls(*(forms[case] for case in Case))

    @classmethod
    def join(cls, parts: Sequence["CaseForms | str"], *, separator: str = " ") -> "CaseForms":
        """Join phrases case by case; a plain string stays as it is."""
        return cls(
            *(separator.join(part if isinstance(part, str) else part.of(case) for part in parts) for case in Case)
        )

    @property
    def is_declined(self) -> bool:
        """Whether at least one form differs from the nominative."""
        return any(form != self.nominative for form in self.as_tuple())

    def of(self, case: Case) -> str:
        """Give the form of one case."""
        return str(getattr(self, case.value))

    def as_tuple(self) -> tuple[str, ...]:
        """Give the six forms in the order of `Case`."""
        return tuple(self.of(case) for case in Case)

    def as_dict(self) -> dict[str, str]:
        """Give the six forms keyed by the names of cases."""
        return asdict(self)

    def map(self, change: Callable[[str], str]) -> "CaseForms":
        """Apply one change to every form."""
        return CaseForms(*(change(form) for form in self.as_tuple()))
