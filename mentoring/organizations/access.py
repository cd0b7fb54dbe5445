"""Who sees and who changes organisations (matrix rows 6, 45)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.core.access import ALLOWED, Verdict, allow_if
from mentoring.core.actor import Actor

if TYPE_CHECKING:
    from mentoring.organizations.models import Organization, Territory

# The names of roles are owned by accounts, which stands above; the strings are tested equal there.
REGISTER_ROLES = ("committee", "administrator")
TERRITORY_ROLES = ("committee", "methodologist", "administrator")
HEAD_ROLES = ("head", "committee", "administrator")
ADMINISTRATOR_ROLE = "administrator"


def visible_organizations(actor: Actor) -> Q:
    """Own organisations, and all of the territory for those who lead it."""
    rule = Q(pk__in=actor.organization_ids)
    for path in actor.territories_as(*TERRITORY_ROLES):
        rule |= Q(territory__path__startswith=path)
    return rule


def visible_territories(actor: Actor) -> Q:
    """The territories that the actor leads, with everything inside them."""
    rule = Q(pk__in=())
    for path in actor.territories_as(*TERRITORY_ROLES):
        rule |= Q(path__startswith=path)
    return rule


def can_register(actor: Actor, territory: Territory | None = None) -> Verdict:
    """Open, merge and close organisations of a territory: the committee and the administrator."""
    if actor.system:
        return ALLOWED
    paths = actor.territories_as(*REGISTER_ROLES)
    covers = bool(paths) if territory is None else any(territory.path.startswith(path) for path in paths)
    return allow_if(covers, "Реестр организаций ведёт комитет по образованию.")


def can_edit(actor: Actor, organization: Organization) -> Verdict:
    """Change names and settings of an organisation: its head, the committee, the administrator."""
    if actor.system:
        return ALLOWED
    covers = any(organization.territory.path.startswith(path) for path in actor.territories_as(*REGISTER_ROLES))
    own = organization.pk in actor.organizations_as(*HEAD_ROLES)
    return allow_if(own or covers, "Реквизиты организации меняет её руководитель.")


def can_keep_installation(actor: Actor) -> Verdict:
    """Change the settings of the whole system."""
    return allow_if(
        bool(actor.system) or actor.has_role(ADMINISTRATOR_ROLE),
        "Настройки системы меняет технический администратор.",
    )
