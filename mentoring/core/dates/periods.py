"""Months, school years, and the shortest and longest term of a programme; both dates of a term are inside it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

PROGRAM_MIN_MONTHS: Final = 3  # «от 3 месяцев до 1 года» (Положение, п. 1.2)
PROGRAM_MAX_MONTHS: Final = 12
SEPTEMBER: Final = 9
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year, from 1 September to 31 August."""

    first_year: int

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first_year, SEPTEMBER, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.first_year + 1, SEPTEMBER, 1) - ONE_DAY

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def next(self) -> "SchoolYear":
        """Give the year after this one."""
        return SchoolYear(self.first_year + 1)


def school_year(day: date) -> SchoolYear:
    """Give the school year that the day belongs to."""
    return SchoolYear(day.year if day.month >= SEPTEMBER else day.year - 1)


def add_months(day: date, months: int) -> date:
    """Move a date by whole months; a day that the month does not have becomes its last day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def full_months(since: date, until: date) -> int:
    """Count the whole months from one date to another; zero when the second is not later."""
    if until <= since:
        return 0
    months = (until.year - since.year) * 12 + until.month - since.month
    return months if add_months(since, months) <= until else months - 1


def program_end_limit(start: date) -> date:
    """Give the latest last day of a programme that begins on `start`: twelve months less a day."""
    return add_months(start, PROGRAM_MAX_MONTHS) - ONE_DAY


def program_end_minimum(start: date) -> date:
    """Give the earliest last day of a programme that begins on `start`: three months less a day."""
    return add_months(start, PROGRAM_MIN_MONTHS) - ONE_DAY
