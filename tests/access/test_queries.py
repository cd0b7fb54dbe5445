"""Lists ask the database as often for a thousand rows as for ten."""

import pytest

from tests.access import lists
from tests.access.world import World

FEW, MANY = 10, 1_000


@pytest.mark.slow
def test_number_of_queries_does_not_grow_with_the_rows(world: World):
    few, many = (lists.queries(world, rows=rows) for rows in (FEW, MANY))

    assert {name: (few[name], count) for name, count in many.items() if count != few[name]} == {}
