"""Live pairs of people whose work here has ended or ends: nothing ends a pair but its own papers."""

from dataclasses import dataclass
from datetime import date

from mentoring.core.actor import Actor
from mentoring.matching.choices import LIVE_STATES, MentorshipState
from mentoring.matching.models import Mentee, Mentorship
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import short_case_forms
from mentoring.staff.models import Employment


@dataclass(frozen=True, slots=True)
class LeavingPair:
    """A live pair, who of it leaves, with the last day of work."""

    mentorship: Mentorship
    person: Person
    last_day: date


def leaving_pairs(organization: Organization) -> list[LeavingPair]:
    """Live pairs with somebody dismissed from this organisation, each once, the earliest dismissal first."""
    works = Employment.objects.filter(organization=organization)
    staying = works.filter(dismissed_on=None).values("person_id")
    gone = works.exclude(dismissed_on=None).exclude(person_id__in=staying).order_by("dismissed_on")
    last_days = {person_id: day for person_id, day in gone.values_list("person_id", "dismissed_on") if day}
    seats = Mentee.objects.filter(
        is_live=True, mentorship__organization=organization, mentorship__state__in=LIVE_STATES
    ).select_related("mentorship", "person", "mentor_person")
    found = {
        (seat.mentorship_id, person.pk): LeavingPair(seat.mentorship, person, last_days[person.pk])
        for seat in (seats.order_by("pk") if last_days else ())
        for person in (seat.mentor_person, seat.person)
        if person.pk in last_days
    }
    return sorted(found.values(), key=lambda one: (one.last_day, one.mentorship.pk, one.person.pk))


def pair_left_words(actor: Actor, employment: Employment) -> str:
    """«В паре с Орловой В. П.: оформите прекращение.»; empty when no live pair of hers is seen by the actor."""
    pairs = Mentorship.objects.visible_to(actor).live().filter(organization_id=employment.organization_id)
    seats = Mentee.objects.filter(is_live=True, mentorship__in=pairs).select_related(
        "mentorship", "person", "mentor_person"
    )
    own = seats.filter(person=employment.person) | seats.filter(mentor_person=employment.person)
    return " ".join(_words(seat, employment.person_id) for seat in own.order_by("pk"))


def _words(seat: Mentee, leaving_id: int) -> str:
    other = seat.mentor_person if seat.person_id == leaving_id else seat.person
    to_do = "оформите прекращение" if seat.mentorship.state == MentorshipState.ACTIVE else "откройте пару и отмените её"
    return f"В паре с {short_case_forms(other).instrumental}: {to_do}."
