"""Working days of the five- and the six-day week by a production calendar that is given as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property
from typing import Final

from mentoring.core.errors import Refusal

ONE_DAY: Final = timedelta(days=1)
SUNDAY: Final = 6


class WorkWeek(IntEnum):
    """How many days a week the organisation works."""

    FIVE = 5
    SIX = 6


class CalendarGap(Refusal):
    """The production calendar has no such year."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"Производственного календаря на {year} год нет: выберите более близкую дату или добавьте этот год."
        )


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is off though it may be a weekday: a public holiday or a moved day of rest."""

    day: date
    name: str
    moved_from: date | None = None

    def is_off_in(self, week: WorkWeek) -> bool:
        """Tell whether the day is off in that week: a rest moved from a Saturday does not touch the six-day week."""
        return self.moved_from is None or week is WorkWeek.FIVE or self.moved_from.weekday() == SUNDAY


@dataclass(frozen=True)
class CalendarYear:
    """One year: days off, weekends made working, and whether its transfers are already decreed."""

    year: int
    days_off: tuple[DayOff, ...]
    working_weekends: frozenset[date] = frozenset()
    verify: bool = False
    source: str = ""


@dataclass(frozen=True, eq=False)
class ProductionCalendar:
    """A production calendar of several years."""

    years: Mapping[int, CalendarYear]

    @cached_property
    def _days_off(self) -> dict[WorkWeek, frozenset[date]]:
        return {
            week: frozenset(off.day for year in self.years.values() for off in year.days_off if off.is_off_in(week))
            for week in WorkWeek
        }

    def year_of(self, day: date) -> CalendarYear:
        """Give the year of a day; raises CalendarGap when the calendar does not have it."""
        try:
            return self.years[day.year]
        except KeyError:
            raise CalendarGap(day.year) from None

    def is_working_day(self, day: date, *, week: WorkWeek = WorkWeek.FIVE) -> bool:
        """Tell whether a day is a working one."""
        year = self.year_of(day)
        if day in self._days_off[week]:
            return False
        return day.weekday() < week or day in year.working_weekends

    def replaced(self, *years: CalendarYear) -> "ProductionCalendar":
        """Give a calendar in which these years stand instead of its own."""
        return ProductionCalendar({**self.years, **{year.year: year for year in years}})


def is_working_day(day: date, *, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE) -> bool:
    """Tell whether a day is a working one by the calendar; raises CalendarGap outside of it."""
    return calendar.is_working_day(day, week=WorkWeek(week))


def add_working_days(
    start: date, count: int, *, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE
) -> date:
    """Give the date `count` working days after `start`, which is not counted; raises CalendarGap, ValueError."""
    if count < 0:
        raise ValueError("working days are counted forward only")
    calendar.year_of(start)
    day, left, kind = start, count, WorkWeek(week)
    while left:
        day += ONE_DAY
        left -= calendar.is_working_day(day, week=kind)
    return day


def working_days_between(
    start: date, end: date, *, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE
) -> int:
    """Count the working days after `start` up to `end`, which is counted; zero when `end` is not later."""
    kind = WorkWeek(week)
    days = (start + timedelta(days=offset) for offset in range(1, (end - start).days + 1))
    return sum(calendar.is_working_day(day, week=kind) for day in days)
