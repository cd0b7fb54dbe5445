"""Which day may stand on a paper: none before it was made, none before what it rests on (R-2.2; ТК РФ, ст. 351.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.core.wording import long_date


@dataclass(frozen=True, slots=True)
class Ground:
    """What an order rests on: its words in the nominative, and its day."""

    words: str
    day: date


def made_fault(title: str, day: date, *, made_on: date | None) -> str:
    """What is wrong with a day before the paper was made; papers older than this rule do not know when they were."""
    if made_on is None or day >= made_on:
        return ""
    return (
        f"Дата {long_date(day)} раньше, чем составлен документ «{title}» ({long_date(made_on)}). "
        "Проверьте дату на бумаге."
    )


def order_fault(day: date, grounds: Sequence[Ground]) -> str:
    """What is wrong with an order older than what it rests on; the latest ground is named."""
    latest = max(grounds, key=lambda ground: ground.day, default=None)
    if latest is None or day >= latest.day:
        return ""
    return (
        f"Приказ от {long_date(day)} раньше своего основания: {latest.words} — {long_date(latest.day)} "
        "Укажите этот день или более поздний."
    )
