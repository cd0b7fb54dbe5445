"""How often lists ask the database when they hold ten rows and when they hold a thousand."""

from collections.abc import Iterator

import time_machine
from django.test.utils import setup_test_environment, teardown_test_environment

from tests.access import lists, world

FEW, MANY = 10, 1_000


def figures() -> Iterator[tuple[str, float, str]]:
    """The main lists one by one, then all lists and their files; `tests/access/test_queries.py` compares the same."""
    setup_test_environment()
    with world.undone(), time_machine.travel(world.NOW, tick=False):
        made = world.build()
        few, many = (lists.queries(made, rows=rows) for rows in (FEW, MANY))
    teardown_test_environment()
    for name in lists.LISTS:
        yield f"list {name}, {FEW} rows", float(few[name]), "queries"
        yield f"list {name}, {MANY:,} rows", float(many[name]), "queries"
    grown = [name for name, count in many.items() if count > few[name]]
    yield f"lists that ask more often for {MANY:,} rows than for {FEW}", float(len(grown)), f"of {len(many)}"
