"""Numbers by organisation equal their rows."""

from mentoring.core.actor import Actor
from mentoring.matching import facts
from mentoring.matching.choices import MentorshipState, MentorState, NeedState
from mentoring.matching.facts import Cell
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization


def fill(school: Organization) -> None:
    """Two wait, one needs nothing, one pair runs, one did not come to be; a paused mentor besides."""
    for _ in range(2):
        make_need(organization=school)
    make_need(organization=school, state=NeedState.NOT_REQUIRED, not_required_reason="справляется")
    make_pair(organization=school, state=MentorshipState.ACTIVE, kinds=["group", "virtual"])
    make_pair(organization=school, state=MentorshipState.CANCELLED, need=make_need(organization=school, state="closed"))
    make_mentor(organization=school, state=MentorState.PAUSED)


def test_needs_are_counted_by_state(school: Organization) -> None:
    fill(school)

    found = facts.needs_by_state([school.pk])

    assert found == {
        Cell(school.pk, state="confirmed"): 2,
        Cell(school.pk, state="not_required"): 1,
        Cell(school.pk, state="met"): 1,
        Cell(school.pk, state="closed"): 1,
    }


def test_pair_of_two_kinds_stands_in_both_and_once_among_all(school: Organization) -> None:
    fill(school)

    by_kind = facts.pairs([school.pk])

    assert by_kind[Cell(school.pk, form="teacher_teacher", kind="group", state="active")] == 1
    assert by_kind[Cell(school.pk, form="teacher_teacher", kind="virtual", state="active")] == 1
    assert facts.live_pairs([school.pk]) == {school.pk: 1}


def test_each_number_equals_its_rows(school: Organization, curator: Actor) -> None:
    fill(school)

    assert facts.waiting([school.pk])[school.pk] == facts.rows_of_waiting(curator).count() == 2
    assert facts.mentors_in_bank([school.pk])[school.pk] == facts.rows_of_mentors_in_bank(curator).count() == 2
    assert facts.live_pairs([school.pk])[school.pk] == facts.rows_of_live_pairs(curator).count() == 1


def test_organisations_are_counted_apart(school: Organization) -> None:
    other = make_organization()
    fill(school)
    make_need(organization=other)

    assert facts.waiting([school.pk, other.pk]) == {school.pk: 2, other.pk: 1}
    assert facts.waiting([other.pk]) == {other.pk: 1}
