"""One proposal for all who wait: as many as possible get a mentor, each the best that leaves the others theirs."""

from collections.abc import Mapping, Sequence


def assign(waiting: Sequence[int], *, wishes: Mapping[int, Sequence[int]], places: Mapping[int, int]) -> dict[int, int]:
    """Give each waiting person one of the mentors she can have, best first, within their places.

    `waiting` goes from the one who has waited longest; `wishes` lists mentors from the best. The number of people who
    get a mentor is the greatest possible (augmenting paths); the same input gives the same answer.
    """
    holders: dict[int, list[int]] = {mentor: [] for mentor in places}
    for person in waiting:
        _place(person, wishes=wishes, places=places, holders=holders, tried=set())
    return {person: mentor for mentor, people in holders.items() for person in people}


def _place(
    person: int,
    *,
    wishes: Mapping[int, Sequence[int]],
    places: Mapping[int, int],
    holders: dict[int, list[int]],
    tried: set[int],
) -> bool:
    """Find a place for the person, moving others to their next choice when that frees one."""
    options = [mentor for mentor in wishes.get(person, ()) if mentor in holders and mentor not in tried]
    for mentor in options:
        if len(holders[mentor]) < places[mentor]:
            holders[mentor].append(person)
            return True
    for mentor in options:
        if mentor in tried:
            continue
        tried.add(mentor)
        for index, holder in enumerate(holders[mentor]):
            if _place(holder, wishes=wishes, places=places, holders=holders, tried=tried):
                holders[mentor][index] = person
                return True
    return False
