"""The three criteria in their order: against every choice tried, and against a linear programme on larger pools."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import coo_array

from mentoring.matching.rules.optimum import NOBODY, Best, Pool, best_pairs
from mentoring.matching.tests.oracle import best_rank, rank_of

pytestmark = pytest.mark.engine_free


@st.composite
def pools(draw: st.DrawFn) -> tuple[Pool, dict[tuple[int, int], int], dict[int, int]]:
    """Small pools, poor in points, so that the criteria quarrel; some with kept pairs that fit."""
    mentees, mentors = draw(st.integers(0, 6)), draw(st.integers(0, 4))
    places = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    possible = [(one, other) for one in range(mentees) for other in range(mentors)]
    listed = draw(st.lists(st.sampled_from(possible), unique=True)) if possible else []
    points = {pair: draw(st.sampled_from([0, 1, 2, 40, 99, 100])) for pair in listed}
    kept: dict[int, int] = {}
    for mentee, mentor in draw(st.permutations(listed)) if draw(st.booleans()) else []:
        fits = list(kept.values()).count(mentor) < places[mentor]
        if mentee not in kept and fits and len(kept) < 2:
            kept[mentee] = mentor
    return make_pool(mentees, places, points, kept), points, kept


def make_pool(
    mentees: int, places: list[int], points: dict[tuple[int, int], int], kept: dict[int, int] | None = None
) -> Pool:
    column = [np.array([pair[side] for pair in points], dtype=np.int64) for side in (0, 1)]
    return Pool(
        mentees=mentees,
        places=np.array(places, dtype=np.int64),
        mentee=column[0],
        mentor=column[1],
        points=np.array(list(points.values()), dtype=np.int64),
        kept=list((kept or {}).items()),
    )


def choice_of(best: Best) -> dict[int, int]:
    return {one: given for one, given in enumerate(best.mentor_of.tolist()) if given != NOBODY}


@settings(max_examples=600, deadline=None)
@given(pools())
def test_nothing_better_is_among_all_choices(case: tuple[Pool, dict[tuple[int, int], int], dict[int, int]]) -> None:
    pool, points, kept = case

    best = best_pairs(pool)

    choice = choice_of(best)
    used = np.bincount(np.array(list(choice.values()), dtype=np.int64), minlength=len(pool.places))
    assert (used <= pool.places).all()
    assert kept.items() <= choice.items()
    rank = rank_of(choice, points, kept)
    assert rank == best_rank(pool.mentees, pool.places.tolist(), points, kept)
    assert (best.total, best.worst) == (rank[2], None if len(choice) == len(kept) else rank[1])


def by_linear_programme(pool: Pool, least: int, *, number: int | None = None) -> float:
    """The greatest number of pairs of at least these points; given the number, the greatest sum."""
    chosen = pool.points >= least
    mentee, mentor, points = pool.mentee[chosen], pool.mentor[chosen], pool.points[chosen]
    count = len(mentee)
    if not count:
        return 0.0
    row, ones, each = np.concatenate((mentee, mentor + pool.mentees)), np.ones(2 * count), np.arange(count)
    shape = (pool.mentees + len(pool.places), count)
    answer = linprog(
        -np.ones(count) if number is None else -points,
        A_ub=coo_array((ones, (row, np.concatenate((each, each)))), shape=shape).tocsr(),
        b_ub=np.concatenate((np.ones(pool.mentees), pool.places)),
        A_eq=None if number is None else coo_array(np.ones((1, count))).tocsr(),
        b_eq=None if number is None else [number],
        bounds=(0, 1),
    )
    assert answer.status == 0
    return float(-answer.fun)


@pytest.mark.parametrize("seed", range(24))
def test_larger_pools_agree_with_a_linear_programme(seed: int) -> None:
    chance = np.random.default_rng(seed)
    mentees, mentors = int(chance.integers(20, 90)), int(chance.integers(5, 60))
    listed = chance.random((mentees, mentors)) < chance.choice([0.05, 0.2, 1.0])
    mentee, mentor = (side.astype(np.int64) for side in np.nonzero(listed))
    pool = Pool(
        mentees=mentees,
        places=chance.integers(0, 4, mentors),
        mentee=mentee,
        mentor=mentor,
        points=chance.integers(0, 101, len(mentee)),
    )

    best = best_pairs(pool)

    number = len(choice_of(best))
    assert number == round(by_linear_programme(pool, 0))
    assert best.worst is not None
    assert round(by_linear_programme(pool, best.worst)) == number
    assert round(by_linear_programme(pool, best.worst + 1)) < number
    assert best.total == round(by_linear_programme(pool, best.worst, number=number))


def test_more_people_go_before_better_pairs() -> None:
    best = best_pairs(make_pool(2, [1, 1], {(0, 0): 100, (0, 1): 1, (1, 0): 1}))

    assert choice_of(best) == {0: 1, 1: 0}


def test_worst_pair_goes_before_the_sum() -> None:
    best = best_pairs(make_pool(2, [1, 1], {(0, 0): 100, (0, 1): 40, (1, 0): 40, (1, 1): 0}))

    assert (choice_of(best), best.worst, best.total) == ({0: 1, 1: 0}, 40, 80)


@pytest.mark.parametrize(("mentees", "places"), [(0, []), (3, []), (0, [2]), (2, [0, 0])])
def test_empty_sides_give_no_pairs(mentees: int, places: list[int]) -> None:
    best = best_pairs(make_pool(mentees, places, {}))

    assert (choice_of(best), best.worst, best.total) == ({}, None, 0)
