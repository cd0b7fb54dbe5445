"""Fixtures of the whole suite."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mentoring.people.models import Person


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches no database, so that the second engine does not run it again."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if not (names & {"db", "transactional_db", "django_db_setup"}) and item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.engine_free)
