"""A school with its people in duties."""

from collections.abc import Callable

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.tests.factories import make_basis


@pytest.fixture
def school(db: None) -> Organization:
    """A school that has not recorded anything yet."""
    return make_organization()


@pytest.fixture
def ready_school(school: Organization) -> Organization:
    """A school with its basis of processing recorded."""
    make_basis(organization=school)
    return school


def person_as(role: str, organization: Organization, *, full_name: str = "Сомова Елена Львовна") -> Person:
    """A person with this role, who may sign in."""
    person = make_person(full_name=full_name)
    make_user(person=person)
    make_post(person, role, organization)
    return person


def actor_as(role: str, organization: Organization) -> Actor:
    """An actor with this role in the organisation."""
    return actor_for(person_as(role, organization).user, second_factor=True)


@pytest.fixture
def curator(school: Organization) -> Actor:
    """The school's curator."""
    return actor_as(Role.CURATOR, school)


@pytest.fixture
def stranger(db: None) -> Actor:
    """The curator of another school."""
    return actor_as(Role.CURATOR, make_organization())


@pytest.fixture
def curator_client(school: Organization, client_as: Callable[[Person], Client]) -> Client:
    """The curator's browser."""
    return client_as(person_as(Role.CURATOR, school))


@pytest.fixture
def stranger_client(client_as: Callable[[Person], Client], db: None) -> Client:
    """The browser of another school's curator."""
    return client_as(person_as(Role.CURATOR, make_organization(), full_name="Чужова Инна Олеговна"))


@pytest.fixture
def council_client(school: Organization, client_as: Callable[[Person], Client]) -> Client:
    """The browser of a member of the school's council."""
    return client_as(person_as(Role.COUNCIL_MEMBER, school, full_name="Советова Анна Юрьевна"))
