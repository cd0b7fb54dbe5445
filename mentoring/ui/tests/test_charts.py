"""Geometry of pictures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.ui.charts import Segment, bars_of, percent, profile_of, strip_of
from mentoring.ui.shapes import Change, Stage

START = date(2026, 10, 1)


def stage(days: int, after: int = 0, **extra: bool) -> Stage:
    """A stage of so many days, so many days after the start."""
    first = START + timedelta(days=after)
    return Stage(title="Этап", starts_on=first, ends_on=first + timedelta(days=days - 1), **extra)  # type: ignore[arg-type]


def number(text: str) -> float:
    """The number of a percentage."""
    return float(text.removesuffix("%"))


def test_percentage_has_a_point_in_any_locale() -> None:
    assert percent(100 / 3) == "33.33%"


def test_both_days_belong_to_a_stage() -> None:
    drawn = strip_of([stage(10), stage(10, after=10)], None)

    assert drawn is not None
    assert drawn.parts[1].x == "50.00%"


@pytest.mark.parametrize(
    ("day", "state"),
    [(-1, "next"), (0, "now"), (9, "now"), (10, "late")],
)
def test_state_of_a_stage_follows_the_day(day: int, state: str) -> None:
    drawn = strip_of([stage(10), stage(20, after=10)], START + timedelta(days=day))

    assert drawn is not None
    assert drawn.parts[0].state == state


def test_finished_stage_is_never_late() -> None:
    drawn = strip_of([stage(10, is_done=True), stage(20, after=10)], START + timedelta(days=15))

    assert drawn is not None
    assert drawn.parts[0].state == "done"


def test_today_outside_is_not_marked() -> None:
    drawn = strip_of([stage(10)], START + timedelta(days=400))

    assert drawn is not None
    assert drawn.today is None


def test_word_today_leaves_room_for_the_dates_at_the_ends() -> None:
    sides = [strip_of([stage(100)], START + timedelta(days=day)) for day in (2, 50, 97)]

    assert [(drawn.today_anchor, drawn.is_today_below) for drawn in sides if drawn] == [
        ("start", True),
        ("start", False),
        ("end", True),
    ]


def test_nothing_is_drawn_of_nothing() -> None:
    assert strip_of([], START) is None


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12), st.integers(-50, 1000))
def test_parts_never_leave_the_strip(lengths: list[int], day: int) -> None:
    stages = [stage(length, after=sum(lengths[:index])) for index, length in enumerate(lengths)]

    drawn = strip_of(stages, START + timedelta(days=day))

    assert drawn is not None
    assert all(number(part.x) + number(part.width) <= 101 for part in drawn.parts)
    assert all(number(part.passed) <= number(part.width) for part in drawn.parts)


def test_bar_never_leaves_its_track() -> None:
    bar = bars_of([Change(label="x", was=9, now=-1)], 3)[0]

    assert (bar.was_width, bar.now_width) == ("100.00%", "0.80%")


def test_halves_of_a_profile_meet_at_the_border_of_rows() -> None:
    upper, lower = profile_of([Change(label="a", was=0, now=3), Change(label="b", was=None, now=0)], 3).rows

    assert upper.now_line == [Segment("100.00%", "50%", "50.00%", "100%")]
    assert lower.now_line == [Segment("50.00%", "0%", "0.00%", "50%")]
    assert lower.was_line == []
