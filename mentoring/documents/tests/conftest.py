"""Browsers of a school and of strangers."""

import pytest

from mentoring.accounts.tests.factories import make_actor, make_post, make_user
from mentoring.documents.reactions import reactions, revocations
from mentoring.organizations.tests.factories import make_organization


@pytest.fixture(autouse=True)
def _without_owners_of_kinds(monkeypatch):
    """What a signature starts belongs to the domains above; here it is given by the test."""
    monkeypatch.setattr(reactions, "_items", {})
    monkeypatch.setattr(revocations, "_items", {})


@pytest.fixture
def school(db):
    return make_organization()


@pytest.fixture
def enter(client_as):
    """Sign a new person in with a role."""

    def sign_in(role, organization):
        user = make_user()
        make_post(user.person, role, organization)
        return client_as(user.person)

    return sign_in


@pytest.fixture
def clerk_browser(enter, school):
    return enter("clerk", school)


@pytest.fixture
def stranger(enter):
    return enter("clerk", make_organization())


@pytest.fixture
def keeper(school):
    """The clerk as an actor, for preparing papers."""
    return make_actor("clerk", organization=school)
