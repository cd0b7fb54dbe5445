"""Who sees whose card (matrix row 8): oneself, those who work together, and the organisation's staff officers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.core.access import ALLOWED, Verdict, allow_if
from mentoring.core.actor import Actor

if TYPE_CHECKING:
    from mentoring.people.models import Person

# Names of roles and ties are owned by accounts, which stands above; tested equal there.
STAFF_ROLES = ("head", "curator", "clerk")
COUNCIL_ROLES = ("council_member",)
CREATING_ROLES = (*STAFF_ROLES, "committee", "administrator")
WORKING_TIES = ("mentor", "mentee")


def visible_people(actor: Actor) -> Q:
    """Oneself, partners in a pair, people of organisations where the actor keeps the staff or sits in the council."""
    return (
        Q(pk__in=actor.own_ids)
        | Q(pk__in=actor.tied_to(*WORKING_TIES))
        | Q(employments__organization_id__in=actor.organizations_as(*STAFF_ROLES, *COUNCIL_ROLES))
        | Q(posts__organization_id__in=actor.organizations_as(*STAFF_ROLES, "administrator"), posts__revoked_at=None)
    )


def can_create_person(actor: Actor) -> Verdict:
    """Write down a new person: who keeps a staff, appoints heads, or the system at its creation."""
    if actor.system:
        return ALLOWED
    return allow_if(
        actor.has_role(*CREATING_ROLES),
        "Людей добавляет руководитель, куратор или кадровик. Обратитесь к куратору вашей организации.",
    )


def can_edit_person(actor: Actor, person: Person, organization_ids: frozenset[int]) -> Verdict:
    """Correct a name or a case form: a staff officer of an organisation in which the person works (matrix row 8).

    Not the person herself: a name stands in orders of others, and nobody may turn into somebody else unseen.
    """
    if actor.system:
        return ALLOWED
    if actor.is_person(person.pk):
        reason = "Имя и его формы исправляет куратор, кадровик или руководитель: скажите им, как правильно."
    else:
        reason = "Имя и его формы исправляет куратор, кадровик или руководитель организации этого человека."
    return allow_if(bool(organization_ids & actor.organizations_as(*STAFF_ROLES)), reason)
