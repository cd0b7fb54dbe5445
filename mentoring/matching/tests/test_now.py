"""What waits for whom today; the section of a person's card; whose work is built upon; sanity of the state tables."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.core.states import Machine
from mentoring.matching import now, states
from mentoring.matching.actions import answer, complete_update, dismiss_need
from mentoring.matching.actions.ends import stop_pair
from mentoring.matching.choices import (
    MentorshipState,
    MentorState,
    NeedState,
    ReadinessState,
    Source,
)
from mentoring.matching.sections import employments_in_use, mentoring_section
from mentoring.matching.tests.factories import (
    make_beginner,
    make_mentor,
    make_need,
    make_pair,
    make_readiness,
    make_teacher,
)
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.staff.models import Employment
from mentoring.staff.registries import bonds_left
from mentoring.staff.tests.factories import make_basis


def verbs(actor: Actor, day: date) -> set[str]:
    """Verbs of what waits for a leader."""
    return {item.verb for item in now.for_leaders(actor, day)}


def test_undecided_people_wait_with_the_due_day(school: Organization, curator: Actor, day: date) -> None:
    make_beginner(organization=school)

    [item] = now.for_leaders(curator, day)

    assert (item.verb, item.due) == ("Решить, кому нужен наставник", date(2026, 9, 15))


def test_who_begins_after_the_due_day_is_not_late_on_her_first_day(school: Organization, curator: Actor) -> None:
    today = date(2026, 11, 24)
    make_basis(organization=school, recorded_on=today)
    person = make_beginner(organization=school)
    undecided = list(now.for_leaders(curator, today))
    dismiss_need(organization=school, person=person, reason="не хочет", today=today, by=curator)
    decided = list(now.for_leaders(curator, today))

    assert [item.verb for item in undecided + decided] == ["Решить, кому нужен наставник", "Подтвердить список"]
    assert not any(item.is_late(today) for item in undecided + decided)


def test_pair_of_who_is_dismissed_waits_to_be_ended(school: Organization, head: Actor, day: date) -> None:
    pair, other = (make_pair(organization=school, state=MentorshipState.ACTIVE) for _ in range(2))
    assert "Прекратить пару" not in verbs(head, day)
    work = Employment.objects.get(person=pair.mentees.get().person)
    work.dismissed_on = day
    work.save()

    [item] = [one for one in now.for_leaders(head, day) if one.verb == "Прекратить пару"]

    assert str(pair.public_id) in item.url
    assert str(other.public_id) not in item.url
    assert "с 10\u00a0сентября 2026\u00a0г." in item.reason
    assert "В паре с" in bonds_left(head, work)
    assert "оформите прекращение" in bonds_left(head, work)
    stop_pair(mentorship=pair, on=day, by=head)
    assert "Прекратить пару" not in verbs(head, day)
    assert bonds_left(head, work) == ""


def test_who_works_here_again_leaves_no_pair(school: Organization, head: Actor, day: date) -> None:
    pair = make_pair(organization=school, state=MentorshipState.ACTIVE)
    Employment.objects.filter(person=pair.mentor.person).update(dismissed_on=day)
    make_teacher(organization=school, person=pair.mentor.person)

    assert "Прекратить пару" not in verbs(head, day)


def test_number_of_queries_does_not_grow_with_pairs_left(school: Organization, head: Actor, day: date) -> None:
    def left(count: int) -> int:
        for _ in range(count):
            pair = make_pair(organization=school, state=MentorshipState.ACTIVE)
            Employment.objects.filter(person=pair.mentor.person).update(dismissed_on=day)
        with CaptureQueriesContext(connection) as queries:
            list(now.for_leaders(head, day))
        return len(queries)

    assert left(1) == left(3)


def test_decided_list_waits_to_be_confirmed_and_then_vanishes(school: Organization, curator: Actor, day: date) -> None:
    make_teacher(organization=school)
    before = verbs(curator, day)

    complete_update(organization=school, today=day, by=curator)

    assert before == {"Подтвердить список"}
    assert verbs(curator, day) == set()


@pytest.mark.parametrize(
    ("make", "verb"),
    [
        pytest.param(make_need, "Выбрать наставника", id="ждёт наставника"),
        pytest.param(make_pair, "Записать решение", id="пара предложена"),
    ],
)
def test_each_step_waits_for_a_leader(school: Organization, curator: Actor, day: date, make: object, verb: str) -> None:
    make(organization=school)  # type: ignore[operator]

    assert verb in verbs(curator, day)


def test_decided_pair_waits_to_be_told(school: Organization, head: Actor, day: date) -> None:
    make_pair(organization=school, state=MentorshipState.RECOMMENDED)

    assert "Сообщить участникам" in verbs(head, day)


def test_own_wish_waits_for_the_curator(school: Organization, curator: Actor, day: date) -> None:
    make_mentor(organization=school, state=MentorState.CANDIDATE, source=Source.SELF)

    assert "Включить в банк" in verbs(curator, day)


def test_words_agree_with_their_number(school: Organization, curator: Actor, day: date) -> None:
    make_mentor(organization=school, state=MentorState.CANDIDATE, source=Source.SELF)
    make_pair(organization=school)
    one = {item.verb: f"{item.who} {item.reason}" for item in now.for_leaders(curator, day)}
    make_mentor(organization=school, state=MentorState.CANDIDATE, source=Source.SELF)
    make_pair(organization=school)
    two = {item.verb: f"{item.who} {item.reason}" for item in now.for_leaders(curator, day)}

    assert one["Включить в банк"] == "1\u00a0педагог хочет быть наставником"
    assert one["Записать решение"] == "1\u00a0пара предложена совету"
    assert two["Включить в банк"] == "2\u00a0педагога хотят быть наставниками"
    assert two["Записать решение"] == "2\u00a0пары предложены совету"


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER, Role.METHODOLOGIST])
def test_nothing_waits_for_who_does_not_lead(school: Organization, day: date, role: Role) -> None:
    make_need(organization=school)

    assert verbs(make_actor(role, organization=school), day) == set()


def test_leader_of_another_school_is_not_bothered(school: Organization, day: date) -> None:
    make_need(organization=school)
    stranger = make_actor(Role.HEAD, organization=make_organization())

    assert "Выбрать наставника" not in verbs(stranger, day)


def test_question_waits_until_it_is_answered(school: Organization, day: date) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.ASKED
    )
    author = make_actor(person=readiness.person)
    before = [item.verb for item in now.for_teachers(author, day)]

    answer(readiness=readiness, state=ReadinessState.DECLINED, by=author)

    assert before == ["Ответить"]
    assert list(now.for_teachers(author, day)) == []


def test_refusal_changes_nothing_that_waits_for_leaders(school: Organization, curator: Actor, day: date) -> None:
    readiness = make_readiness(
        organization=school, person=make_mentor(organization=school).person, state=ReadinessState.ASKED
    )
    before = list(now.for_leaders(curator, day))

    answer(readiness=readiness, state=ReadinessState.DECLINED, by=make_actor(person=readiness.person))

    assert list(now.for_leaders(curator, day)) == before


# the card of a person


def test_card_tells_need_and_pair_to_the_curator(school: Organization, curator: Actor, day: date) -> None:
    pair = make_pair(organization=school)
    work = pair.mentees.get().person.employments.get()

    section = mentoring_section(curator, work, day)

    assert section is not None
    assert section.content["need"].ground == "начинающий педагог"
    assert len(section.content["pairs"]) == 1


def test_clerk_sees_the_pair_and_not_the_need(school: Organization, day: date) -> None:
    pair = make_pair(organization=school)
    clerk = make_actor(Role.CLERK, organization=school)

    section = mentoring_section(clerk, pair.mentees.get().person.employments.get(), day)

    assert section is not None
    assert (section.content["need"], len(section.content["pairs"])) == (None, 1)


def test_card_of_somebody_without_mentoring_has_no_section(school: Organization, curator: Actor, day: date) -> None:
    work = make_teacher(organization=school).employments.get()

    assert mentoring_section(curator, work, day) is None


def test_people_of_matching_are_built_upon(school: Organization) -> None:
    pair = make_pair(organization=school)
    free = make_teacher(organization=school).employments.get()
    taken = {pair.mentor.person.employments.get().pk, pair.mentees.get().person.employments.get().pk}

    assert employments_in_use([*taken, free.pk]) == taken


# states


@pytest.mark.parametrize(
    ("machine", "first", "all_states"),
    [
        (states.NEED, NeedState.PROPOSED, NeedState),
        (states.MENTOR, MentorState.CANDIDATE, MentorState),
        (states.READINESS, ReadinessState.ASKED, ReadinessState),
        (states.MENTORSHIP, MentorshipState.PROPOSED, MentorshipState),
    ],
)
def test_every_state_is_reached_from_the_first(machine: Machine, first: str, all_states: type) -> None:
    reached, new = {first}, {first}
    while new:
        new = {moves[state] for moves in machine.table.values() for state in reached if state in moves} - reached
        reached |= new

    assert reached == set(all_states)


def test_ended_pairs_stay_ended() -> None:
    ends = {MentorshipState.FINISHED, MentorshipState.STOPPED, MentorshipState.CANCELLED}

    assert not [verb for verb, moves in states.MENTORSHIP.table.items() if ends & set(moves)]
