"""Experience grows from the day it was counted for, while the person works: the one place of this sum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.staff.models import Employment, WorkBreak

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Experience:
    """Whole months on one day; None where nothing was ever told."""

    total: int | None
    teaching: int | None

    @property
    def known_teaching(self) -> int | None:
        """Teaching experience, or the total where only that is known."""
        return self.teaching if self.teaching is not None else self.total


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another; below zero when the end comes first."""
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month
    return months - 1 if end.day < start.day else months


def experience_on(employment: Employment, day: date) -> Experience:
    """Count the experience on a day: it stands still after dismissal and during breaks."""
    grown = _grown(employment, day)
    return Experience(
        total=_after(employment.total_experience_months, grown),
        teaching=_after(employment.teaching_experience_months, grown),
    )


def _grown(employment: Employment, day: date) -> int:
    start = employment.experience_as_of
    if start is None:
        return 0
    end = min(day, employment.dismissed_on or day)
    return months_between(start, end) - _interrupted(employment.breaks.all(), start, end)


def _interrupted(breaks: Iterable[WorkBreak], start: date, end: date) -> int:
    """Whole months of breaks that fall between two days; a break's last day belongs to it."""
    months = 0
    for pause in breaks:
        since = max(pause.since, start)
        until = min(pause.until + timedelta(days=1), end) if pause.until else end
        if since < until:
            months += months_between(since, until)
    return months


def _after(months: int | None, grown: int) -> int | None:
    return None if months is None else max(0, months + grown)
