"""The two schools are made once for all tests of rights; every click and every test is taken back."""

import logging
from collections.abc import Iterator

import pytest
import time_machine

from tests.access import world as worlds


@pytest.fixture(scope="package")
def built(django_db_setup: None, django_db_blocker: object) -> Iterator[worlds.World]:
    """Both schools with everything in them."""
    with django_db_blocker.unblock(), worlds.undone():
        with time_machine.travel(worlds.NOW, tick=False):
            made = worlds.build()
        yield made


@pytest.fixture
def world(built: worlds.World, db: None) -> Iterator[worlds.World]:
    """The schools as they were made, on their day."""
    with time_machine.travel(worlds.NOW, tick=False):
        yield built


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Thousands of refusals are the subject here; what breaks is still reported."""
    logger = logging.getLogger("django.request")
    level = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(level)
