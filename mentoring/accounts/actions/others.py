"""What the organisation does with the access of its people: close, open, forget a lost second factor."""

from allauth.mfa.models import Authenticator

from mentoring.accounts.actions.keeping import kept_user
from mentoring.accounts.models import User
from mentoring.accounts.registries import AccessNews, tell_person
from mentoring.accounts.sessions import close_sessions
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization


@command
def block_user(*, user: User, organization: Organization, by: Actor) -> User:
    """Close the entry: the person is signed out at once, her posts stay as they are."""
    user = kept_user(user, organization, by)
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
    user = kept_user(user, organization, by)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("accounts.user.unblocked", subject=user, by=by, organization_id=organization.pk)
    return user


@command
def forget_second_factor(*, user: User, organization: Organization, by: Actor) -> User:
    """Remove a lost second factor; the person is signed out and sets it up anew."""
    user = kept_user(user, organization, by)
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
