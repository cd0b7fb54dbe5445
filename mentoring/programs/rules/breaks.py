"""Vacations of pupils in which no мероприятие is planned: usual ones, until the МОО names its own."""

from datetime import date, timedelta
from typing import Final

from mentoring.programs.rules.spread import Break

SATURDAY: Final = 5
WITHOUT_BREAKS: Final = frozenset({"kindergarten"})  # works all the year; days off are in the production calendar
WEEK_AND_TWO_DAYS: Final = timedelta(days=8)


def usual_breaks(first_year: int, last_year: int, *, organization_type: str) -> tuple[Break, ...]:
    """Give the vacations of the years: autumn, winter, spring, summer."""
    if organization_type in WITHOUT_BREAKS:
        return ()
    found: list[Break] = []
    for year in range(first_year - 1, last_year + 1):
        autumn, spring = _last_saturday(year, 10), _last_saturday(year, 3)
        found += [
            Break("весенние каникулы", spring, spring + WEEK_AND_TWO_DAYS),
            Break("летние каникулы", date(year, 6, 1), date(year, 8, 31)),
            Break("осенние каникулы", autumn, autumn + WEEK_AND_TWO_DAYS),
            Break("зимние каникулы", date(year, 12, 29), date(year + 1, 1, 11)),
        ]
    return tuple(found)


def _last_saturday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() - SATURDAY) % 7)
