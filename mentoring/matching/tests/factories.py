"""Needs, mentors, answers and pairs for tests."""

from datetime import date

from mentoring.matching.actions.mentors import keep_places
from mentoring.matching.choices import MentorshipState, MentorState, NeedState, ReadinessState, Side, Source
from mentoring.matching.models import Mentee, Mentor, Mentorship, Need, OwnRequest, Readiness
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.tests.factories import make_employment

SINCE = date(2026, 9, 10)


def make_teacher(*, organization: Organization, person: Person | None = None, **facts: object) -> Person:
    """Somebody who works in the organisation, experienced unless other facts are given."""
    usual: dict[str, object] = {"position_code": "teacher"}
    return make_employment(organization=organization, person=person, **(usual | facts)).person


def make_beginner(*, organization: Organization, **facts: object) -> Person:
    """A teacher in her second year."""
    usual: dict[str, object] = {
        "hired_on": date(2025, 9, 1),
        "total_experience_months": 20,
        "teaching_experience_months": 16,
    }
    return make_teacher(organization=organization, **(usual | facts))


def make_need(*, organization: Organization, person: Person | None = None, **values: object) -> Need:
    """A confirmed need of a beginner."""
    given: dict[str, object] = {
        "ground": "beginner",
        "reason": "педагогический стаж 1 год 4 месяца на 1 сентября 2026 г.",
        "source": Source.RULE,
        "state": NeedState.CONFIRMED,
        "school_year": 2026,
        "since": SINCE,
    }
    person = person or make_beginner(organization=organization)
    return Need.objects.create(organization=organization, person=person, **(given | values))


def make_mentor(*, organization: Organization, person: Person | None = None, **values: object) -> Mentor:
    """A mentor in the bank with her places."""
    given: dict[str, object] = {"source": Source.RULE, "state": MentorState.IN_BANK, "capacity": 2}
    person = person or make_teacher(organization=organization)
    mentor = Mentor.objects.create(organization=organization, person=person, **(given | values))
    keep_places(mentor)
    return mentor


def make_readiness(
    *, organization: Organization, person: Person, side: str = Side.MENTOR, state: str = ReadinessState.READY
) -> Readiness:
    """An answer."""
    return Readiness.objects.create(
        organization=organization, person=person, side=side, state=state, asked_on=SINCE, version=2
    )


def make_request(
    *, organization: Organization, words: str, person: Person | None = None, **values: object
) -> OwnRequest:
    """A request in own words on a need of its own."""
    need = make_need(
        organization=organization,
        person=person,
        ground="own_request",
        reason="",
        source=Source.SELF,
        state=NeedState.PROPOSED,
    )
    return OwnRequest.objects.create(
        organization=organization, person=need.person, need=need, words=words, areas=["methods"], **values
    )


def make_pair(
    *, organization: Organization, mentor: Mentor | None = None, need: Need | None = None, **values: object
) -> Mentorship:
    """A proposed pair in which both are ready; other states are given with their dates."""
    mentor = mentor or make_mentor(organization=organization)
    need = need or make_need(organization=organization)
    for person, side in ((mentor.person, Side.MENTOR), (need.person, Side.MENTEE)):
        Readiness.objects.get_or_create(
            organization=organization,
            person=person,
            side=side,
            defaults={"state": ReadinessState.READY, "asked_on": SINCE},
        )
    given: dict[str, object] = {"form": "teacher_teacher", "kinds": ["traditional"]}
    mentorship = Mentorship.objects.create(organization=organization, mentor=mentor, **(given | values))
    live = mentorship.state in (MentorshipState.PROPOSED, MentorshipState.RECOMMENDED, MentorshipState.ACTIVE)
    Mentee.objects.create(
        mentorship=mentorship,
        person=need.person,
        mentor_person=mentor.person,
        need=need,
        form=mentorship.form,
        is_live=live,
        place=mentor.places.exclude(mentees__is_live=True).order_by("number").first() if live else None,
    )
    if live and mentorship.state != MentorshipState.PROPOSED:
        Need.objects.filter(pk=need.pk).update(state=NeedState.MET)
    return mentorship
