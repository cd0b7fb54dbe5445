"""Who leads an organisation today, and whether there is anybody else."""

from datetime import date

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.core.actor import Actor
from mentoring.matching.access import LEADERS
from mentoring.organizations.models import Organization


def leaders_of(organization: Organization, *, day: date) -> set[int]:
    """People who hold a leading post here on this day."""
    posts = Post.objects.held_on(day).filter(organization=organization, role__in=LEADERS)
    return set(posts.values_list("person_id", flat=True))


def heads_of(organization: Organization, *, day: date) -> set[int]:
    """People who head the organisation on this day."""
    posts = Post.objects.held_on(day).filter(organization=organization, role=Role.HEAD)
    return set(posts.values_list("person_id", flat=True))


def has_council(organization: Organization, *, day: date) -> bool:
    """Tell whether a council of mentors is recorded here."""
    return Post.objects.held_on(day).filter(organization=organization, role=Role.COUNCIL_MEMBER).exists()


def is_sole_officer(actor: Actor, organization: Organization, *, day: date) -> bool:
    """True when the actor leads here and nobody else does: then she decides even on her own pair."""
    return leaders_of(organization, day=day) == actor.own_ids and bool(actor.own_ids)
