"""What higher domains do and say when an organisation closes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.organizations.models import Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One thing that closing changes or leaves: «Роли: 4 — закончатся 31 августа»."""

    what: str
    count: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How a domain takes the closing: what it would do, and doing it in the same transaction."""

    preview: Callable[[Organization, date], Effect]
    apply: Callable[[Organization, date, Actor], None]


closings: Registry[Closing] = Registry("what closing an organisation does")


def effects_of_closing(organization: Organization, *, day: date) -> list[Effect]:
    """Everything that closing would change, in words; changes nothing."""
    return [closing.preview(organization, day) for closing in closings.values()]
