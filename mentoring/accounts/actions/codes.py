"""Issue and use one-time codes of first entry and of a new password."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Q

from mentoring.accounts import access, codes
from mentoring.accounts.actions.keeping import kept_user, locked, standing_here
from mentoring.accounts.choices import InvitationPurpose
from mentoring.accounts.logins import normalize_login, suggest_login
from mentoring.accounts.models import Invitation, User
from mentoring.accounts.registries import AccessNews, tell_person
from mentoring.accounts.selectors import actor_for, standing_of
from mentoring.accounts.sessions import close_sessions
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.background import run_later
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.ui.words import moment as in_words

PROFILE_URL: Final = "/access/"
SLIP_LIFE: Final = timedelta(days=14)
LINK_LIFE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh code; the code itself is shown now and never again."""

    user: User
    invitation: Invitation
    code: str


@command
def invite(*, person: Person, organization: Organization, by: Actor) -> Issued:
    """Issue a printed one-time code: for the first entry, or for a new password of who has entered already."""
    person = locked(person)
    require(access.can_issue_code(by, standing_here(person, organization, by)))
    issued = _issue(_user_of(person), codes.new_printed_code(), SLIP_LIFE, by)
    if not issued.invitation.is_first_entry and by.user_id != issued.user.pk:
        _tell_issued(issued, by)
    return issued


@command
def invite_many(*, invited: Sequence[tuple[Person, Organization]], by: Actor) -> list[Issued]:
    """Issue codes for several people at once, each by her organisation: all of them or none."""
    return [invite(person=person, organization=organization, by=by) for person, organization in invited]


@command
def cancel_codes(*, user: User, organization: Organization, by: Actor) -> int:
    """Make a lost slip useless; the number of codes cancelled."""
    user = kept_user(user, organization, by)
    cancelled = cancel_open(user)
    record("accounts.invitation.cancelled", subject=user, by=by, organization_id=organization.pk)
    return cancelled


@command
def ask_reset(*, words: str, by: Actor) -> None:
    """Queue a letter with a link for every user of this login name or address; a stranger sees no difference."""
    typed = normalize_login(words)
    found = User.objects.filter(Q(username=typed) | Q(email__iexact=typed), is_active=True).exclude(email="")
    run_later("accounts.mail_reset", user_ids=list(found.order_by("pk").values_list("pk", flat=True)[:10]))


@command
def issue_reset_link(*, user: User, by: Actor) -> Issued:
    """Issue the code of a link for the letter; it lives an hour."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if not user.is_active:
        raise Refusal("Вход этому человеку закрыт. Обратитесь к куратору.")
    record("accounts.user.reset_asked", subject=user, by=by)
    return _issue(user, codes.new_link_code(), LINK_LIFE, by)


@command
def use_code(*, invitation: Invitation, username: str, password_hash: str, by: Actor) -> User:
    """Enter by a code: set the login name at the first entry and the password; every other browser is signed out."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("user__person", "issued_by__person")
    invitation = rows.get(pk=invitation.pk)
    user, issuer = invitation.user, invitation.issued_by
    if not invitation.is_good(clock.now()) or not user.is_active:
        raise WrongState("Этот код уже не действует. Попросите новый у куратора или руководителя.")
    if invitation.purpose == InvitationPurpose.FIRST_ENTRY:
        user.username = normalize_login(username)
        if User.objects.filter(username=user.username).exclude(pk=user.pk).exists():
            raise Refusal("Такое имя для входа уже занято. Придумайте другое.")
    user.password = password_hash
    user.save(update_fields=["username", "password"])
    invitation.used_at = clock.now()
    invitation.save(update_fields=["used_at"])
    cancel_open(user)
    close_sessions(user)
    record("accounts.invitation.used", subject=user, by=by)
    if issuer is not None and issuer != user:
        record("accounts.invitation.issued_used", subject=user, by=actor_for(issuer))
    if not invitation.is_first_entry:
        _tell_used(invitation)
    return user


def drop_outgrown_codes(person: Person, *, day: date, by: Actor) -> None:
    """Cancel the codes whose issuer may no longer open this account: a slip printed for a teacher opens no head's."""
    standing = standing_of(person, day=day)
    issued = Invitation.objects.filter(user__person=person, used_at=None, cancelled_at=None)
    for invitation in issued.select_for_update(of=("self",)).select_related("user", "issued_by__person"):
        issuer = invitation.issued_by  # None: by the system itself, at the word of the person or of the console
        if issuer is not None and not access.can_issue_code(actor_for(issuer), standing):
            invitation.cancelled_at = clock.now()
            invitation.save(update_fields=["cancelled_at"])
            record("accounts.invitation.cancelled", subject=invitation.user, by=by)


def cancel_open(user: User) -> int:
    """Make every code that is not used yet useless; how many there were."""
    return Invitation.objects.filter(user=user, used_at=None, cancelled_at=None).update(cancelled_at=clock.now())


def _issue(user: User, code: str, life: timedelta, by: Actor) -> Issued:
    if not user.is_active:
        raise Refusal("Вход этому человеку закрыт. Сначала откройте вход, затем выдайте код.")
    cancel_open(user)
    invitation = Invitation.objects.create(
        user=user,
        purpose=InvitationPurpose.RESET if user.has_entered else InvitationPurpose.FIRST_ENTRY,
        code_hash=codes.hash_of(code),
        issued_by_id=by.user_id,
        expires_at=clock.now() + life,
    )
    record("accounts.invitation.issued", subject=user, by=by)
    return Issued(user=user, invitation=invitation, code=code)


def _user_of(person: Person) -> User:
    user = User.objects.filter(person=person).first()
    if user is None:
        user = User(person=person, username=suggest_login(person))
        user.set_unusable_password()
        user.save()
    return user


def _tell_issued(issued: Issued, by: Actor) -> None:
    who = by.name if by.user_id is not None else "на сервере системы"
    _tell(
        issued.invitation,
        "issued",
        "Выдан код, чтобы задать вам новый пароль",
        f"Кто и когда выдал: {who}, {in_words(issued.invitation.created_at)}. Если вы не просили, смените пароль на "
        "странице «Мой доступ»: код перестанет действовать. И сразу скажите руководителю.",
    )


def _tell_used(invitation: Invitation) -> None:
    """Tell the owner, whoever used the code: it may have been somebody else."""
    issuer = invitation.issued_by
    who = str(issuer.person or issuer) if issuer is not None else "письмом по просьбе на странице входа или на сервере"
    _tell(
        invitation,
        "used",
        "Пароль изменён по одноразовому коду",
        f"Кто и когда выдал код: {who}, {in_words(invitation.created_at)}. Использован: "
        f"{in_words(invitation.used_at)}. Если это были не вы, сразу попросите руководителя закрыть вход.",
    )


def _tell(invitation: Invitation, verb: str, title: str, body: str) -> None:
    if invitation.user.person is None:
        return
    tell_person(
        AccessNews(
            person=invitation.user.person,
            kind=f"accounts.code.{verb}",
            title=title,
            body=body,
            url=PROFILE_URL,
            key=f"accounts.code.{verb}:{invitation.pk}",
        )
    )
