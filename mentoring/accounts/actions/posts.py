"""Grant, confirm and take away posts; what changes acts on the next click of the person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from mentoring.accounts import access
from mentoring.accounts.actions.codes import drop_outgrown_codes
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.registries import AccessNews, tell_person
from mentoring.accounts.selectors import namesakes
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.core.wording import FullName
from mentoring.organizations.actions import call_head
from mentoring.organizations.choices import MOO_TYPES, Profile
from mentoring.organizations.models import Installation, Organization
from mentoring.people.actions import Identity, create_person
from mentoring.people.models import Person
from mentoring.ui.words import day as in_words

ROLES_URL = "/access/"


class SameName(Refusal):
    """Somebody of this name is known already; the person who appoints decides who it is."""

    def __init__(self) -> None:
        super().__init__("Человек с таким именем уже есть. Нажмите «Назначить» ещё раз и укажите, это он или другой.")


class OutsidePost(Refusal):
    """A deputyship that begins before the post or outlasts it; `field` is the date to be mended."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From–to, both days included, and the paper that it rests on."""

    valid_from: date
    valid_until: date | None = None
    basis: str = ""


@command
def grant_post(
    *, person: Person, role: str, organization: Organization, term: Term, head_title: str = "", by: Actor
) -> Post:
    """Appoint a person to a role; a great right waits for a second person where there is one.

    With the head comes her title as papers write it; empty leaves the one that the organisation has.
    """
    require(access.can_grant_to(by, role, organization, person.pk))
    _require_place(role, organization)
    _require_free(person, role, organization, term)
    post = Post.objects.create(
        person=person,
        role=role,
        organization=organization,
        valid_from=term.valid_from,
        valid_until=term.valid_until,
        basis=term.basis,
        granted_by_id=by.user_id,
        awaits_second=_needs_second(role, organization, person, by),
    )
    record("accounts.post.granted", subject=post, by=by, fields=[role])
    if role == Role.HEAD and head_title:
        call_head(organization=organization, title=head_title, by=by)
    drop_outgrown_codes(person, day=organization.today(), by=by)
    if not post.awaits_second:
        _tell(post, "granted", f"Вам назначена роль «{post.get_role_display()}»")
    return post


@command
def grant_to_new(
    *,
    identity: Identity,
    role: str,
    organization: Organization,
    term: Term,
    other_than: Collection[str] = (),
    head_title: str = "",
    by: Actor,
) -> Post:
    """Write down a person who is not known yet and appoint her, both or neither.

    Raises SameName for a known person of this name whose public id is not among `other_than`.
    """
    require(access.can_grant(by, role, organization))
    Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)  # two do not write her down at once
    name = FullName(identity.last_name, identity.first_name, identity.patronymic)
    if any(str(known.person.public_id) not in other_than for known in namesakes(by, organization, name)):
        raise SameName
    person = create_person(identity=identity, by=by)
    return grant_post(person=person, role=role, organization=organization, term=term, head_title=head_title, by=by)


@command
def confirm_post(*, post: Post, by: Actor) -> Post:
    """Confirm a great right as the second person."""
    post = _locked(post)
    require(access.can_confirm(by, post))
    if not post.awaits_second or post.revoked_at:
        raise WrongState("Подтверждать нечего: роль уже подтверждена или снята. Обновите страницу.")
    post.awaits_second = False
    post.save(update_fields=["awaits_second"])
    record("accounts.post.confirmed", subject=post, by=by, fields=[post.role])
    _tell(post, "granted", f"Вам назначена роль «{post.get_role_display()}»")
    return post


@command
def revoke_post(*, post: Post, by: Actor) -> Post:
    """Take a role away now, with all its deputies; the row stays as history."""
    post = _locked(post)
    require(access.can_revoke(by, post))
    if post.revoked_at:
        raise WrongState("Эта роль уже снята. Обновите страницу.")
    moment = clock.now()
    for ended in (post, *post.deputies.filter(revoked_at=None)):
        ended.revoked_at = moment
        ended.save(update_fields=["revoked_at"])
        record("accounts.post.revoked", subject=ended, by=by, fields=[ended.role])
        _tell(ended, "revoked", f"Роль «{ended.get_role_display()}» снята")
    return post


