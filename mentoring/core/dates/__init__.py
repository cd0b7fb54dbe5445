"""Dates of work: what makes sense, months, school years, the term of a programme, working days by a calendar."""

from mentoring.core.dates.periods import (
    PROGRAM_MAX_MONTHS,
    PROGRAM_MIN_MONTHS,
    SchoolYear,
    add_months,
    full_months,
    program_end_limit,
    program_end_minimum,
    school_year,
)
from mentoring.core.dates.sense import ACT, BIRTH, FACT, LAST_DAY, OPENING, PAPER, PLAN, YOUNGEST_WORKER_YEARS, Sense
from mentoring.core.dates.working_days import (
    CalendarGap,
    CalendarYear,
    DayOff,
    ProductionCalendar,
    WorkWeek,
    add_working_days,
    is_working_day,
    working_days_between,
)

__all__ = [
    "ACT",
    "BIRTH",
    "FACT",
    "LAST_DAY",
    "OPENING",
    "PAPER",
    "PLAN",
    "PROGRAM_MAX_MONTHS",
    "PROGRAM_MIN_MONTHS",
    "YOUNGEST_WORKER_YEARS",
    "CalendarGap",
    "CalendarYear",
    "DayOff",
    "ProductionCalendar",
    "SchoolYear",
    "Sense",
    "WorkWeek",
    "add_months",
    "add_working_days",
    "full_months",
    "is_working_day",
    "program_end_limit",
    "program_end_minimum",
    "school_year",
    "working_days_between",
]
