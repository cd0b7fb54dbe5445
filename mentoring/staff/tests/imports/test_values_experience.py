"""Experience: units, commas, and what Excel makes of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.staff.imports.values.experience import months_between, read_experience
from mentoring.staff.tests.imports.lists import TODAY


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        *[(cell, 63) for cell in ("5 л. 3 мес.", "5 лет 3 месяца", "5л.3м.", "5г.3м.", "5 л 3 м 12 д", "5 лет, 3 мес")],
        *[(cell, 60) for cell in ("5", 5, "5 лет", "5л", "5 полных лет", "5 (пять)", 5.0)],
        *[("6 мес", 6), ("11 месяцев", 11), ("0 лет 8 мес", 8), ("1 год", 12), ("21 год 11 мес. 5 дней", 263)],
        *[(cell, 0) for cell in ("0", 0, "нет", "б/с", "без стажа")],
        *[(cell, None) for cell in (None, "", "-", "—")],
    ],
)
def test_plain_writings_are_read_silently(cell: Cell, months: int | None) -> None:
    reading = read_experience(cell, as_of=TODAY)

    assert (reading.value, reading.error, reading.warnings) == (months, "", ())


@pytest.mark.parametrize(
    ("cell", "months", "warning"),
    [
        ("5,3", 63, "месяцы"),
        (5.3, 63, "месяцы"),
        ("5,11", 71, "месяцы"),
        (5.5, 65, "если это доля года"),
        ("5,25", 63, "доля года"),
        ("5,5 лет", 66, "доля года"),
        (date(2026, 3, 5), 63, "Excel превратил"),
        (date(1900, 1, 12), 144, "показано как дата"),
        (date(2010, 9, 1), 192, "дата начала"),
        ("с 2010 г.", 192, "год начала"),
        ("01.09.2010", 192, "дата начала"),
        ("более 20 лет", 240, "примерно"),
        ("20+", 240, "примерно"),
        ("менее года", 0, "меньше года"),
        ("молодой специалист", 0, "меньше года"),
        ("12-05-20", 149, "лет, месяцев, дней"),
        ("12/5", 149, "лет, месяцев, дней"),
    ],
)
def test_guessed_experience_is_told(cell: Cell, months: int, warning: str) -> None:
    reading = read_experience(cell, as_of=TODAY)

    assert reading.value == months
    assert warning in reading.warnings[0]


@pytest.mark.parametrize("cell", ["много", "1-3 года", "100", 120, -1, True, "5 r.", CellError("#N/A")])
def test_what_is_no_experience_is_refused(cell: Cell) -> None:
    reading = read_experience(cell, as_of=TODAY)

    assert reading.value is None
    assert reading.error


def test_column_may_count_months() -> None:
    assert read_experience(120, as_of=TODAY, in_months=True).value == 120
    assert read_experience("120", as_of=TODAY, in_months=True).value == 120


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 11))
def test_years_and_months_survive_being_written(years: int, months: int) -> None:
    for text in (f"{years} л. {months} мес.", f"{years} лет {months} м", f"{years}г.{months}мес"):
        assert read_experience(text, as_of=TODAY).value == years * 12 + months


def test_months_between_days_are_whole() -> None:
    assert months_between(date(2025, 9, 10), date(2026, 9, 10)) == 12
    assert months_between(date(2025, 9, 11), date(2026, 9, 10)) == 11
