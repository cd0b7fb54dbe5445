"""The basis of processing: what is in force, and what the form of step 0 begins with."""

from mentoring.accounts.choices import Role
from mentoring.core.actor import Actor
from mentoring.organizations.models import Installation, Organization
from mentoring.staff.models import Employment, ProcessingBasis

AGGREGATES_ONLY = "обобщённые числа без имён — Положение о системе наставничества"


def basis_of(actor: Actor, organization: Organization) -> ProcessingBasis | None:
    """The basis in force, with its paper."""
    bases = ProcessingBasis.objects.visible_to(actor).in_force()
    return bases.filter(organization=organization).select_related("document").first()


def basis_draft(actor: Actor, organization: Organization) -> dict[str, str]:
    """The signed-in person as the responsible one; the keeper of the installation as operator and recipient."""
    installation = Installation.objects.select_related("top").first()
    keeper = installation.top if installation else None
    is_own = keeper is None or keeper.pk == organization.pk
    return {
        "responsible_name": actor.name,
        "responsible_position": _position_of(actor, organization),
        "operator": "" if is_own else f"оператору системы — {keeper}",
        "recipients": "" if is_own else f"{keeper} — {AGGREGATES_ONLY}",
    }


def _position_of(actor: Actor, organization: Organization) -> str:
    if organization.pk in actor.organizations_as(Role.HEAD):
        return organization.title_of_head
    works = Employment.objects.filter(person_id__in=actor.own_ids, organization=organization, dismissed_on=None)
    return works.values_list("position_title", flat=True).first() or ""
