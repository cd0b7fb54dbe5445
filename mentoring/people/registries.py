"""What higher domains tell of people: who somebody is in an organisation, so that namesakes are told apart."""

from collections.abc import Callable, Collection, Mapping

from mentoring.core.registry import Registry

Introducer = Callable[[Collection[int], int], Mapping[int, str]]
introducers: Registry[Introducer] = Registry("who people are in an organisation")
"""Called with keys of people and of an organisation; gives words such as «воспитатель, работает сейчас» by person."""


def introduced(person_ids: Collection[int], *, organization_id: int) -> dict[int, str]:
    """What is known of these people in the organisation, in words; nobody is left out."""
    found: dict[int, list[str]] = {pk: [] for pk in person_ids}
    for introducer in introducers.values():
        for pk, words in introducer(person_ids, organization_id).items():
            found[pk].append(words)
    return {pk: ", ".join(words) for pk, words in found.items()}
