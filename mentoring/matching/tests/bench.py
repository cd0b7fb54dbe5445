"""How long the best pairs of a pool take: a dense desk of a city and a sparse pool of a region, made up."""

import time
from collections.abc import Iterator

import numpy as np

from mentoring.matching.rules.optimum import Ints, Pool, best_pairs

SEED = 20220901


def figures() -> Iterator[tuple[str, float, str]]:
    """Name, value, unit."""
    chance = np.random.default_rng(SEED)
    mentee, mentor = np.divmod(np.arange(600 * 330), 330)
    desk = _pool(600, 330, mentee, mentor, chance)
    yield "best pairs of 600 and 330, all possible", _seconds(desk), "s"
    mentee = np.repeat(np.arange(20_000), 40)
    mentor = np.concatenate([chance.choice(12_000, 40, replace=False) for _ in range(20_000)])
    region = _pool(20_000, 12_000, mentee, mentor, chance)
    yield "best pairs of 20,000 and 12,000, 40 possible each", _seconds(region), "s"


def _pool(mentees: int, mentors: int, mentee: Ints, mentor: Ints, chance: np.random.Generator) -> Pool:
    return Pool(
        mentees=mentees,
        places=chance.integers(1, 4, mentors),
        mentee=mentee,
        mentor=mentor,
        points=chance.integers(0, 101, len(mentee)),
    )


def _seconds(pool: Pool) -> float:
    started = time.perf_counter()
    best_pairs(pool)
    return time.perf_counter() - started
