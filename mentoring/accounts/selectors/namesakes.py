"""Who in an organisation has the name that is being typed: so that one human being is not written down twice."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.accounts.models import Post
from mentoring.accounts.selectors.posts import people_to_appoint
from mentoring.core.actor import Actor
from mentoring.core.wording import FullName
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.registries import introduced

NOTHING_MORE = "есть в списке этой организации"


@dataclass(frozen=True, slots=True)
class Namesake:
    """A known person of this name with what the actor may know of her: «воспитатель, работает сейчас»."""

    person: Person
    words: str


def namesakes(actor: Actor, organization: Organization, name: FullName) -> list[Namesake]:
    """People of the organisation, and those whom the actor may appoint anyway, whose name may be this one.

    Positions are told to who keeps the staff here; who appoints from above learns only that there is such a person.
    """
    here = Q(employments__organization=organization) | Q(posts__organization=organization, posts__revoked_at=None)
    known = here | Q(pk__in=people_to_appoint(actor, "").values("pk"))
    people = list(Person.objects.may_be(name).filter(known).distinct().order_by("search", "pk"))
    keys = [person.pk for person in people]
    is_own = organization.pk in actor.organizations_as(*STAFF_ROLES)
    works = introduced(keys, organization_id=organization.pk) if is_own else {}
    roles = _roles_seen(actor, keys)
    words = {pk: "; ".join(part for part in (works.get(pk, ""), roles[pk]) if part) for pk in keys}
    return [Namesake(person, words[person.pk] or NOTHING_MORE) for person in people]


def _roles_seen(actor: Actor, person_ids: list[int]) -> dict[int, str]:
    """«куратор, Школа № 7» of the posts that the actor may see, by person."""
    posts = Post.objects.visible_to(actor).not_revoked().filter(person__in=person_ids).select_related("organization")
    found: dict[int, list[str]] = defaultdict(list)
    for post in posts.order_by("role", "pk"):
        found[post.person_id].append(f"{post.get_role_display()}, {post.organization.short_name}")
    return {pk: "; ".join(found[pk]) for pk in person_ids}
