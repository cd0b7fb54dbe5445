"""What the domain above tells the journal: names of people."""

from collections.abc import Callable, Collection, Mapping

from mentoring.core.registry import Registry

Namer = Callable[[Collection[int]], Mapping[int, str]]
namers: Registry[Namer] = Registry("names of people for the journal")


def names_of(person_ids: Collection[int]) -> dict[int, str]:
    """Short names of these people; one query for all of them."""
    wanted = {pk for pk in person_ids if pk is not None}
    found: dict[int, str] = {}
    if wanted:
        for namer in namers.values():
            found.update(namer(wanted))
    return found
