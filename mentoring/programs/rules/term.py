"""The term of a programme: 3 months to 12 months less a day, both dates inside (Положение, п. 1.2; R-1.7)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mentoring.core.dates import (
    PROGRAM_MIN_MONTHS,
    ProductionCalendar,
    WorkWeek,
    add_working_days,
    is_working_day,
    program_end_limit,
    program_end_minimum,
)
from mentoring.core.wording import long_date, period

ONE_DAY: Final = timedelta(days=1)
SUMMER: Final = range(6, 9)
LAST_SCHOOL_MONTH: Final = 5
LAST_SCHOOL_DAY: Final = 31
DAYS_FOR_PAPERS: Final = 3  # working days to print, sign and issue the order


@dataclass(frozen=True, slots=True)
class Term:
    """Both days belong to the term."""

    starts_on: date
    ends_on: date

    def __str__(self) -> str:
        return period(self.starts_on, self.ends_on)

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends_on - self.starts_on).days + 1


def default_term(today: date, *, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE) -> Term:
    """Propose a term: from the day when the order can be ready to the end of lessons, or of the next year's lessons."""
    starts_on = _start(today, calendar, week)
    ends_on = _end_of_lessons(starts_on)
    if ends_on < program_end_minimum(starts_on):
        ends_on = date(ends_on.year + 1, LAST_SCHOOL_MONTH, LAST_SCHOOL_DAY)
    return Term(starts_on, min(ends_on, program_end_limit(starts_on)))


def term_fault(starts_on: date, ends_on: date) -> str:
    """What is wrong with a term, in one sentence with the way out; empty when it is right."""
    if ends_on < starts_on:
        return "Программа заканчивается раньше, чем начинается: исправьте одну из дат."
    shortest, longest = program_end_minimum(starts_on), program_end_limit(starts_on)
    if ends_on < shortest:
        return (
            f"Программа короче {PROGRAM_MIN_MONTHS} месяцев: при начале {long_date(starts_on)} "
            f"она длится не меньше чем по {long_date(shortest)}"
        ) + _end("выберите дату позже")
    if ends_on > longest:
        return (
            f"Программа дольше года: при начале {long_date(starts_on)} её последний день — не позже "
            f"{long_date(longest)}"
        ) + _end("выберите дату раньше")
    return ""


def _end(advice: str) -> str:
    return f": {advice}."


def _start(today: date, calendar: ProductionCalendar, week: WorkWeek | int) -> date:
    if today.month in SUMMER:
        start = date(today.year, 9, 1)
        return start if is_working_day(start, calendar=calendar, week=week) else _next(start, calendar, week)
    return add_working_days(today, DAYS_FOR_PAPERS, calendar=calendar, week=week)


def _next(day: date, calendar: ProductionCalendar, week: WorkWeek | int) -> date:
    return add_working_days(day, 1, calendar=calendar, week=week)


def _end_of_lessons(day: date) -> date:
    year = day.year if day.month <= LAST_SCHOOL_MONTH else day.year + 1
    return date(year, LAST_SCHOOL_MONTH, LAST_SCHOOL_DAY)
