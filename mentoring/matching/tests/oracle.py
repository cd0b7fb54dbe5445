"""The best pairs of a small pool found in the plainest way: every choice of everybody is tried."""

from collections.abc import Iterator, Mapping

Points = Mapping[tuple[int, int], int]
Rank = tuple[int, int, int]


def best_rank(mentees: int, places: list[int], points: Points, kept: Mapping[int, int]) -> Rank:
    """Number of pairs, worst of those not kept (101 where there are none), sum: the greatest of all."""
    return max(_rank(choice, points, kept) for choice in _choices(0, mentees, places, points, kept))


def rank_of(choice: Mapping[int, int], points: Points, kept: Mapping[int, int]) -> Rank:
    """The same three for one choice."""
    return _rank(dict(choice), points, kept)


def _rank(choice: dict[int, int], points: Points, kept: Mapping[int, int]) -> Rank:
    scores = {mentee: points[mentee, mentor] for mentee, mentor in choice.items()}
    worst = min((score for mentee, score in scores.items() if mentee not in kept), default=101)
    return len(choice), worst, sum(scores.values())


def _choices(
    mentee: int, mentees: int, places: list[int], points: Points, kept: Mapping[int, int]
) -> Iterator[dict[int, int]]:
    if mentee == mentees:
        yield {}
        return
    options = [kept[mentee]] if mentee in kept else [one for one in range(len(places)) if (mentee, one) in points]
    for mentor in options:
        if places[mentor]:
            left = [count - (one == mentor) for one, count in enumerate(places)]
            for rest in _choices(mentee + 1, mentees, left, points, kept):
                yield rest | {mentee: mentor}
    if mentee not in kept:
        yield from _choices(mentee + 1, mentees, places, points, kept)
