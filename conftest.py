"""Fixtures of the whole suite."""

import gc
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser

from mentoring.people.models import Person
from tests.chromium import CHROMIUM, chromium


@pytest.fixture
def day() -> date:
    """A working Monday in the second quarter: time is given, never read."""
    return date(2026, 11, 23)


@pytest.fixture
def client_as(db: None) -> Callable[[Person], Client]:
    """A browser in which this person has signed in and passed the second factor."""

    def enter(person: Person) -> Client:
        client = Client()
        client.force_login(person.user)
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        session.save()
        return client

    return enter


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of the process; a test opens windows of its own in it."""
    if not CHROMIUM:
        pytest.skip("Chromium не установлен: apt-get install chromium")
    with pytest.MonkeyPatch.context() as environment, chromium() as opened:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the driver keeps a loop running in the thread of tests
        yield opened


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what stays for good, and most of its rounds: a tenth of the time of the suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches no database, so that the second engine does not run it again."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if not (names & {"db", "transactional_db", "django_db_setup"}) and item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.engine_free)
