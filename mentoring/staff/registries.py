"""What domains above add to the staff: sections of a person's card, and who builds on an employment."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.staff.models import Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSection:
    """A part of a person's card: a template of its owner, which gets `content`; smaller `order` stands higher."""

    title: str
    template: str
    content: Mapping[str, object] = field(default_factory=dict)
    order: int = 50


SectionBuilder = Callable[[Actor, Employment, date], CardSection | None]
Uses = Callable[[Collection[int]], set[int]]

sections: Registry[SectionBuilder] = Registry("sections of a person's card")
"""Called with the actor, the employment and the day; None leaves the section out."""

uses: Registry[Uses] = Registry("who builds on employments")
"""Called with ids of employments; answers those on which something is built, so that their import cannot be undone."""

bonds: Registry[Callable[[Actor, Employment], str]] = Registry("what a dismissal leaves to be ended")
"""Called with the actor and the employment; sentences that say what else to do, empty for nothing."""


def bonds_left(actor: Actor, employment: Employment) -> str:
    """What has to be ended apart when this person leaves, in words."""
    return " ".join(words for bond in bonds.values() if (words := bond(actor, employment)))


def in_use(employment_ids: Collection[int]) -> set[int]:
    """Employments out of these on which some domain has built."""
    found: set[int] = set()
    for users in uses.values():
        found |= users(employment_ids)
    return found
