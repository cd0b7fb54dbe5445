"""The books as a person reads them: title, source, dates, the mark «проверить», whatever the book is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from mentoring.core.wording import counted, search_text
from mentoring.reference.books.production_calendar import calendar, decreed_years
from mentoring.reference.loading import Book, Entry, Row, load_book, read_toml

CALENDAR: Final = "calendar"
NAMES: Final = (
    *("norms", "thresholds", "grounds", "kinds", "forms", "areas", "competencies", "activities"),
    *("positions", "categories", "organization_types"),
)
UNITS: Final = {
    "months": ("месяц", "месяца", "месяцев"),
    "days": ("день", "дня", "дней"),
    "working_days": ("рабочий день", "рабочих дня", "рабочих дней"),
    "hours": ("час", "часа", "часов"),
    "years": ("год", "года", "лет"),
    "people": ("человек", "человека", "человек"),
    "pieces": ("", "", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Entry):
    """An entry in words."""

    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A book with what a reader asks first: how long it is, where it is from, how much of it is not sure."""

    name: str
    title: str
    source: str
    lines: Sequence[Line]

    @property
    def doubtful(self) -> int:
        """How many entries a person must check against the norm."""
        return sum(line.verify for line in self.lines)

    def having(self, words: str) -> list[Line]:
        """Lines in which all the words stand."""
        wanted = search_text(words).split()
        return [line for line in self.lines if all(word in search_text(line.title, line.about) for word in wanted)]


def shelf() -> list[Shelved]:
    """Give all books in the order in which people ask for them."""
    return [*(_shelved(name) for name in NAMES), _calendar()]


def book_named(name: str) -> Shelved | None:
    """Give one book, or nothing when there is none of that name."""
    if name == CALENDAR:
        return _calendar()
    return _shelved(name) if name in NAMES else None


def _shelved(name: str) -> Shelved:
    book: Book[Line] = load_book(name, _line)
    return Shelved(name=name, title=book.title, source=str(read_toml(f"{name}.toml")["source"]), lines=book.entries)


def _line(row: Row, fields: dict[str, Any]) -> Line:
    told = (_number(row), _requisites(row), str(row.get("description", "")), fields["note"])
    return Line(**fields, about=" ".join(part for part in told if part))


def _number(row: Row) -> str:
    if "value" not in row:
        return ""
    words = UNITS[row["unit"]]
    return (counted(row["value"], *words) if words[0] else str(row["value"])) + "."


def _requisites(row: Row) -> str:
    if "signed_on" not in row or not row.get("number"):
        return ""
    return f"{str(row['kind']).capitalize()} от {row['signed_on']:%d.%m.%Y} № {row['number']}."


def _calendar() -> Shelved:
    known = decreed_years()
    years = [calendar().years[number] for number in range(known[0], known[-1] + 2)]  # and one that no decree has set
    lines = [
        Line(
            code=str(year.year),
            title=f"{year.year} год",
            source=year.source,
            verify=year.verify,
            about=f"Нерабочих праздничных и перенесённых дней: {len(year.days_off)}.",
        )
        for year in years
    ]
    return Shelved(
        name=CALENDAR,
        title="Производственный календарь",
        source="Статья 112 ТК РФ и ежегодные постановления Правительства РФ",
        lines=lines,
    )
