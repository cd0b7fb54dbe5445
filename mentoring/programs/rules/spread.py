"""Dates of мероприятия spread over the term; none ends in a vacation or on a day off."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mentoring.programs.rules.term import Term

ONE_DAY: Final = timedelta(days=1)
LONGEST_SHIFT: Final = 100  # a summer is 92 days

IsFree = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Break:
    """A vacation; both days belong to it."""

    title: str
    starts_on: date
    ends_on: date

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def spread(term: Term, weights: Sequence[int], *, is_free: IsFree) -> list[Term]:
    """Cut the term into stretches as long as the weights ask; each ends on a free day of the term."""
    total = sum(weights)
    passed = itertools.accumulate(weights)
    ends = [_free_end(term.starts_on + timedelta(days=term.days * part // total - 1), term, is_free) for part in passed]
    stretches: list[Term] = []
    start = term.starts_on
    for end in ends:
        last = max(end, start)
        stretches.append(Term(_free_start(start, last, is_free), last))
        start = min(last + ONE_DAY, term.ends_on)
    return stretches


def free_days(*, working: IsFree, breaks: Sequence[Break]) -> IsFree:
    """A day is free for mentoring when it is a working one and outside of vacations."""
    return lambda day: working(day) and not any(day in pause for pause in breaks)


def _free_end(day: date, term: Term, is_free: IsFree) -> date:
    """The nearest free day before, else after; the day itself when the term has no free one."""
    for shift in range(LONGEST_SHIFT):
        earlier, later = day - ONE_DAY * shift, day + ONE_DAY * shift
        if earlier in term and is_free(earlier):
            return earlier
        if later in term and is_free(later):
            return later
    return min(max(day, term.starts_on), term.ends_on)


def _free_start(day: date, end: date, is_free: IsFree) -> date:
    while day < end and not is_free(day):
        day += ONE_DAY
    return day
