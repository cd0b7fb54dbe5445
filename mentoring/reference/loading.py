"""Read books of reference data: TOML files with a source, dates of validity and the mark «проверить»."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any, Generic, TypeVar

from mentoring.core.errors import Refusal

Row = Mapping[str, Any]  # JSON-like border: one table of a TOML file


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry of every book has; `verify` means that a person must check it against the norm."""

    code: str
    title: str
    source: str
    verify: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def is_valid(self, day: date) -> bool:
        """Tell whether the entry is in force on a day; both dates of validity are inside."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


E = TypeVar("E", bound=Entry)


class UnknownCodeError(Refusal, LookupError):
    """A code that the book does not have."""

    def __init__(self, book: str, code: str) -> None:
        super().__init__(f"В справочнике «{book}» нет кода «{code}»: выберите значение из списка.")
        self.book = book
        self.code = code


@dataclass(frozen=True)
class Book(Generic[E]):
    """One book: its title for people and its entries in the order of the file."""

    title: str
    entries: tuple[E, ...]

    def on(self, day: date | None) -> tuple[E, ...]:
        """Give the entries in force on a day, or all of them when no day is given."""
        return self.entries if day is None else tuple(entry for entry in self.entries if entry.is_valid(day))

    def get(self, code: str) -> E:
        """Give the entry with a code, in force or not; raises UnknownCodeError."""
        for entry in self.entries:
            if entry.code == code:
                return entry
        raise UnknownCodeError(self.title, code)


def load_book(name: str, make: Callable[[Row, dict[str, Any]], E], *, table: str = "entry") -> Book[E]:
    """Read a book of the package: every row goes to `make` together with the fields common to all entries."""
    content = read_toml(f"{name}.toml")
    return Book(str(content["title"]), tuple(make(row, common(row, content)) for row in content[table]))


@lru_cache(maxsize=32)
def read_toml(path: str) -> dict[str, Any]:
    """Read one file of the data folder once a process."""
    file = resources.files("mentoring.reference").joinpath("data", path)
    return tomllib.loads(file.read_text(encoding="utf-8"))


def common(row: Row, content: Row) -> dict[str, Any]:
    """Give the fields of `Entry`; source and the mark «проверить» may stand once for the whole file."""
    return {
        "code": row["code"],
        "title": row["title"],
        "source": row.get("source", content["source"]),
        "verify": row.get("verify", content.get("verify", False)),
        "valid_from": row.get("valid_from"),
        "valid_to": row.get("valid_to"),
        "note": row.get("note", ""),
    }
