"""Organisations whose staff the actor keeps or sees, with or without a basis of processing."""

from django.db.models import Exists, OuterRef, QuerySet

from mentoring.core.actor import Actor
from mentoring.organizations.choices import MOO_TYPES
from mentoring.organizations.models import Organization
from mentoring.staff.access import BASIS_ROLES, KEEPERS, LIST_ROLES
from mentoring.staff.models import ProcessingBasis


def organizations_to_keep(actor: Actor) -> QuerySet[Organization]:
    """Organisations whose list the actor keeps, by name."""
    return _organizations(actor.organizations_as(*KEEPERS))


def organizations_listed(actor: Actor) -> QuerySet[Organization]:
    """Organisations whose list the actor may open, by name."""
    return _organizations(actor.organizations_as(*LIST_ROLES))


def organizations_of_basis(actor: Actor) -> QuerySet[Organization]:
    """Organisations whose basis of processing the actor sees or records, by name."""
    return _organizations(actor.organizations_as(*KEEPERS, *BASIS_ROLES))


def organizations_without_basis(actor: Actor) -> QuerySet[Organization]:
    """Educational organisations in which the actor may record the basis and nobody has."""
    recorded = ProcessingBasis.objects.in_force().filter(organization=OuterRef("pk"))
    return _organizations(actor.organizations_as(*BASIS_ROLES)).filter(~Exists(recorded), type__in=MOO_TYPES)


def _organizations(ids: frozenset[int]) -> QuerySet[Organization]:
    return Organization.objects.filter(pk__in=ids).with_territory().order_by("short_name", "pk")
