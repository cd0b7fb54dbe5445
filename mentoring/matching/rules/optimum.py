"""The best pairs of a pool, exactly: as many people as possible, then the worst pair, then the sum of points.

A place of a mentor is a slot of its own, so a mentor of three is three equal columns of a bipartite graph. The number
of people is that of a maximum matching (Hopcroft and Karp, 1973); the worst pair is found by halving the points at
which that number still holds. Where people stay without a mentor, the Dulmage–Mendelsohn decomposition (1958) parts
the graph: on one side every slot is taken in any greatest matching, on the other every person has a mentor. Each part
then is a full assignment of its own (Jonker and Volgenant, 1987), and no made-up column stands for «nobody».
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOBODY: Final = -1
MOST_POINTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Mentees and mentors by number from 0; `mentee[i]` with `mentor[i]` is a possible pair of `points[i]`, 0–100.

    `places` has the number of mentees of each mentor; `kept` has pairs out of the possible ones that must stay.
    """

    mentees: int
    places: Ints
    mentee: Ints
    mentor: Ints
    points: Ints
    kept: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """`mentor_of` has a mentor, or NOBODY, for each mentee; `worst` speaks of the pairs that were not kept."""

    mentor_of: Ints
    worst: int | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Graph:
    """Mentees beside slots: `mentee[i]` may take `slot[i]` for `points[i]`."""

    mentees: int
    owner: Ints  # the mentor of each slot
    mentee: Ints  # in rising order
    slot: Ints
    points: Ints

    def of(self, chosen: Flags) -> "_Graph":
        """The graph with these edges alone."""
        return _Graph(
            mentees=self.mentees,
            owner=self.owner,
            mentee=self.mentee[chosen],
            slot=self.slot[chosen],
            points=self.points[chosen],
        )

    def matrix(self) -> csr_array:
        """Mentees by slots, a one for an edge."""
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.mentee, minlength=self.mentees))))
        ones = np.ones(len(self.mentee), dtype=np.int8)
        return csr_array((ones, self.slot, starts), shape=(self.mentees, len(self.owner)))

    def greatest(self) -> Ints:
        """A slot, or NOBODY, for each mentee in a matching of the greatest number."""
        if not len(self.mentee):
            return np.full(self.mentees, NOBODY)
        found: Ints = maximum_bipartite_matching(self.matrix(), perm_type="column").astype(np.int64)
        return found


def best_pairs(pool: Pool) -> Best:
    """The greatest number of pairs; among such the best worst pair; among such the greatest sum of points.

    Kept pairs take their places first and count in the sum, not in the worst. The same pool gives the same answer;
    whoever wants it whatever the order of rows hands the rows over in a fixed order.
    """
    mentor_of = np.full(pool.mentees, NOBODY, dtype=np.int64)
    for mentee, mentor in pool.kept:
        mentor_of[mentee] = mentor
    graph = _graph_of(pool, is_settled=mentor_of != NOBODY)
    level, matching = _raise_the_worst(graph)
    if level is not None:
        _assign(graph.of(graph.points >= level), matching, mentor_of)
    return Best(mentor_of=mentor_of, worst=level, total=_total(pool, mentor_of))


def _graph_of(pool: Pool, *, is_settled: Flags) -> _Graph:
    """What is still open: people without a kept pair, the places that are left, a slot for each."""
    is_open = ~is_settled[pool.mentee]
    mentee, mentor, points = pool.mentee[is_open], pool.mentor[is_open], pool.points[is_open]
    order = np.lexsort((mentor, mentee))
    mentee, mentor, points = mentee[order], mentor[order], points[order]
    held = np.bincount(np.array([one for _, one in pool.kept], dtype=np.int64), minlength=len(pool.places))
    slots = np.minimum(pool.places - held, np.bincount(mentor, minlength=len(pool.places)))
    copies = slots[mentor]
    ahead = np.cumsum(copies) - copies
    first = np.cumsum(slots) - slots
    within = np.arange(copies.sum()) - np.repeat(ahead, copies)
    return _Graph(
        mentees=pool.mentees,
        owner=np.repeat(np.arange(len(pool.places)), slots),
        mentee=np.repeat(mentee, copies),
        slot=np.repeat(first[mentor], copies) + within,
        points=np.repeat(points, copies),
    )


def _raise_the_worst(graph: _Graph) -> tuple[int | None, Ints]:
    """The highest points that all pairs can reach while as many people have one, with a matching that shows it."""
    best = graph.greatest()
    most = np.count_nonzero(best != NOBODY)
    if not most:
        return None, best
    levels = np.unique(graph.points)
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        matching = graph.of(graph.points >= levels[middle]).greatest()
        if np.count_nonzero(matching != NOBODY) == most:
            low, best = middle, matching
        else:
            high = middle - 1
    return int(levels[low]), best


def _assign(graph: _Graph, matching: Ints, mentor_of: Ints) -> None:
    """Give mentors so that the sum is greatest, without losing one pair of the matching's number."""
    mentees, slots = _short_part(graph, matching)
    short, in_short = mentees[graph.mentee], slots[graph.slot]
    for part, slots_are_full in ((graph.of(~short & ~in_short), False), (graph.of(short & in_short), True)):
        if len(part.mentee):
            taken, given = _full_assignment(part, slots_are_full=slots_are_full)
            mentor_of[taken] = graph.owner[given]


def _short_part(graph: _Graph, matching: Ints) -> tuple[Flags, Flags]:
    """Mentees and slots that alternating paths reach from those left without: there mentors are short."""
    matrix = graph.matrix()
    holder = np.full(len(graph.owner), NOBODY, dtype=np.int64)
    has = np.flatnonzero(matching != NOBODY)
    holder[matching[has]] = has
    mentees = matching == NOBODY
    slots = np.zeros(len(graph.owner), dtype=bool)
    front = np.flatnonzero(mentees)
    while len(front):
        reached = np.unique(matrix[front].indices)
        reached = reached[~slots[reached]]
        slots[reached] = True
        front = holder[reached]  # each is held: a free one would have made the matching greater
        mentees[front] = True
    return mentees, slots


def _full_assignment(graph: _Graph, *, slots_are_full: bool) -> tuple[Ints, Ints]:
    """Mentees and their slots of the greatest sum, where every mentee, or every slot, has an edge to take."""
    mentees, row = np.unique(graph.mentee, return_inverse=True)
    slots, column = np.unique(graph.slot, return_inverse=True)
    cost = (MOST_POINTS + 1 - graph.points).astype(np.float64)  # never 0, which would mean no edge
    first, second = (column, row) if slots_are_full else (row, column)
    taken, given = min_weight_full_bipartite_matching(csr_array((cost, (first, second))))
    if slots_are_full:
        taken, given = given, taken
    return mentees[taken], slots[given]


def _total(pool: Pool, mentor_of: Ints) -> int:
    return int(pool.points[mentor_of[pool.mentee] == pool.mentor].sum())
