"""What a person does with her own access: name, address, password, browsers."""

from mentoring.accounts.actions.codes import PROFILE_URL, cancel_open
from mentoring.accounts.logins import normalize_login
from mentoring.accounts.models import User
from mentoring.accounts.registries import AccessNews, tell_person
from mentoring.accounts.sessions import close_sessions
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import allow_if, require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal


@command
def change_login(*, user: User, username: str, by: Actor) -> User:
    """Choose another login name."""
    user = _own(user, by)
    wanted = normalize_login(username)
    if User.objects.filter(username=wanted).exclude(pk=user.pk).exists():
        raise Refusal("Такое имя для входа уже занято. Придумайте другое.")
    user.username = wanted
    user.save(update_fields=["username"])
    record("accounts.user.renamed", subject=user, by=by)
    return user


@command
def change_email(*, user: User, email: str, by: Actor) -> User:
    """Write down, change or remove the own address; a refused address gets a new chance."""
    user = _own(user, by)
    user.email = email.strip().lower()
    user.email_refused_at = None
    user.save(update_fields=["email", "email_refused_at"])
    record("accounts.user.email_changed", subject=user, by=by)
    return user


@command
def change_password(*, user: User, password_hash: str, keep_key: str, by: Actor) -> User:
    """Set a new password; other browsers are signed out, codes waiting to be used die, and the owner is told."""
    user = _own(user, by)
    user.password = password_hash
    user.save(update_fields=["password"])
    close_sessions(user, except_key=keep_key)
    if cancel_open(user):
        record("accounts.invitation.cancelled", subject=user, by=by)
    record("accounts.user.password_changed", subject=user, by=by)
    _tell_owner(user, "password", "Пароль изменён")
    return user


@command
def close_other_sessions(*, user: User, keep_key: str, by: Actor) -> int:
    """Sign out everywhere but here; the number of browsers signed out."""
    user = _own(user, by)
    closed = close_sessions(user, except_key=keep_key)
    record("accounts.session.closed", subject=user, by=by)
    return closed


@command
def set_display(*, user: User, code: str, by: Actor) -> None:
    """Remember the look of pages for this person."""
    user = _own(user, by)
    user.display = code
    user.save(update_fields=["display"])


@command
def note_factor(*, user: User, event: str, by: Actor) -> None:
    """Write into the journal what became of a second factor and tell its owner."""
    user = _own(user, by)
    record(event, subject=user, by=by)
    titles = {
        "accounts.factor.added": "Добавлен второй фактор входа",
        "accounts.factor.removed": "Второй фактор входа удалён",
        "accounts.factor.codes_made": "Созданы новые резервные коды",
    }
    _tell_owner(user, "factor", titles[event])


def _own(user: User, by: Actor) -> User:
    require(allow_if(by.user_id == user.pk, "Свой доступ меняет только сам человек."))
    return User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)


def _tell_owner(user: User, kind: str, title: str) -> None:
    if user.person is None:
        return
    tell_person(
        AccessNews(
            person=user.person,
            kind=f"accounts.{kind}",
            title=title,
            body="Если это сделали не вы, сразу смените пароль и скажите куратору.",
            url=PROFILE_URL,
            key=f"accounts.{kind}:{user.pk}:{clock.now().timestamp()}",
        )
    )