@command
def appoint_deputy(*, post: Post, person: Person, term: Term, by: Actor) -> Post:
    """Give the rights of a post to a deputy for a time; both days included."""
    post = _locked(post)
    require(access.can_deputize(by, post, clock.today(post.organization.territory.time_zone)))
    if person.pk == post.person_id:
        raise Refusal("Заместитель — другой человек. Выберите его из списка.")
    if term.valid_until is None or not term.basis:
        raise Refusal("Замещение бывает на срок и по приказу. Укажите последний день и основание.")
    _require_within(post, begins=term.valid_from, ends=term.valid_until)
    _require_free(person, post.role, post.organization, term)
    deputy = Post.objects.create(
        person=person,
        role=post.role,
        organization=post.organization,
        valid_from=term.valid_from,
        valid_until=term.valid_until,
        basis=term.basis,
        granted_by_id=by.user_id,
        acting_for=post,
    )
    record("accounts.post.deputized", subject=deputy, by=by, fields=[post.role])
    drop_outgrown_codes(person, day=post.organization.today(), by=by)
    _tell(deputy, "granted", f"Вы замещаете: роль «{post.get_role_display()}»")
    return deputy


def _locked(post: Post) -> Post:
    rows = Post.objects.select_for_update(of=("self",)).select_related(
        "organization__territory", "person", "acting_for"
    )
    return rows.get(pk=post.pk)


def _require_place(role: str, organization: Organization) -> None:
    """A role over a territory is held at the committee or centre; in a one-organisation copy, at that organisation."""
    if organization.closed_on is not None:
        raise Refusal("Организация закрыта: назначить роль в ней нельзя. Выберите действующую организацию.")
    if role not in access.TERRITORY_ROLES or organization.type not in MOO_TYPES:
        return
    alone = Installation.objects.filter(profile=Profile.ORGANIZATION, top=organization).exists()
    if not (alone and role == Role.ADMINISTRATOR):
        raise Refusal("Эта роль действует на всей территории: её назначают в комитете или методическом центре.")


def _require_within(post: Post, *, begins: date, ends: date) -> None:
    """Nobody stands in for a post on a day on which it is not held."""
    if begins < post.valid_from:
        since = in_words(post.valid_from)
        raise OutsidePost("valid_from", f"Роль, которую замещают, действует с {since}: укажите день не раньше этого.")
    if post.valid_until is not None and ends > post.valid_until:
        last = in_words(post.valid_until)
        raise OutsidePost("valid_until", f"Роль, которую замещают, действует по {last}: укажите день не позже этого.")


def _require_free(person: Person, role: str, organization: Organization, term: Term) -> None:
    """Two rows of one role never cover the same day."""
    same = Post.objects.not_revoked().filter(person=person, role=role, organization=organization)
    covers = Q(valid_until=None) | Q(valid_until__gte=term.valid_from)
    if term.valid_until is not None:
        covers &= Q(valid_from__lte=term.valid_until)
    if same.filter(covers).exists():
        raise Refusal("Эта роль у человека на эти дни уже есть. Измените даты или снимите прежнюю.")


def _needs_second(role: str, organization: Organization, person: Person, by: Actor) -> bool:
    """Four eyes are asked only where there are four: another holder of the right to grant it."""
    if by.system or role not in access.CONFIRMED_BY_SECOND:
        return False
    others = Post.objects.held_on(clock.today(organization.territory.time_zone)).filter(role=Role.ADMINISTRATOR)
    others = others.exclude(person_id__in=[by.person_id, person.pk]).select_related("organization__territory")
    return any(organization.territory.path.startswith(other.organization.territory.path) for other in others)


def _tell(post: Post, verb: str, title: str) -> None:
    tell_person(
        AccessNews(
            person=post.person,
            kind=f"accounts.post.{verb}",
            title=title,
            body=f"{post.organization.short_name}. Изменение уже действует.",
            url=ROLES_URL,
            key=f"accounts.post.{verb}:{post.pk}",
            organization_id=post.organization_id,
        )
    )
