"""Users, posts and actors for tests."""

import itertools
from datetime import date

from django.apps import apps

from mentoring.accounts.models import Post, User
from mentoring.accounts.selectors import actor_for
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

_numbers = itertools.count(1)
LONG_AGO = date(2020, 9, 1)


def make_user(*, person: Person | None = None, **values: object) -> User:
    """A user who may enter; a person is made when none is given."""
    person = person or make_person()
    given: dict[str, object] = {"username": f"user{next(_numbers)}", "person": person}
    return User.objects.create(**(given | values))


def make_post(
    person: Person,
    role: str,
    organization: Organization,
    *,
    valid_from: date = LONG_AGO,
    valid_until: date | None = None,
) -> Post:
    """A post that holds from long ago."""
    return Post.objects.create(
        person=person, role=role, organization=organization, valid_from=valid_from, valid_until=valid_until
    )


def make_worker(organization: Organization, *, full_name: str = "", person: Person | None = None) -> Person:
    """Somebody who works in the organisation; staff stands above, so its model is found by name."""
    person = person or make_person(full_name=full_name)
    apps.get_model("staff", "Employment").objects.create(
        person=person, organization=organization, position_title="учитель"
    )
    return person


def make_actor(*roles: str, organization: Organization | None = None, person: Person | None = None) -> Actor:
    """A signed-in actor with these roles in the organisation (second factor passed)."""
    user = make_user(person=person)
    for role in roles:
        assert organization is not None
        make_post(user.person, role, organization)
    return actor_for(user, second_factor=True)
