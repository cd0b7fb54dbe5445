"""What every payload has: a kind, and a plain form of texts, lists and dictionaries."""

import re
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Final

NUMBER_SIGN: Final = re.compile(r"№ (?=\S)")  # a number never parts from its sign at the end of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """Frozen texts of one paper; `kind` finds its form, its journal and its reaction."""

    kind: ClassVar[str] = ""

    def as_json(self) -> dict[str, Any]:
        """The payload as it is stored and handed to the renderer."""
        return {key: _plain(item) for key, item in asdict(self).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Names of the organisation at the top of a paper; `genitive` is the short one inside a sentence."""

    full_name: str
    short_name: str
    place: str
    genitive: str
    founder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs: «Директор» … «О.И. Сидорова»."""

    position: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquainted:
    """A line of the sheet of acquaintance."""

    name: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """«Срок» — «с 1 сентября 2026 г. по 31 мая 2027 г.»."""

    label: str
    text: str


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return NUMBER_SIGN.sub("№\u00a0", value) if isinstance(value, str) else value
