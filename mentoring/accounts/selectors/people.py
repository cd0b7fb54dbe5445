"""Who has access: accounts of the people the actor keeps, and the actor's own browsers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from mentoring.accounts.access import can_issue_code, kept_organizations, kept_people
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Invitation, Post, User, UserSession
from mentoring.accounts.selectors.standing import people_of_several, standings_of
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.organizations.models import Organization
from mentoring.people.models import Person, PersonQuerySet
from mentoring.people.selectors import organization_ids_of
from mentoring.ui.shapes import Tone
from mentoring.ui.words import day as in_words


def own_sessions(actor: Actor) -> list[UserSession]:
    """Browsers in which the actor is signed in, the latest first."""
    rows = list(UserSession.objects.visible_to(actor).order_by("-seen_at", "pk"))
    keys = [row.session_key for row in rows]
    living = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=clock.now()).values_list("session_key", flat=True)
    )
    return [row for row in rows if row.session_key in living]


def organizations_kept(actor: Actor) -> QuerySet[Organization]:
    """Organisations whose people the actor may let in."""
    return (
        Organization.objects.filter(kept_organizations(actor), closed_on=None)
        .select_related("territory")
        .order_by("search", "pk")
    )


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """What the list of accounts is narrowed to."""

    words: str = ""
    state: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """A person and the state of her entry in words."""

    person: Person
    user: User | None
    words: str
    tone: Tone
    roles: str
    seen_at: datetime | None
    has_code: bool
    """Whether a slip is about that would let her in."""
    may_issue: bool
    """Whether the one who looks may give this person a code."""

    @property
    def is_address_refused(self) -> bool:
        """True when letters to her come back."""
        return self.user is not None and self.user.email_refused_at is not None


def people_kept(actor: Actor, narrowed: AccessFilter, *, today: date) -> QuerySet[Person]:
    """People whose access the actor keeps, narrowed, with their posts of today and later."""
    found = _kept(actor, today).matching(search_text(narrowed.words))
    if narrowed.organization:
        works = Q(employments__organization__public_id=narrowed.organization, employments__dismissed_on=None)
        serves = Q(posts__organization__public_id=narrowed.organization, posts__revoked_at=None)
        found = found.filter(works | serves)
    return _in_state(found, narrowed.state).select_related("user").prefetch_related(_with_posts(today))


def access_rows(people: list[Person], *, actor: Actor, today: date) -> list[AccessRow]:
    """The people of one page with the state of their entry; the same number of queries for any number of them."""
    users = [person.user for person in people if hasattr(person, "user")]
    codes = {row.user_id: row for row in _good_codes().filter(user__in=users)}
    standings = standings_of(people, day=today)
    return [_row(person, codes, bool(can_issue_code(actor, standings[person.pk]))) for person in people]


def access_row(person: Person, *, actor: Actor, today: date) -> AccessRow:
    """One person with the state of her entry."""
    rows = Person.objects.filter(pk=person.pk).select_related("user").prefetch_related(_with_posts(today))
    return access_rows(list(rows), actor=actor, today=today)[0]


def people_with_places(actor: Actor, public_ids: Sequence[str], *, today: date) -> list[tuple[Person, Organization]]:
    """People of these public ids whose access the actor keeps, each with the organisation that gives the right."""
    wanted = {found for text in public_ids if (found := _uuid(text)) is not None}
    people = _kept(actor, today).filter(public_id__in=wanted).select_related("user")
    kept = {organization.pk: organization for organization in organizations_kept(actor)} if wanted else {}
    pairs = [(person, organization_ids_of(person)) for person in people.order_by("search", "pk")]
    return [(person, next(kept[pk] for pk in sorted(ids) if pk in kept)) for person, ids in pairs if ids & kept.keys()]


def refused_addresses(actor: Actor) -> QuerySet[Person]:
    """People the actor keeps to whom letters do not come."""
    found = Person.objects.filter(kept_people(actor), user__email_refused_at__isnull=False, user__is_active=True)
    return found.distinct().order_by("search", "pk")


def _kept(actor: Actor, today: date) -> PersonQuerySet:
    """People whose access the actor keeps; who leads a territory also keeps who works in several organisations."""
    rule = kept_people(actor)
    if paths := actor.territories_as(Role.COMMITTEE, Role.ADMINISTRATOR):
        rule |= people_of_several(paths, day=today)
    return Person.objects.filter(rule).distinct()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _good_codes() -> QuerySet[Invitation]:
    return Invitation.objects.filter(used_at=None, cancelled_at=None, expires_at__gt=clock.now())


def _in_state(people: QuerySet[Person], state: str) -> QuerySet[Person]:
    has_code = Exists(_good_codes().filter(user__person=OuterRef("pk")))
    never = Q(user=None) | Q(user__last_login=None)
    rules = {
        "none": never & ~Q(has_code),
        "issued": Q(has_code),
        "entered": Q(user__last_login__isnull=False, user__is_active=True),
        "blocked": Q(user__is_active=False),
        "refused": Q(user__email_refused_at__isnull=False),
    }
    return people.filter(rules[state]) if state in rules else people


def _with_posts(today: date) -> "Prefetch[str]":
    posts = Post.objects.not_revoked().exclude(valid_until__lt=today).select_related("organization__territory")
    return Prefetch("posts", posts, to_attr="live_posts")


def _row(person: Person, codes: dict[int, Invitation], may_issue: bool) -> AccessRow:
    user: User | None = getattr(person, "user", None)
    code = codes.get(user.pk) if user else None
    words, tone = _words(user, code)
    posts: list[Post] = getattr(person, "live_posts", [])
    roles = ", ".join(sorted({post.get_role_display() for post in posts}))
    return AccessRow(
        person=person,
        user=user,
        words=words,
        tone=tone,
        roles=roles,
        seen_at=user.last_login if user else None,
        has_code=code is not None,
        may_issue=may_issue and (user is None or user.is_active),
    )


def _words(user: User | None, code: Invitation | None) -> tuple[str, Tone]:
    if user is None:
        return "не приглашён", "quiet"
    if not user.is_active:
        return "вход закрыт", "late"
    if code is not None:
        return f"код до {in_words(code.expires_at)}", "now"
    return ("входит", "good") if user.last_login else ("не приглашён", "quiet")
