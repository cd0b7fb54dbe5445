"""What higher domains tell of people: who somebody is in an organisation, and where her own page is."""

from collections.abc import Callable, Collection, Mapping

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.people.models import Person
from mentoring.ui.shapes import Link

Introducer = Callable[[Collection[int], int], Mapping[int, str]]
introducers: Registry[Introducer] = Registry("who people are in an organisation")
"""Called with keys of people and of an organisation; gives words such as «воспитатель, работает сейчас» by person."""

Card = Callable[[Actor, Person], Link | None]
cards: Registry[Card] = Registry("pages of people")
"""Called with the actor and a person; gives the link to her page, or nothing to those who see none."""


def way_to(actor: Actor, person: Person) -> list[Link]:
    """The way down to a page about this person."""
    found = (card(actor, person) for card in cards.values())
    return [link for link in found if link is not None]


def introduced(person_ids: Collection[int], *, organization_id: int) -> dict[int, str]:
    """What is known of these people in the organisation, in words; nobody is left out."""
    found: dict[int, list[str]] = {pk: [] for pk in person_ids}
    for introducer in introducers.values():
        for pk, words in introducer(person_ids, organization_id).items():
            found[pk].append(words)
    return {pk: ", ".join(words) for pk, words in found.items()}
