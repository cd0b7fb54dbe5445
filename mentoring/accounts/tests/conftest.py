"""Fixtures of this domain: a school with its head, curator and teacher; limits of guessing begin anew."""

import re
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from mentoring.accounts.choices import Role
from mentoring.accounts.models import User
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person


@dataclass(frozen=True)
class Member:
    """A person with a user, in a role of the school or in none."""

    person: Person
    user: User

    @property
    def actor(self) -> Actor:
        """The actor of this very moment."""
        return actor_for(User.objects.select_related("person").get(pk=self.user.pk), second_factor=True)


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def school(db) -> Organization:
    return make_organization()


def member(school: Organization, *roles: str, **values: object) -> Member:
    """Somebody with these roles in the school."""
    person = make_person()
    user = make_user(person=person, **values)
    for role in roles:
        make_post(person, role, school)
    return Member(person, user)


def without_tokens(response: HttpResponse) -> str:
    """The page without what differs in every answer."""
    return re.sub(r"[0-9a-zA-Z]{32,64}", "token", response.content.decode())


@pytest.fixture
def head(school) -> Member:
    return member(school, Role.HEAD)


@pytest.fixture
def curator(school) -> Member:
    return member(school, Role.CURATOR)


@pytest.fixture
def council_member(school) -> Member:
    return member(school, Role.COUNCIL_MEMBER)


@pytest.fixture
def stranger(db) -> Member:
    """The head of another school in another city."""
    return member(make_organization(), Role.HEAD)
