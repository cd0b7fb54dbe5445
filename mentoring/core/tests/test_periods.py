from datetime import date

import pytest

from mentoring.core.dates import add_months, full_months, program_end_limit, program_end_minimum, school_year


@pytest.mark.parametrize(
    ("start", "shortest", "longest"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), date(2027, 8, 31)),
        (date(2026, 10, 15), date(2027, 1, 14), date(2027, 10, 14)),
        (date(2026, 11, 30), date(2027, 2, 27), date(2027, 11, 29)),
    ],
)
def test_term_of_a_programme_includes_both_dates(start: date, shortest: date, longest: date) -> None:
    assert program_end_minimum(start) == shortest
    assert program_end_limit(start) == longest


def test_month_without_such_a_day_gives_its_last() -> None:
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2026, 1, 15), -2) == date(2025, 11, 15)


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2023, 9, 1), date(2026, 9, 1), 36),
        (date(2023, 9, 1), date(2026, 8, 31), 35),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 2, 1), date(2026, 1, 1), 0),
    ],
)
def test_full_months(since: date, until: date, months: int) -> None:
    assert full_months(since, until) == months


def test_school_year_turns_on_the_first_of_september() -> None:
    year = school_year(date(2026, 8, 31))

    assert (year.start, year.end) == (date(2025, 9, 1), date(2026, 8, 31))
    assert school_year(date(2026, 9, 1)) == year.next()
    assert date(2026, 1, 10) in year
