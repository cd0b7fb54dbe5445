"""Who sees, edits and approves programmes, consents and orders (matrix rows 13, 16, 18–21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.core.access import Verdict, allow_if
from mentoring.core.actor import Actor
from mentoring.programs.choices import QUIET_STATES, EndInitiator, ProgramState

if TYPE_CHECKING:
    from mentoring.organizations.models import Organization
    from mentoring.programs.models import EarlyEnd, Program

LEADERS = (Role.HEAD, Role.CURATOR)
READERS = (*LEADERS, Role.COUNCIL_MEMBER)


def visible_programs(actor: Actor) -> Q:
    """Programmes of organisations the actor leads or advises, and one's own from the day the pair is announced."""
    own = Q(mentorship__mentor__person_id__in=actor.own_ids) | Q(mentorship__mentees__person_id__in=actor.own_ids)
    return Q(organization_id__in=actor.organizations_as(*READERS)) | own & Q(mentorship__announced_at__isnull=False)


def visible_consents(actor: Actor) -> Q:
    """Own consents; for who keeps the papers those of the organisation, never a refusal or a lost pair."""
    kept = Q(organization_id__in=actor.organizations_as(*STAFF_ROLES)) & ~Q(state__in=QUIET_STATES)
    return Q(person_id__in=actor.own_ids) | kept & ~Q(program__state=ProgramState.CANCELLED)


def visible_declined_consents(actor: Actor) -> Q:
    """The restricted journal of the curator."""
    return Q(organization_id__in=actor.organizations_as(Role.CURATOR), state__in=QUIET_STATES)


def visible_early_ends(actor: Actor) -> Q:
    """Notices in pairs of organisations the actor leads, and in one's own pairs."""
    own = Q(program__mentorship__mentor__person_id__in=actor.own_ids)
    own |= Q(program__mentorship__mentees__person_id__in=actor.own_ids)
    return Q(organization_id__in=actor.organizations_as(*LEADERS)) | own


def is_mentor(actor: Actor, program: Program) -> bool:
    """True when the actor is the mentor of the programme."""
    return actor.is_person(program.mentorship.mentor.person_id)


def is_mentee(actor: Actor, program: Program) -> bool:
    """True when the actor is one of the mentees of the programme."""
    return any(actor.is_person(mentee.person_id) for mentee in program.mentorship.mentees.all())


def can_edit(actor: Actor, program: Program) -> Verdict:
    """Mentor and mentee have equal rights to edit; the curator and the head help."""
    return allow_if(
        is_mentor(actor, program)
        or is_mentee(actor, program)
        or program.organization_id in actor.organizations_as(*LEADERS),
        "Программу составляют наставник и наставляемый, помогает куратор.",
    )


def can_print(actor: Actor, program: Program) -> Verdict:
    """Make the programme a paper: whoever writes it, and the council that considers it."""
    return allow_if(
        can_edit(actor, program).allowed or program.organization_id in actor.organizations_as(*READERS),
        "Программу печатают её участники, куратор и руководитель.",
    )


def can_agree(actor: Actor, program: Program) -> Verdict:
    """Agree to a line or to the whole: the two sides themselves."""
    return allow_if(
        is_mentor(actor, program) or is_mentee(actor, program), "Согласуют программу наставник и наставляемый."
    )


def can_lead(actor: Actor, organization: Organization) -> Verdict:
    """Draft programmes, prepare consents and orders."""
    return allow_if(
        organization.pk in actor.organizations_as(*LEADERS), "Это делает куратор или руководитель этой организации."
    )


def leads_any(actor: Actor) -> Verdict:
    """Lead some organisation."""
    return allow_if(actor.has_role(*LEADERS), "Это делает куратор или руководитель организации.")


def can_mark_consents(actor: Actor, organization: Organization) -> Verdict:
    """Record signatures on paper."""
    return allow_if(
        organization.pk in actor.organizations_as(*STAFF_ROLES),
        "Подписи отмечает руководитель, куратор или кадровик этой организации.",
    )


def can_step_out(actor: Actor, program: Program) -> Verdict:
    """Say no before the order, without a reason: the two sides themselves."""
    return allow_if(
        is_mentor(actor, program) or is_mentee(actor, program),
        "Отказаться может только сам наставник или наставляемый.",
    )


def can_take_back(actor: Actor, program: Program, end: EarlyEnd) -> Verdict:
    """Take a notice back: the side that gave it, and who leads."""
    own = (end.initiator == EndInitiator.MENTOR and is_mentor(actor, program)) or (
        end.initiator == EndInitiator.MENTEE and is_mentee(actor, program)
    )
    leads = program.organization_id in actor.organizations_as(*LEADERS)
    return allow_if(own or leads, "Уведомление снимает та сторона, которая его дала, или куратор.")


def can_end(actor: Actor, program: Program) -> Verdict:
    """Give notice of an early end: either side for herself, the leaders for the employer."""
    return allow_if(
        is_mentor(actor, program)
        or is_mentee(actor, program)
        or program.organization_id in actor.organizations_as(*LEADERS),
        "Прекратить может наставник, наставляемый или работодатель.",
    )
