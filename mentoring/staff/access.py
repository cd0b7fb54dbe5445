"""Who sees and keeps the staff (matrix rows 8, 9, 36, 43)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.core.access import ALLOWED, Verdict, allow_if
from mentoring.core.actor import Actor

if TYPE_CHECKING:
    from mentoring.organizations.models import Organization
    from mentoring.staff.models import Employment

KEEPERS = STAFF_ROLES
LIST_ROLES = (*KEEPERS, Role.COUNCIL_MEMBER)
BASIS_ROLES = (Role.HEAD, Role.CURATOR, Role.DATA_OFFICER)


def visible_employments(actor: Actor) -> Q:
    """Own work, the staff of organisations the actor keeps or advises, and the work of partners in a pair."""
    return (
        Q(person_id__in=actor.own_ids)
        | Q(organization_id__in=actor.organizations_as(*LIST_ROLES))
        | Q(person_id__in=actor.tied_to("mentor", "mentee"))
    )


def visible_imports(actor: Actor) -> Q:
    """Lists loaded into the organisations whose staff the actor keeps."""
    return Q(organization_id__in=actor.organizations_as(*STAFF_ROLES))


def visible_bases(actor: Actor) -> Q:
    """The basis of processing of one's organisations."""
    return Q(organization_id__in=actor.organization_ids)


def can_keep_staff(actor: Actor, organization: Organization) -> Verdict:
    """Load lists, add and correct people: those who keep the staff, the system at its creation."""
    if actor.system:
        return ALLOWED
    return allow_if(
        organization.pk in actor.organizations_as(*STAFF_ROLES),
        "Список педагогов ведёт руководитель, куратор или кадровик этой организации.",
    )


def can_record_basis(actor: Actor, organization: Organization) -> Verdict:
    """Record the basis of processing personal data (step 0)."""
    if actor.system:
        return ALLOWED
    return allow_if(
        organization.pk in actor.organizations_as(*BASIS_ROLES),
        "Основание обработки данных записывает руководитель или куратор этой организации.",
    )


def can_see_contacts(actor: Actor, employment: Employment) -> Verdict:
    """Telephone and e-mail (row 9): oneself, the other side of a pair, those who keep the staff; not the council."""
    near = actor.is_person(employment.person_id) or employment.person_id in actor.tied_to("mentor", "mentee")
    return allow_if(
        near or employment.organization_id in actor.organizations_as(*STAFF_ROLES),
        "Телефон и почту видят сам педагог, его пара и те, кто ведёт список.",
    )


def can_see_work_facts(actor: Actor, employment: Employment) -> Verdict:
    """Hiring, breaks, attestation, rate, birth (row 8): oneself and those who keep the staff."""
    return allow_if(
        actor.is_person(employment.person_id) or employment.organization_id in actor.organizations_as(*STAFF_ROLES),
        "Эти сведения видят сам педагог и те, кто ведёт список.",
    )
