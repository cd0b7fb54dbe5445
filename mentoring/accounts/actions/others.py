"""What the organisation does with the access of its people: close, open, forget a lost second factor."""

from allauth.mfa.models import Authenticator

from mentoring.accounts import access
from mentoring.accounts.models import User
from mentoring.accounts.registries import AccessNews, tell_person
from mentoring.accounts.selectors import live_posts
from mentoring.accounts.sessions import close_sessions
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization
from mentoring.people.selectors import organization_ids_of


@command
def block_user(*, user: User, organization: Organization, by: Actor) -> User:
    """Close the entry: the person is signed out at once, her posts stay as they are."""
    user = _kept(user, organization, by)
    if by.user_id == user.pk:
        raise Refusal("Закрыть вход самому себе нельзя. Попросите другого, кто назначает роли.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    close_sessions(user)
    record("accounts.user.blocked", subject=user, by=by, organization_id=organization.pk)
    return user


@command
def unblock_user(*, user: User, organization: Organization, by: Actor) -> User:
    """Open the entry again with the former password."""
    user = _kept(user, organization, by)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("accounts.user.unblocked", subject=user, by=by, organization_id=organization.pk)
    return user


@command
def forget_second_factor(*, user: User, organization: Organization, by: Actor) -> User:
    """Remove a lost second factor; the person is signed out and sets it up anew."""
    user = _kept(user, organization, by)
    if by.user_id == user.pk:
        raise Refusal("Свой второй фактор меняют на странице «Мой доступ».")
    Authenticator.objects.filter(user=user).delete()
    close_sessions(user)
    record("accounts.factor.forgotten", subject=user, by=by, organization_id=organization.pk)
    if user.person is not None:
        tell_person(
            AccessNews(
                person=user.person,
                kind="accounts.factor",
                title="Второй фактор входа сброшен",
                body="Это сделал сотрудник организации по вашей просьбе. Если вы не просили, скажите руководителю.",
                url="/access/",
                key=f"accounts.factor.forgotten:{user.pk}:{clock.now().timestamp()}",
                organization_id=organization.pk,
            )
        )
    return user


def _kept(user: User, organization: Organization, by: Actor) -> User:
    """Lock an account that the actor may keep: of her organisation and with no greater rights than she may give."""
    require(access.can_invite(by, organization))
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    belongs = organization_ids_of(user.person) if user.person is not None else frozenset[int]()
    if user.person is None or organization.pk not in belongs:
        raise Refusal("Этот человек не работает в вашей организации. Выберите его в своём списке.")
    if len(belongs) > 1 and not access.leads_territory(by, organization):
        raise Refusal("Человек работает в нескольких организациях: его вход открывает и закрывает комитет.")
    require(access.can_issue_code(by, live_posts(user.person, day=organization.today())))
    return user
