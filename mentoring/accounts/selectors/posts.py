"""Who holds which post, where and until when; and where the actor may appoint."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from mentoring.accounts import access
from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.accounts.models import Post
from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.organizations.models import Organization
from mentoring.people.models import Person


def own_posts(actor: Actor, *, today: date) -> list[Post]:
    """The actor's own posts, held ones and past ones."""
    rows = Post.objects.filter(person_id__in=actor.own_ids).select_related("organization", "acting_for__person")
    return sorted(rows, key=lambda post: (not post.is_held_on(today), -post.valid_from.toordinal(), post.pk))


@dataclass(frozen=True, slots=True)
class PostFilter:
    """What the list of posts is narrowed to."""

    words: str = ""
    role: str = ""
    organization: str = ""
    state: str = ""


def posts_seen(actor: Actor, narrowed: PostFilter, *, today: date) -> QuerySet[Post]:
    """Posts that the actor may see, narrowed; held and future ones unless asked otherwise."""
    found = Post.objects.visible_to(actor).select_related("person", "organization__territory", "acting_for__person")
    found = found.filter(person__in=Person.objects.matching(search_text(narrowed.words))) if narrowed.words else found
    if narrowed.role:
        found = found.filter(role=narrowed.role)
    if narrowed.organization:
        found = found.filter(organization__public_id=narrowed.organization)
    if narrowed.state == "past":
        return found.filter(Q(valid_until__lt=today) | Q(revoked_at__isnull=False))
    if narrowed.state == "waiting":
        return found.filter(awaits_second=True, revoked_at=None)
    if narrowed.state == "all":
        return found
    return found.not_revoked().exclude(valid_until__lt=today)


def organizations_granted(actor: Actor) -> QuerySet[Organization]:
    """Organisations in which the actor may appoint to some role."""
    rule = Q(pk__in=actor.organizations_as(Role.HEAD))
    for path in actor.territories_as(Role.COMMITTEE, Role.ADMINISTRATOR):
        rule |= Q(territory__path__startswith=path)
    return Organization.objects.filter(rule, closed_on=None).select_related("territory").order_by("search", "pk")


def roles_granted(actor: Actor, organization: Organization) -> list[Role]:
    """Roles to which the actor may appoint in the organisation."""
    return [role for role in Role if access.can_grant(actor, role, organization)]


def people_to_appoint(actor: Actor, words: str) -> QuerySet[Person]:
    """People whom the actor may appoint: own staff, and holders of posts that she sees where she appoints."""
    places = organizations_granted(actor).values("pk")
    own = actor.organization_ids
    works = Q(employments__organization_id__in=actor.organizations_as(*STAFF_ROLES), employments__dismissed_on=None)
    seen = Post.objects.visible_to(actor).filter(organization__in=places, revoked_at=None)
    serves = Q(posts__in=seen.values("pk"))
    beside = Q(posts__organization_id__in=own, posts__revoked_at=None)
    found = Person.objects.filter(works | serves | beside).distinct().matching(search_text(words))
    return found.order_by("search", "pk")
