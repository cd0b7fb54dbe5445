"""The organisation's own hand: what follows by itself from a person's word is written in nobody's name."""

from mentoring.accounts.choices import Role
from mentoring.core.actor import Actor, PostGrant
from mentoring.organizations.models import Organization


def office_of(organization: Organization) -> Actor:
    """Act for the organisation: its papers and its pairs, nothing of others."""
    roles = (Role.HEAD, Role.CURATOR)
    posts = frozenset(PostGrant(role=role, organization_id=organization.pk) for role in roles)
    return Actor(system="office", name="система", posts=posts)
