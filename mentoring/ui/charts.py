"""Geometry of pictures: pure functions from records to percentages.

Percentages scale with any width and need no style attributes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.ui.shapes import Change, Stage

NEAR_THE_EDGE = 22.0  # percent: where the word «сегодня» would run into the date at the end
GAP = 0.4
LEAST_BAR = 0.8  # percent: nought is drawn too, as a thin line


def percent(value: float) -> str:
    """A percentage for an SVG attribute; the locale's comma must not come in."""
    return f"{value:.2f}%"


@dataclass(frozen=True)
class StripPart:
    """A stage on the strip."""

    title: str
    starts_on: date
    ends_on: date
    note: str
    state: str
    word: str
    x: str
    width: str
    passed: str


@dataclass(frozen=True)
class Strip:
    """The strip of time: stages and the mark of today."""

    parts: Sequence[StripPart]
    starts_on: date
    ends_on: date
    today: date | None
    today_x: str
    today_anchor: str
    is_today_below: bool


def strip_of(stages: Sequence[Stage], today: date | None) -> Strip | None:
    """Lay stages out between the first and the last day; nothing for no stages."""
    if not stages:
        return None
    first, last = min(stage.starts_on for stage in stages), max(stage.ends_on for stage in stages)
    total = (last - first).days + 1
    parts = [_part(stage, first, total, today) for stage in stages]
    inside = today if today and first <= today <= last else None
    at = 100 * ((inside - first).days + 0.5) / total if inside else 0.0
    return Strip(
        parts=parts,
        starts_on=first,
        ends_on=last,
        today=inside,
        today_x=percent(at),
        today_anchor="end" if at > 100 - NEAR_THE_EDGE else "start",
        is_today_below=at < NEAR_THE_EDGE or at > 100 - NEAR_THE_EDGE,
    )


def _part(stage: Stage, first: date, total: int, today: date | None) -> StripPart:
    start = 100 * (stage.starts_on - first).days / total
    width = max(100 * ((stage.ends_on - stage.starts_on).days + 1) / total - GAP, 0.5)
    state, word = _state(stage, today)
    share = _passed(stage, today) if state == "now" else 0.0
    return StripPart(
        title=stage.title,
        starts_on=stage.starts_on,
        ends_on=stage.ends_on,
        note=stage.note,
        state=state,
        word=word,
        x=percent(start),
        width=percent(width),
        passed=percent(width * share),
    )


def _state(stage: Stage, today: date | None) -> tuple[str, str]:
    if stage.is_done:
        return "done", "пройден"
    if today and today > stage.ends_on:
        return "late", "срок прошёл"
    if today and today >= stage.starts_on:
        return "now", "идёт сейчас"
    return "next", "впереди" if today else ""


def _passed(stage: Stage, today: date | None) -> float:
    days = (stage.ends_on - stage.starts_on).days + 1
    return ((today - stage.starts_on).days + 0.5) / days if today else 0.0


@dataclass(frozen=True)
class Bar:
    """A change drawn as two bars on one track."""

    label: str
    was: int | None
    now: int | None
    was_width: str
    now_width: str


def bars_of(changes: Sequence[Change], maximum: int) -> list[Bar]:
    """Draw each change on a track from nought to the maximum."""
    return [
        Bar(
            label=change.label,
            was=change.was,
            now=change.now,
            was_width=percent(_share(change.was, maximum)),
            now_width=percent(max(_share(change.now, maximum), LEAST_BAR)),
        )
        for change in changes
    ]


def _share(value: int | None, maximum: int) -> float:
    return 100 * min(max(value or 0, 0), maximum) / maximum if maximum > 0 else 0.0


@dataclass(frozen=True)
class Segment:
    """A piece of a profile's line inside one row."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class ProfileRow:
    """A row of a profile: two points and the pieces of lines that meet in them."""

    label: str
    was: int | None
    now: int | None
    was_x: str
    now_x: str
    was_line: Sequence[Segment]
    now_line: Sequence[Segment]


@dataclass(frozen=True)
class Profile:
    """The profile and its scale."""

    rows: Sequence[ProfileRow]
    ticks: Sequence[tuple[int, str]]


def profile_of(changes: Sequence[Change], maximum: int) -> Profile:
    """Join the points of neighbouring rows; where a value is missing the line breaks."""
    was_lines = _lines([_at(change.was, maximum) for change in changes])
    now_lines = _lines([_at(change.now, maximum) for change in changes])
    rows = [
        ProfileRow(
            label=change.label,
            was=change.was,
            now=change.now,
            was_x=percent(_share(change.was, maximum)),
            now_x=percent(_share(change.now, maximum)),
            was_line=was_line,
            now_line=now_line,
        )
        for change, was_line, now_line in zip(changes, was_lines, now_lines, strict=True)
    ]
    return Profile(rows=rows, ticks=[(value, percent(_share(value, maximum))) for value in range(maximum + 1)])


def _at(value: int | None, maximum: int) -> float | None:
    return None if value is None else _share(value, maximum)


def _lines(points: list[float | None]) -> list[list[Segment]]:
    """Halves of the way to the neighbours above and below, so that rows of any height join."""
    lines = []
    for index, point in enumerate(points):
        above = points[index - 1] if index else None
        below = points[index + 1] if index + 1 < len(points) else None
        lines.append(_halves(above, point, below))
    return lines


def _halves(above: float | None, point: float | None, below: float | None) -> list[Segment]:
    if point is None:
        return []
    halves = []
    if above is not None:
        halves.append(Segment(percent((above + point) / 2), "0%", percent(point), "50%"))
    if below is not None:
        halves.append(Segment(percent(point), "50%", percent((below + point) / 2), "100%"))
    return halves
