"""Who sees and makes papers (matrix rows 7, 13, 26): staff officers of the organisation and the people in them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.core.access import ALLOWED, Verdict, allow_if
from mentoring.core.actor import Actor
from mentoring.documents.choices import DELICATE_KINDS

if TYPE_CHECKING:
    from mentoring.documents.models import Document
    from mentoring.organizations.models import Organization

READ_DIFFICULTIES = (Role.HEAD, Role.CURATOR, Role.COUNCIL_MEMBER)


def visible_documents(actor: Actor) -> Q:
    """Papers that the actor keeps, and those in which she signs or is told.

    Papers that tell difficulties are for the pair, who leads the organisation and the council that considers them.
    """
    delicate = Q(kind__in=DELICATE_KINDS)
    kept = Q(organization_id__in=actor.organizations_as(*STAFF_ROLES)) & ~delicate
    considered = Q(organization_id__in=actor.organizations_as(*READ_DIFFICULTIES)) & delicate
    return kept | considered | Q(parties__person_id__in=actor.own_ids)


def visible_local_acts(actor: Actor) -> Q:
    """Acts of organisations in which the actor holds a post."""
    return Q(organization_id__in=actor.organization_ids)


def visible_files(actor: Actor) -> Q:
    """Scans go with their organisation's paperwork; one scan may hold many people's papers."""
    return Q(organization_id__in=actor.organizations_as(*STAFF_ROLES))


def can_keep_papers(actor: Actor, organization: Organization) -> Verdict:
    """Make, print, number, mark signed."""
    return allow_if(
        organization.pk in actor.organizations_as(*STAFF_ROLES),
        "Документы ведёт руководитель, куратор или кадровик этой организации.",
    )


def can_draft(actor: Actor, organization: Organization, *, signer_ids: Collection[int]) -> Verdict:
    """Prepare a paper: those who keep papers, the system itself, and a person for her own signature."""
    if actor.system or (signer_ids and all(actor.is_person(person_id) for person_id in signer_ids)):
        return ALLOWED
    return can_keep_papers(actor, organization)


def can_cancel(actor: Actor, document: Document) -> Verdict:
    """Cancel an unsigned paper: those who keep papers; revoke a signed one: the head."""
    if document.is_signed:
        return allow_if(
            document.organization_id in actor.organizations_as(Role.HEAD), "Подписанный документ отменяет руководитель."
        )
    return can_keep_papers(actor, document.organization)


def keeps_any_papers(actor: Actor) -> Verdict:
    """Tell whether the actor keeps the papers of some organisation: the register stands in her menu."""
    return allow_if(actor.has_role(*STAFF_ROLES), "Документы ведёт руководитель, куратор или кадровик.")
