"""The production calendar: decreed years from files, other years by the law alone and marked «проверить»."""

from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Final

from mentoring.core.dates import CalendarYear, DayOff, ProductionCalendar
from mentoring.reference.loading import Row, read_toml

SATURDAY: Final = 5
ONE_DAY: Final = timedelta(days=1)


@lru_cache(maxsize=1)
def calendar() -> ProductionCalendar:
    """Give the production calendar of Russia."""
    law = read_toml("calendar/statutory.toml")
    years = {year: _by_law(year, law) for year in range(law["first_year"], law["last_year"] + 1)}
    return ProductionCalendar(years).replaced(*(_decreed(year) for year in decreed_years()))


@lru_cache(maxsize=1)
def decreed_years() -> tuple[int, ...]:
    """Give the years that have a file of their own."""
    folder = resources.files("mentoring.reference").joinpath("data", "calendar")
    names = (file.name.removesuffix(".toml") for file in folder.iterdir())
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def _decreed(year: int) -> CalendarYear:
    content = read_toml(f"calendar/{year}.toml")
    return CalendarYear(
        year=content["year"],
        days_off=tuple(DayOff(row["day"], row["name"], row.get("moved_from")) for row in content["days_off"]),
        working_weekends=frozenset(content["working_weekends"]),
        verify=content["verify"],
        source=content["source"],
    )


def _by_law(year: int, law: Row) -> CalendarYear:
    holidays = [
        (date(year, row["month"], day), str(row["name"]), bool(row["moves"]))
        for row in law["holidays"]
        for day in row["days"]
    ]
    taken = {day for day, _, _ in holidays}
    days_off = [DayOff(day, name) for day, name, _ in holidays]
    for day, name, moves in holidays:
        if moves and day.weekday() >= SATURDAY:
            rest = _next_free(day, taken)
            taken.add(rest)
            days_off.append(DayOff(rest, f"{name}: выходной перенесён", moved_from=day))
    return CalendarYear(year, tuple(days_off), verify=True, source=str(law["source"]))


def _next_free(day: date, taken: set[date]) -> date:
    rest = day + ONE_DAY
    while rest in taken or rest.weekday() >= SATURDAY:
        rest += ONE_DAY
    return rest
