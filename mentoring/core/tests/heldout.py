"""Read the lists of forms written by hand: stems with the six endings spelled out."""

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
SIX = 6


@dataclass(frozen=True)
class Person:
    """A made-up person with whole names in six cases."""

    gender: str
    forms: tuple[str, ...]


def people() -> list[Person]:
    """Give the people of the list."""
    return [_person(line) for line in _lines("people.txt")]


def positions() -> list[tuple[str, ...]]:
    """Give the positions of the list, each in six cases."""
    return [tuple(_fill(line, index) for index in range(SIX)) for line in _lines("positions.txt")]


def same_letters(text: str) -> str:
    """Make ё and е equal, as a reader does."""
    return text.replace("ё", "е").replace("Ё", "Е")


def _lines(name: str) -> list[str]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _person(line: str) -> Person:
    gender, *parts = (part.strip() for part in line.split("|"))
    columns = [_part(part) for part in parts]
    return Person("male" if gender == "m" else "female", tuple(" ".join(words) for words in zip(*columns, strict=True)))


def _part(text: str) -> list[str]:
    pieces = [_piece(piece) for piece in re.split(r"\s(?=-)", text)]
    return ["".join(words) for words in zip(*pieces, strict=True)]


def _piece(text: str) -> list[str]:
    stem, slash, endings = text.partition("/")
    return [stem + ending for ending in endings.split(",")] if slash else [text] * SIX


def _fill(line: str, index: int) -> str:
    return re.sub(r"\{([^/}]*)/([^}]*)\}", lambda match: match[1] + match[2].split(",")[index], line)
