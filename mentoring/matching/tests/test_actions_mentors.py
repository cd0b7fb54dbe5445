"""Actions on mentors: admit, add, wish, capacity, pause, leave."""

from datetime import date

import pytest

from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.matching.actions import (
    Profile,
    add_mentor,
    admit_mentors,
    edit_mentor,
    move_mentor,
    wish_to_mentor,
)
from mentoring.matching.choices import (
    MentorState,
    ReadinessState,
    Side,
    Source,
)
from mentoring.matching.models import Mentee, Readiness
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_teacher
from mentoring.organizations.models import Organization

PROFILE = Profile(capacity=1)


def test_rule_proposes_and_the_curator_admits(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    [mentor] = admit_mentors(organization=school, people=[person], today=day, by=curator)

    assert (mentor.state, mentor.source, mentor.admitted_on) == (MentorState.IN_BANK, Source.RULE, day)
    assert "педагогический стаж" in mentor.reason
    assert mentor.places.count() == mentor.capacity


def test_beginner_is_not_admitted_by_rule(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="больше не предлагает"):
        admit_mentors(organization=school, people=[make_need(organization=school).person], today=day, by=curator)


def test_candidate_by_hand_needs_a_reason(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="почему"):
        add_mentor(organization=school, person=make_teacher(organization=school), reason=" ", today=day, by=curator)


def test_own_wish_makes_a_ready_candidate(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)

    mentor = wish_to_mentor(
        organization=school, person=person, profile=PROFILE, today=day, by=make_actor(person=person)
    )

    assert (mentor.state, mentor.source) == (MentorState.CANDIDATE, Source.SELF)
    assert Readiness.objects.get(person=person, side=Side.MENTOR).state == ReadinessState.READY


def test_nobody_wishes_for_another(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    with pytest.raises(NotAllowed):
        wish_to_mentor(organization=school, person=person, profile=PROFILE, today=day, by=curator)


@pytest.mark.parametrize("capacity", [1, 2, 6])
def test_places_are_as_many_as_the_capacity(school: Organization, curator: Actor, capacity: int) -> None:
    mentor = make_mentor(organization=school, capacity=3)

    edit_mentor(mentor=mentor, profile=Profile(capacity=capacity), version=mentor.version, by=curator)

    assert sorted(mentor.places.values_list("number", flat=True)) == list(range(1, capacity + 1))


def test_capacity_does_not_fall_below_those_taken(school: Organization, curator: Actor) -> None:
    mentor = make_mentor(organization=school, capacity=2)
    make_pair(organization=school, mentor=mentor)
    make_pair(organization=school, mentor=mentor)

    with pytest.raises(Refusal, match=r"Сейчас у наставника 2.наставляемых"):
        edit_mentor(mentor=mentor, profile=PROFILE, version=mentor.version, by=curator)


def test_taken_place_survives_a_smaller_capacity(school: Organization, curator: Actor) -> None:
    mentor = make_mentor(organization=school, capacity=3)
    for pair in [make_pair(organization=school, mentor=mentor) for _ in range(3)][:2]:
        mentee = pair.mentees.get()
        Mentee.objects.filter(pk=mentee.pk).update(is_live=False, place=None)

    edit_mentor(mentor=mentor, profile=PROFILE, version=mentor.version, by=curator)

    assert mentor.places.get().mentees.filter(is_live=True).exists()


def test_older_save_of_a_mentor_is_stopped(school: Organization, curator: Actor) -> None:
    mentor = make_mentor(organization=school, version=4)

    with pytest.raises(Stale):
        edit_mentor(mentor=mentor, profile=PROFILE, version=3, by=curator)


def test_mentor_with_a_pair_does_not_leave(school: Organization, curator: Actor, day: date) -> None:
    pair = make_pair(organization=school)

    with pytest.raises(WrongState, match="Вывести его из банка можно, когда"):
        move_mentor(mentor=pair.mentor, verb="leave", today=day, by=curator)


def test_mentor_pauses_herself_and_does_not_admit_herself(school: Organization, day: date) -> None:
    mentor = make_mentor(organization=school)
    candidate = make_mentor(organization=school, state=MentorState.CANDIDATE)

    assert move_mentor(mentor=mentor, verb="pause", today=day, by=make_actor(person=mentor.person)).state == "paused"
    with pytest.raises(NotAllowed):
        move_mentor(mentor=candidate, verb="admit", today=day, by=make_actor(person=candidate.person))


# decisions
