"""A school with a curator and a day in September."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor, make_post, make_user
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person

Enter = Callable[[Person], Client]


@pytest.fixture
def day() -> date:
    """A working Thursday in September, before the list is due."""
    return date(2026, 9, 10)


@pytest.fixture
def school(db: None) -> Organization:
    """A school with nobody in it."""
    return make_organization()


@pytest.fixture
def curator(school: Organization) -> Actor:
    """The curator of the school; she is not on its staff list."""
    return make_actor(Role.CURATOR, organization=school)


@pytest.fixture
def head(school: Organization) -> Actor:
    """The head of the school."""
    return make_actor(Role.HEAD, organization=school)


@pytest.fixture
def enter(school: Organization, client_as: Enter) -> Callable[..., Client]:
    """A browser of somebody with these roles in the school (or elsewhere)."""

    def open_as(*roles: str, person: Person | None = None, organization: Organization | None = None) -> Client:
        person = person or make_user().person
        if not hasattr(person, "user"):
            make_user(person=person)
        for role in roles:
            make_post(person, role, organization or school)
        return client_as(person)

    return open_as
