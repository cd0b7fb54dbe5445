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
    url: str = ""
    """Where the rows are; empty for who may not open them: numbers are for everybody who closes, names are not."""
    is_left: bool = False
    """True when closing ends nothing of it: somebody must finish it while the organisation still has officers."""


Preview = Callable[[Organization, date, Actor], Effect]
Apply = Callable[[Organization, date, Actor], None]


@dataclass(frozen=True, slots=True)
class Closing:
    """How a domain takes the closing: what it would do or leave, and doing it in the same transaction."""

    preview: Preview
    apply: Apply | None = None


closings: Registry[Closing] = Registry("what closing an organisation does")


def effects_of_closing(organization: Organization, *, day: date, actor: Actor) -> list[Effect]:
    """Everything that closing would end, and what would be left unfinished, first; changes nothing."""
    effects = [closing.preview(organization, day, actor) for closing in closings.values()]
    return sorted((one for one in effects if one.count or not one.is_left), key=lambda one: not one.is_left)
