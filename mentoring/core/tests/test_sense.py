"""Which days make sense: a slip of the finger is told, real life is let through."""

from datetime import date

import pytest

from mentoring.core.dates import BIRTH, FACT, LAST_DAY, OPENING, PAPER, PLAN, Sense

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("sense", "day"),
    [
        pytest.param(FACT, date(1800, 9, 1), id="принят в 1800"),
        pytest.param(FACT, date(2126, 9, 1), id="принят в 2126"),
        pytest.param(PAPER, date(1926, 11, 24), id="приказ 1926 года"),
        pytest.param(PAPER, date(2126, 11, 24), id="приказ 2126 года"),
        pytest.param(PAPER, date(2027, 11, 24), id="приказ через год"),
        pytest.param(PAPER, date(2020, 11, 24), id="уведомление 2020 года"),
        pytest.param(PLAN, date(2062, 11, 24), id="программа 2062 года"),
        pytest.param(LAST_DAY, date(2126, 6, 30), id="увольнение в 2126"),
        pytest.param(BIRTH, date(1800, 3, 12), id="родился в 1800"),
        pytest.param(BIRTH, date(2020, 3, 12), id="родился в 2020"),
        pytest.param(OPENING, date(2206, 9, 1), id="открыта в 2206"),
    ],
)
def test_slip_of_the_finger_is_told_with_what_to_do(sense: Sense, day: date) -> None:
    first, last = sense.bounds(today=TODAY)

    fault = sense.fault(day, today=TODAY)

    assert fault.startswith("Проверьте год: ")
    assert f"не раньше {first:%d.%m.%Y} и не позже {last:%d.%m.%Y}" in fault


@pytest.mark.parametrize(
    ("sense", "day"),
    [
        pytest.param(FACT, date(1974, 8, 15), id="принят полвека назад"),
        pytest.param(FACT, date(2027, 1, 11), id="выйдет в январе"),
        pytest.param(PAPER, date(2023, 9, 1), id="приказ прошлых лет"),
        pytest.param(PAPER, date(2026, 12, 30), id="приказ с будущего месяца"),
        pytest.param(PLAN, date(2027, 8, 31), id="программа на год"),
        pytest.param(LAST_DAY, date(2027, 6, 30), id="увольнение летом"),
        pytest.param(LAST_DAY, date(1998, 6, 30), id="ушёл давно"),
        pytest.param(BIRTH, date(1939, 3, 12), id="работает в 87 лет"),
        pytest.param(OPENING, date(1936, 9, 1), id="школа 1936 года"),
    ],
)
def test_real_life_is_let_through(sense: Sense, day: date) -> None:
    assert sense.fault(day, today=TODAY) == ""


def test_bounds_are_inside() -> None:
    for sense in (BIRTH, FACT, LAST_DAY, OPENING, PAPER, PLAN):
        assert [sense.fault(day, today=TODAY) for day in sense.bounds(today=TODAY)] == ["", ""]


@pytest.mark.parametrize(("year", "is_right"), [(1800, False), (1950, True), (2012, True), (2013, False)])
def test_year_of_birth_alone_is_judged_too(year: int, is_right: bool) -> None:
    assert (BIRTH.fault_of_year(year, today=TODAY) == "") is is_right
