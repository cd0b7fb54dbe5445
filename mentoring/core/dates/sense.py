"""Which days make sense: bounds of each kind of date around a given «today», wide enough for real life."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from mentoring.core.dates.periods import add_months

MONTHS_IN_YEAR: Final = 12
OLDEST_FACT: Final = date(1950, 1, 1)  # nobody who works today began earlier
OLDEST_SCHOOL: Final = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A kind of date; `words` say what stands between its bounds, both of which are inside."""

    words: str
    months_ahead: int
    months_back: int | None = None
    earliest: date = OLDEST_FACT

    def bounds(self, *, today: date) -> tuple[date, date]:
        """The first and the last day that make sense."""
        first = self.earliest if self.months_back is None else add_months(today, -self.months_back)
        return first, add_months(today, self.months_ahead)

    def fault(self, day: date, *, today: date) -> str:
        """What to do about a day that makes no sense; empty when it does."""
        first, last = self.bounds(today=today)
        return "" if first <= day <= last else self._advice(first, last)

    def fault_of_year(self, year: int, *, today: date) -> str:
        """The same about a year of which the day is not known."""
        first, last = self.bounds(today=today)
        return "" if first.year <= year <= last.year else self._advice(first, last)

    def _advice(self, first: date, last: date) -> str:
        return f"Проверьте год: {self.words} не раньше {first:%d.%m.%Y} и не позже {last:%d.%m.%Y}."


YOUNGEST_WORKER_YEARS: Final = 14  # ТК РФ, ст. 63
OLDEST_WORKER_YEARS: Final = 100

BIRTH: Final = Sense(
    words="работник родился",
    months_back=OLDEST_WORKER_YEARS * MONTHS_IN_YEAR,
    months_ahead=-YOUNGEST_WORKER_YEARS * MONTHS_IN_YEAR,
)
"""Somebody who works."""

FACT: Final = Sense(words="такая дата бывает", months_ahead=MONTHS_IN_YEAR)
"""What happened or is settled already: hiring, a category, a contract."""

ACT: Final = Sense(words="документ датируют днём", months_ahead=MONTHS_IN_YEAR)
"""A paper that may be long in force: a local act, an order on personal data."""

PAPER: Final = Sense(words="документ датируют днём", months_back=5 * MONTHS_IN_YEAR, months_ahead=3)
"""A paper of today: an order, a consent, a notice, minutes; papers of past years may be written down late."""

PLAN: Final = Sense(words="срок назначают", months_back=5 * MONTHS_IN_YEAR, months_ahead=5 * MONTHS_IN_YEAR)
"""A term ahead, or one that began not long ago."""

LAST_DAY: Final = Sense(words="последний день бывает", months_ahead=5 * MONTHS_IN_YEAR)
"""The end of what could begin long ago and may go on for years: work, a break, a post."""

OPENING: Final = Sense(words="такая дата у организации бывает", earliest=OLDEST_SCHOOL, months_ahead=5 * MONTHS_IN_YEAR)
"""The beginning or the end of an organisation or of its name."""
