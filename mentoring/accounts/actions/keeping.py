"""Whose account somebody may keep: of her organisation, and with no rights that she does not stand above."""

from mentoring.accounts import access
from mentoring.accounts.models import User
from mentoring.accounts.selectors import standing_of
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import organization_ids_of

NOT_HERE = "Этот человек не работает в вашей организации. Сначала добавьте его в список педагогов."


def locked(person: Person) -> Person:
    """The person under a lock: two codes are not issued to her at once."""
    return Person.objects.select_for_update().get(pk=person.pk)


def standing_here(person: Person, organization: Organization, by: Actor) -> access.Standing:
    """What the person is everywhere; raises unless the actor lets in people of this organisation and she is one."""
    require(access.can_invite(by, organization))
    if not by.system and organization.pk not in organization_ids_of(person):
        raise Refusal(NOT_HERE)
    return standing_of(person, day=organization.today())


def kept_user(user: User, organization: Organization, by: Actor) -> User:
    """Lock an account that the actor may keep; raises otherwise."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    if user.person is None:
        raise Refusal(NOT_HERE)
    require(access.can_keep_account(by, standing_here(user.person, organization, by)))
    return user
