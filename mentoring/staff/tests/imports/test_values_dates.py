"""Dates in all writings."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.staff.imports.values.dates import Moment, read_birth, read_day
from mentoring.staff.tests.imports.lists import TODAY

BIRTHDAY = date(1985, 3, 12)


@pytest.mark.parametrize(
    "cell",
    [
        *("12.03.1985", "12.3.1985", "12/03/1985", "12-03-1985", "12,03,1985", "12 03 1985", "12 . 03 . 1985"),
        *("12..03.1985", "12.03.1985г.", "12.03.1985 г.р.", "12.03.1985 0:00:00", "1985-03-12", "1985.03.12"),
        *("1985-03-12 00:00:00", "12 марта 1985 г.", "«12» марта 1985 года", "12 мар. 1985", "12031985", "31118"),
        *(31118, 31118.0, 19850312, 12031985, BIRTHDAY, datetime(1985, 3, 12, 10, 30)),
    ],
)
def test_writings_of_a_date_give_one_day_silently(cell: Cell) -> None:
    reading = read_birth(cell, today=TODAY)

    assert (reading.value and reading.value.day, reading.warnings, reading.error) == (BIRTHDAY, (), "")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12.3.85", BIRTHDAY),
        ("12-мар-85", BIRTHDAY),
        ("03/25/1985", date(1985, 3, 25)),
        ("12.О3.1985", BIRTHDAY),
        ("05.06.05", date(2005, 6, 5)),
        ("05.06.13", date(1913, 6, 5)),
    ],
)
def test_guessed_date_is_told(cell: str, day: date) -> None:
    reading = read_birth(cell, today=date(2012, 1, 1) if day.year == 1913 else TODAY)

    assert reading.value == Moment(day=day, note=reading.warnings[0])
    assert f"{day:%d.%m.%Y}" in reading.warnings[0]


@pytest.mark.parametrize("cell", [1985, "1985", "1985 г.р.", "март 1985", "03.1985"])
def test_year_of_birth_alone_is_kept_as_a_year(cell: Cell) -> None:
    reading = read_birth(cell, today=TODAY)

    assert reading.value == Moment(year=1985)
    assert "только год" in reading.warnings[0]


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("31.02.1985", "не бывает"),
        ("32.13.1985", "не бывает"),
        ("вчера", "не дата"),
        ("12 мартобря 1985", "не дата"),
        ("12.03.19855", "не дата"),
        (True, "не дата"),
        (5, "не дата"),
        ("12.03.2020", "Проверьте год"),
        ("12.03.1890", "Проверьте год"),
        (CellError("#ЗНАЧ!"), "#ЗНАЧ!"),
    ],
)
def test_what_is_no_birthday_is_refused_with_advice(cell: Cell, error: str) -> None:
    reading = read_birth(cell, today=TODAY)

    assert reading.value is None
    assert error in reading.error


@pytest.mark.parametrize("cell", [None, "", "-", "нет", " — ", "н/д", "не указано"])
def test_nothing_is_no_error(cell: Cell) -> None:
    reading = read_birth(cell, today=TODAY)

    assert (reading.value, reading.error, reading.warnings) == (None, "", ())


def test_event_to_come_is_told_and_a_far_one_refused() -> None:
    assert "ещё не наступила" in read_day("01.10.2026", today=TODAY).warnings[0]
    assert "Проверьте год" in read_day("01.10.2036", today=TODAY).error
    assert "Проверьте год" in read_day("01.10.1912", today=TODAY).error


def test_year_alone_is_no_date_of_an_event() -> None:
    reading = read_day("2015", today=TODAY)

    assert reading.value is None
    assert "впишите её полностью" in reading.warnings[0]


def test_number_of_an_order_beside_the_date_is_left_out() -> None:
    assert read_day("25.12.2022, приказ № 1234", today=TODAY).value == date(2022, 12, 25)


@settings(deadline=None)
@given(st.dates(date(1940, 1, 1), date(2010, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d%m%Y"]))
def test_every_day_survives_every_writing(day: date, writing: str) -> None:
    reading = read_birth(day.strftime(writing), today=TODAY)

    assert reading.value == Moment(day=day)


@settings(deadline=None)
@given(st.text(max_size=30) | st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_anything_else_is_a_value_or_an_error(cell: Cell) -> None:
    reading = read_day(cell, today=TODAY)

    assert not (reading.value and reading.error)
