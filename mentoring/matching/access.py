"""Who sees needs, mentors, answers and pairs, and who decides (matrix rows 12, 14–19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.accounts.choices import Role
from mentoring.core.access import ALLOWED, Verdict, allow_if, denied
from mentoring.core.actor import Actor
from mentoring.matching.choices import MentorshipState, ReadinessState

if TYPE_CHECKING:
    from mentoring.matching.models import Mentor, Mentorship, OwnRequest, Readiness
    from mentoring.organizations.models import Organization
    from mentoring.people.models import Person

LEADERS = (Role.HEAD, Role.CURATOR)
SEES_NEEDS = (*LEADERS, Role.COUNCIL_MEMBER)
KEEPS_JOURNAL = (Role.CURATOR,)
OWN_MENTOR_VERBS = ("pause", "resume", "leave")
SEES_PAIRS = (*LEADERS, Role.COUNCIL_MEMBER, Role.CLERK)


def visible_needs(actor: Actor) -> Q:
    """Own needs and those of organisations the actor leads or advises."""
    return Q(person_id__in=actor.own_ids) | Q(organization_id__in=actor.organizations_as(*SEES_NEEDS))


def visible_own_requests(actor: Actor) -> Q:
    """Her words are hers: nobody else sees them, in any role."""
    return Q(person_id__in=actor.own_ids)


def visible_updates(actor: Actor) -> Q:
    """Yearly updates of organisations the actor leads or advises."""
    return Q(organization_id__in=actor.organizations_as(*SEES_NEEDS))


def visible_mentors(actor: Actor) -> Q:
    """Own profile, mentors of organisations the actor leads or advises, and one's own mentor."""
    return (
        Q(person_id__in=actor.own_ids)
        | Q(organization_id__in=actor.organizations_as(*SEES_NEEDS))
        | Q(person_id__in=actor.tied_to("mentor"))
    )


def visible_readiness(actor: Actor) -> Q:
    """Own answers; for the curator and head open questions and agreements, never a refusal."""
    led = Q(organization_id__in=actor.organizations_as(*LEADERS)) & ~Q(state=ReadinessState.DECLINED)
    return Q(person_id__in=actor.own_ids) | led


def visible_declines(actor: Actor) -> Q:
    """The restricted journal of the curator: refusals, and her own «нет» over which others wrote something."""
    said_no = Q(state=ReadinessState.DECLINED) | Q(own_no_at__isnull=False)
    return said_no & Q(organization_id__in=actor.organizations_as(Role.CURATOR))


def own_mentorships(actor: Actor) -> Q:
    """Pairs in which the actor stands, from the day they are announced."""
    own = Q(mentor__person_id__in=actor.own_ids) | Q(mentees__person_id__in=actor.own_ids)
    return own & Q(announced_at__isnull=False)


def visible_mentorships(actor: Actor) -> Q:
    """Pairs of organisations the actor leads or advises, and one's own pairs from the day they are announced."""
    return Q(organization_id__in=actor.organizations_as(*SEES_PAIRS)) | own_mentorships(actor)


def can_lead(actor: Actor, organization: Organization) -> Verdict:
    """Confirm needs, admit mentors, ask for readiness, propose pairs."""
    return allow_if(
        organization.pk in actor.organizations_as(*LEADERS), "Это делает куратор или руководитель этой организации."
    )


def can_export(actor: Actor, organization: Organization) -> Verdict:
    """Take a list out as a spreadsheet."""
    return allow_if(
        organization.pk in actor.organizations_as(*LEADERS), "Списки выгружает куратор или руководитель организации."
    )


def can_read_declines(actor: Actor, organization: Organization) -> Verdict:
    """Open the restricted journal."""
    return allow_if(organization.pk in actor.organizations_as(Role.CURATOR), "Закрытый журнал ведёт куратор.")


def can_wish(actor: Actor, person: Person) -> Verdict:
    """Say that one wants to be a mentor: only for oneself."""
    return allow_if(actor.is_person(person.pk), "О своём желании говорит только сам педагог.")


def can_edit_mentor(actor: Actor, mentor: Mentor) -> Verdict:
    """Change what a mentor offers: herself, the curator, the head."""
    return allow_if(
        actor.is_person(mentor.person_id) or mentor.organization_id in actor.organizations_as(*LEADERS),
        "Сведения о наставнике меняет он сам, куратор или руководитель.",
    )


def can_move_mentor(actor: Actor, mentor: Mentor, verb: str) -> Verdict:
    """Admit and return: the leaders; pause, resume and leave: also the mentor herself."""
    if verb in OWN_MENTOR_VERBS and actor.is_person(mentor.person_id):
        return ALLOWED
    return can_lead(actor, mentor.organization)


def can_edit_own_request(actor: Actor, request: OwnRequest) -> Verdict:
    """Change or withdraw a request: its author."""
    return allow_if(actor.is_person(request.person_id), "Запрос меняет только его автор.")


def can_answer(actor: Actor, readiness: Readiness) -> Verdict:
    """Answer for oneself; the curator and the head may mark what was said in a talk."""
    if actor.is_person(readiness.person_id):
        return ALLOWED
    return allow_if(
        readiness.organization_id in actor.organizations_as(*LEADERS),
        "Ответ даёт сам педагог; после разговора его отмечает куратор.",
    )


def can_confirm_need(actor: Actor, person: Person, *, sole_officer: bool) -> Verdict:
    """Say that a person needs a mentor. Nobody says it of herself while somebody else can."""
    if actor.is_person(person.pk) and not sole_officer:
        return denied("О собственной потребности решает другой: попросите второго руководителя или куратора.")
    return ALLOWED


def can_decide(actor: Actor, mentorship: Mentorship, *, joining: Person | None = None, sole_officer: bool) -> Verdict:
    """Record the decision on a pair, or on who joins it. Nobody decides on her own pair while somebody else can."""
    if mentorship.organization_id not in actor.organizations_as(*LEADERS):
        return denied("Решение о паре записывает куратор или руководитель этой организации.")
    people = {mentorship.mentor.person_id} | {mentee.person_id for mentee in mentorship.mentees.all()}
    people |= {joining.pk} if joining else set()
    if any(actor.is_person(person_id) for person_id in people) and not sole_officer:
        return denied("О собственной паре решает другой: попросите второго руководителя или куратора.")
    return ALLOWED


def can_see_people(mentorship: Mentorship) -> bool:
    """True when the people of the pair may already know of it."""
    return mentorship.announced_at is not None or mentorship.state == MentorshipState.ACTIVE
