from datetime import date, timedelta

import holidays
import pytest

from mentoring.core.dates import (
    CalendarGap,
    CalendarYear,
    DayOff,
    WorkWeek,
    add_working_days,
    is_working_day,
    working_days_between,
)
from mentoring.reference.books import calendar
from mentoring.reference.books.production_calendar import decreed_years

NEW_YEAR = date(2026, 12, 30)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", decreed_years())
def test_decreed_year_agrees_with_the_published_calendar(year: int) -> None:
    published = holidays.country_holidays("RU", years=year)

    ours = [day for day in days_of(year) if is_working_day(day, calendar=calendar())]

    assert ours == [day for day in days_of(year) if published.is_working_day(day)]


@pytest.mark.parametrize("year", [2028, 2029, 2030])
def test_year_without_a_decree_is_built_by_the_law_and_asks_to_be_verified(year: int) -> None:
    public = holidays.country_holidays("RU", years=year)

    assert calendar().years[year].verify
    assert not any(is_working_day(day, calendar=calendar()) for day in public)


@pytest.mark.parametrize(
    ("start", "count", "week", "end"),
    [
        pytest.param(NEW_YEAR, 3, 5, date(2027, 1, 13), id="over New Year, five days"),
        pytest.param(NEW_YEAR, 3, 6, date(2027, 1, 12), id="over New Year, six days"),
        pytest.param(NEW_YEAR, 0, 5, NEW_YEAR, id="no days"),
        pytest.param(date(2026, 9, 4), 3, 5, date(2026, 9, 9), id="over a weekend"),
        pytest.param(date(2026, 9, 4), 3, 6, date(2026, 9, 8), id="a working Saturday of six days"),
        pytest.param(date(2026, 4, 30), 1, 5, date(2026, 5, 4), id="first of May"),
        pytest.param(date(2026, 5, 8), 1, 5, date(2026, 5, 12), id="holiday on a Saturday moves to Monday"),
        pytest.param(date(2026, 5, 8), 1, 6, date(2026, 5, 11), id="it does not move in six days"),
        pytest.param(date(2026, 3, 7), 1, 6, date(2026, 3, 10), id="holiday on a Sunday moves for both"),
        pytest.param(date(2024, 4, 26), 1, 5, date(2024, 4, 27), id="Saturday made working"),
        pytest.param(date(2027, 2, 19), 1, 5, date(2027, 2, 20), id="Saturday made working next year"),
    ],
)
def test_working_days_are_added(start: date, count: int, week: int, end: date) -> None:
    assert add_working_days(start, count, calendar=calendar(), week=week) == end


def test_working_days_between_is_the_way_back() -> None:
    assert working_days_between(NEW_YEAR, date(2027, 1, 13), calendar=calendar()) == 3
    assert working_days_between(NEW_YEAR, NEW_YEAR, calendar=calendar()) == 0


def test_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forward"):
        add_working_days(NEW_YEAR, -1, calendar=calendar())


def test_year_outside_the_calendar_is_refused_in_words() -> None:
    with pytest.raises(CalendarGap, match="на 2051 год нет"):
        add_working_days(date(2050, 12, 31), 5, calendar=calendar())


def test_own_year_replaces_the_given_one() -> None:
    moved = CalendarYear(2028, (DayOff(date(2028, 1, 10), "Перенесённый выходной", date(2028, 1, 2)),))

    changed = calendar().replaced(moved)

    assert not changed.is_working_day(date(2028, 1, 10), week=WorkWeek.SIX)
    assert calendar().is_working_day(date(2028, 1, 10))
