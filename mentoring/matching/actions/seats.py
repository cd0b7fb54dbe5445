"""What operations on pairs share: the lock, a place for a mentee, who sees whose card, what must be true before."""

from datetime import date

from mentoring.accounts.actions import tie, untie
from mentoring.accounts.choices import TieKind
from mentoring.core.actor import Actor
from mentoring.core.errors import Refusal, WrongState
from mentoring.matching.actions.mentors import free_place
from mentoring.matching.actions.mentors import locked as locked_mentor
from mentoring.matching.choices import NeedState, ReadinessState, Side
from mentoring.matching.models import Mentee, Mentorship, Need, Readiness
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.ui.words import initials


def locked(pk: int) -> Mentorship:
    """The pair under a lock, with its people."""
    rows = Mentorship.objects.select_for_update(of=("self",)).select_related(
        "mentor__person", "mentor__organization", "organization__territory"
    )
    return rows.prefetch_related("mentees__person", "mentees__need").get(pk=pk)


def release(mentorship: Mentorship, *, last_day: date, by: Actor) -> list[Mentee]:
    """Free the places of a pair and end what lets its people see each other; the mentees with their needs."""
    mentees = list(mentorship.mentees.filter(is_live=True).select_related("person", "need__organization"))
    mentorship.mentees.filter(is_live=True).update(is_live=False, place=None)
    untie(source=source_of(mentorship), last_day=last_day, by=by)
    return mentees


def source_of(mentorship: Mentorship) -> str:
    """The name of the pair among the reasons to see a card."""
    return f"matching.mentorship:{mentorship.pk}"


def tie_people(mentorship: Mentorship, *, since: date, by: Actor) -> None:
    """Let the mentor and each mentee see each other's cards."""
    mentor = mentorship.mentor.person
    for mentee in mentorship.mentees.all():
        if not mentee.is_live:
            continue
        source = source_of(mentorship)
        tie(viewer=mentor, subject=mentee.person, kind=TieKind.MENTEE, source=source, valid_from=since, by=by)
        tie(viewer=mentee.person, subject=mentor, kind=TieKind.MENTOR, source=source, valid_from=since, by=by)


def seat(mentorship: Mentorship, need: Need) -> Mentee:
    """Give the mentee one of the mentor's places; the constraints have the last word."""
    if need.state != NeedState.CONFIRMED:
        now = need.get_state_display()
        raise WrongState(f"{need.person}: сейчас «{now}», пару составить нельзя. Обновите страницу.")
    mentor = locked_mentor(mentorship.mentor_id)
    return Mentee.objects.create(
        mentorship=mentorship,
        person=need.person,
        mentor_person_id=mentor.person_id,
        need=need,
        place=free_place(mentor),
        form=mentorship.form,
    )


def require_ready(organization: Organization, person: Person, side: Side) -> None:
    """Let through whoever has said that she is ready; raises Refusal otherwise."""
    rows = Readiness.objects.filter(organization=organization, person=person, side=side)
    if not rows.filter(state=ReadinessState.READY).exists():
        raise Refusal(
            f"{initials(person)}: готовность ещё не подтверждена. Спросите или отметьте ответ после разговора."
        )


def require_same_organization(organization: Organization, need: Need) -> None:
    """Keep a pair within one organisation; raises Refusal for a need of another."""
    if need.organization_id != organization.pk:
        raise Refusal("Наставляемый — из другой организации. Выберите из списка своей.")
