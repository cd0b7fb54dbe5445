from datetime import date

import pytest

from mentoring.organizations.models import Organization
from mentoring.staff.choices import BreakKind
from mentoring.staff.selectors import experience_on, months_between
from mentoring.staff.tests.factories import make_employment


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), 0),
        (date(2026, 9, 1), date(2026, 10, 1), 1),
        (date(2025, 8, 31), date(2026, 2, 28), 5),
        (date(2024, 2, 29), date(2026, 2, 28), 23),
        (date(2026, 9, 1), date(2026, 6, 1), -3),
    ],
)
def test_months_are_whole(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


def test_experience_grows_from_its_day(school: Organization) -> None:
    work = make_employment(
        organization=school,
        total_experience_months=30,
        teaching_experience_months=12,
        experience_as_of=date(2026, 9, 1),
    )

    found = experience_on(work, date(2027, 3, 1))

    assert (found.total, found.teaching) == (36, 18)


def test_experience_stands_still_during_a_break(school: Organization) -> None:
    work = make_employment(organization=school, teaching_experience_months=12, experience_as_of=date(2025, 1, 1))
    work.breaks.create(kind=BreakKind.CHILD_CARE, since=date(2025, 3, 1), until=date(2026, 2, 28))

    assert experience_on(work, date(2026, 7, 1)).teaching == 12 + 6


def test_experience_stands_still_in_a_break_that_goes_on(school: Organization) -> None:
    work = make_employment(organization=school, teaching_experience_months=12, experience_as_of=date(2025, 1, 1))
    work.breaks.create(kind=BreakKind.LONG_LEAVE, since=date(2025, 3, 1))

    assert experience_on(work, date(2026, 7, 1)).teaching == 14


def test_experience_ends_with_the_last_day_of_work(school: Organization) -> None:
    work = make_employment(
        organization=school,
        teaching_experience_months=12,
        experience_as_of=date(2025, 1, 1),
        dismissed_on=date(2025, 5, 31),
    )

    assert experience_on(work, date(2026, 7, 1)).teaching == 16


def test_experience_that_was_never_told_is_not_invented(school: Organization) -> None:
    work = make_employment(
        organization=school, total_experience_months=None, teaching_experience_months=None, experience_as_of=None
    )

    assert experience_on(work, date(2026, 7, 1)).known_teaching is None
