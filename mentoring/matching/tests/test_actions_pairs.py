"""Mentors with their places; propose, decide, announce, cancel, start and end pairs."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.models import UserTie
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.matching.actions import (
    Asked,
    Choice,
    Decision,
    Profile,
    add_mentee,
    after_decision,
    announce_pairs,
    cancel_pair,
    decide_and_announce,
    decide_pairs,
    finish_pair,
    propose_pairs,
    recommend_pairs,
    start_pair,
    stop_pair,
)
from mentoring.matching.choices import (
    Channel,
    MentorshipState,
    MentorState,
    NeedState,
    ReadinessState,
    Side,
)
from mentoring.matching.models import Mentee, Mentor, Mentorship, Need, Readiness
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_readiness, make_teacher
from mentoring.notifications.models import Message
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person

SOLE = Decision(kind="sole", clause="3.4")
COUNCIL = Decision(kind="council", body_name="Совет наставников", minutes_number="2", minutes_on=date(2026, 9, 9))
PROFILE = Profile(capacity=1)


@pytest.fixture(autouse=True)
def only_matching(monkeypatch: pytest.MonkeyPatch) -> list[Mentorship]:
    """What follows a decision belongs to the domain above; here it is only noted."""
    followed: list[Mentorship] = []
    monkeypatch.setattr(after_decision, "_items", {"noted": lambda pair, by, today: followed.append(pair)})
    return followed


def ready_choice(school: Organization, *, mentor: Mentor | None = None, need: Need | None = None) -> Choice:
    """A need and a mentor, both ready."""
    mentor, need = mentor or make_mentor(organization=school), need or make_need(organization=school)
    for person, side in ((mentor.person, Side.MENTOR), (need.person, Side.MENTEE)):
        if not Readiness.objects.filter(person=person, side=side).exists():
            make_readiness(organization=school, person=person, side=side)
    return Choice(need=need, mentor=mentor.person, form="teacher_teacher")


# mentors


def test_sole_decision_keeps_its_clause_and_meets_the_need(
    school: Organization, head: Actor, day: date, only_matching: list[Mentorship]
) -> None:
    choice = ready_choice(school)

    [pair] = decide_pairs(organization=school, choices=[choice], decision=SOLE, today=day, by=head)

    assert (pair.state, pair.decision_kind, pair.decision_clause) == (MentorshipState.RECOMMENDED, "sole", "3.4")
    assert Need.objects.get(pk=choice.need.pk).state == NeedState.MET
    assert [one.pk for one in only_matching] == [pair.pk]


def test_one_council_decision_covers_many_pairs(school: Organization, curator: Actor, day: date) -> None:
    pairs = [make_pair(organization=school) for _ in range(3)]

    decided = recommend_pairs(mentorships=pairs, decision=COUNCIL, today=day, by=curator)

    assert {(pair.state, pair.minutes_number) for pair in decided} == {(MentorshipState.RECOMMENDED, "2")}


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        pytest.param(Decision(kind="sole"), "пункт положения", id="без пункта"),
        pytest.param(Decision(kind="council", minutes_number="1", minutes_on=date(2026, 9, 1)), "кто рекомендовал"),
        pytest.param(Decision(kind="council", body_name="Совет"), "номер и дату", id="без протокола"),
        pytest.param(
            Decision(kind="council", body_name="Совет", minutes_number="1", minutes_on=date(2026, 9, 11)),
            "ещё не наступил",
            id="протокол из будущего",
        ),
    ],
)
def test_decision_names_its_basis(school: Organization, head: Actor, day: date, decision: Decision, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        decide_pairs(organization=school, choices=[ready_choice(school)], decision=decision, today=day, by=head)

    assert not Mentorship.objects.exists()


@pytest.mark.parametrize("side", [Side.MENTOR, Side.MENTEE])
@pytest.mark.parametrize("state", [ReadinessState.ASKED, ReadinessState.DECLINED, None])
def test_nothing_is_decided_without_readiness(
    school: Organization, head: Actor, day: date, side: Side, state: str | None
) -> None:
    choice = ready_choice(school)
    rows = Readiness.objects.filter(side=side)
    rows.update(state=state) if state else rows.delete()

    with pytest.raises(Refusal, match="готовность ещё не подтверждена"):
        decide_pairs(organization=school, choices=[choice], decision=SOLE, today=day, by=head)


def test_readiness_said_in_a_talk_goes_with_the_decision(school: Organization, head: Actor, day: date) -> None:
    mentor, need = make_mentor(organization=school), make_need(organization=school)
    choice = Choice(need=need, mentor=mentor.person, form="teacher_teacher")
    talked = [Asked(mentor.person, Side.MENTOR), Asked(need.person, Side.MENTEE)]

    decide_pairs(organization=school, choices=[choice], decision=SOLE, talked_to=talked, today=day, by=head)

    assert set(Readiness.objects.values_list("state", "channel")) == {(ReadinessState.READY, Channel.TALK)}


def test_candidate_is_admitted_by_the_same_decision(school: Organization, head: Actor, day: date) -> None:
    person, need = make_teacher(organization=school), make_need(organization=school)
    make_readiness(organization=school, person=person)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)
    choice = Choice(need=need, mentor=person, form="teacher_teacher")

    decide_pairs(organization=school, choices=[choice], decision=SOLE, today=day, by=head)

    assert Mentor.objects.get(person=person).state == MentorState.IN_BANK


def test_paused_mentor_gets_no_pair(school: Organization, head: Actor, day: date) -> None:
    mentor = make_mentor(organization=school, state=MentorState.PAUSED)

    with pytest.raises(WrongState, match="пауза"):
        decide_pairs(
            organization=school, choices=[ready_choice(school, mentor=mentor)], decision=SOLE, today=day, by=head
        )


def test_need_that_is_met_gets_no_second_pair(school: Organization, head: Actor, day: date) -> None:
    choice = ready_choice(school)
    decide_pairs(organization=school, choices=[choice], decision=SOLE, today=day, by=head)

    with pytest.raises(WrongState, match="пару составить нельзя"):
        decide_pairs(organization=school, choices=[choice], decision=SOLE, today=day, by=head)


def test_need_that_stands_before_the_council_gets_no_second_pair_of_the_form(
    school: Organization, head: Actor, day: date
) -> None:
    need = make_need(organization=school)
    propose_pairs(organization=school, choices=[ready_choice(school, need=need)], today=day, by=head)

    with pytest.raises(Refusal, match="уже есть пара этой формы") as refused:
        propose_pairs(organization=school, choices=[ready_choice(school, need=need)], today=day, by=head)

    assert refused.value.status == 409


def test_mentor_takes_no_more_than_her_places(school: Organization, head: Actor, day: date) -> None:
    mentor = make_mentor(organization=school, capacity=1)
    propose_pairs(organization=school, choices=[ready_choice(school, mentor=mentor)], today=day, by=head)

    with pytest.raises(WrongState, match="не осталось свободных мест") as refused:
        propose_pairs(organization=school, choices=[ready_choice(school, mentor=mentor)], today=day, by=head)

    assert refused.value.status == 409


def test_one_wrong_pair_stops_the_whole_batch(school: Organization, head: Actor, day: date) -> None:
    mentor = make_mentor(organization=school, capacity=1)
    choices = [ready_choice(school, mentor=mentor) for _ in range(2)]

    with pytest.raises(WrongState):
        decide_pairs(organization=school, choices=choices, decision=SOLE, today=day, by=head)

    assert not Mentorship.objects.exists()


def test_nobody_mentors_herself(school: Organization, head: Actor, day: date) -> None:
    need = make_need(organization=school)
    mentor = make_mentor(organization=school, person=need.person)

    with pytest.raises(Refusal, match="разные люди"):
        propose_pairs(organization=school, choices=[ready_choice(school, mentor=mentor, need=need)], today=day, by=head)


def test_officer_does_not_decide_on_her_own_pair_while_another_can(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)
    officer = make_actor(Role.CURATOR, organization=school, person=person)
    make_actor(Role.HEAD, organization=school)
    mentor = make_mentor(organization=school, person=person)

    with pytest.raises(NotAllowed, match="собственной паре"):
        decide_pairs(
            organization=school, choices=[ready_choice(school, mentor=mentor)], decision=SOLE, today=day, by=officer
        )


def test_only_officer_decides_even_on_her_own_pair(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)
    officer = make_actor(Role.HEAD, Role.CURATOR, organization=school, person=person)
    mentor = make_mentor(organization=school, person=person)

    [pair] = decide_pairs(
        organization=school, choices=[ready_choice(school, mentor=mentor)], decision=SOLE, today=day, by=officer
    )

    assert pair.state == MentorshipState.RECOMMENDED


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER, Role.METHODOLOGIST])
def test_others_do_not_propose_or_decide(school: Organization, day: date, role: Role) -> None:
    actor = make_actor(role, organization=school)

    with pytest.raises(NotAllowed):
        propose_pairs(organization=school, choices=[ready_choice(school)], today=day, by=actor)
    with pytest.raises(NotAllowed):
        recommend_pairs(mentorships=[make_pair(organization=school)], decision=COUNCIL, today=day, by=actor)


def test_need_of_another_school_is_not_taken(school: Organization, head: Actor, day: date) -> None:
    foreign = make_need(organization=make_organization())

    with pytest.raises(Refusal, match="другой организации"):
        propose_pairs(organization=school, choices=[ready_choice(school, need=foreign)], today=day, by=head)


# announcement and ties


def test_nobody_knows_before_the_announcement(school: Organization, head: Actor, day: date) -> None:
    [pair] = decide_pairs(organization=school, choices=[ready_choice(school)], decision=SOLE, today=day, by=head)
    mentee = make_actor(person=pair.mentees.get().person)

    assert not Mentorship.objects.visible_to(mentee).exists()
    assert not Message.objects.exists()
    assert not UserTie.objects.exists()


def test_announcement_tells_both_and_ties_them(school: Organization, head: Actor, day: date) -> None:
    [pair] = decide_and_announce(organization=school, choices=[ready_choice(school)], decision=SOLE, today=day, by=head)
    mentee = pair.mentees.get().person

    assert set(Message.objects.values_list("person_id", flat=True)) == {pair.mentor.person_id, mentee.pk}
    assert set(UserTie.objects.values_list("viewer_id", "kind")) == {
        (pair.mentor.person_id, "mentee"),
        (mentee.pk, "mentor"),
    }
    assert Person.objects.visible_to(make_actor(person=mentee)).filter(pk=pair.mentor.person_id).exists()


def test_announcing_twice_sends_once(school: Organization, head: Actor, day: date) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    announce_pairs(mentorships=[pair], today=day, by=head)

    announce_pairs(mentorships=[pair], today=day, by=head)

    assert Message.objects.count() == 2


def test_undecided_pair_is_not_announced(school: Organization, head: Actor, day: date) -> None:
    with pytest.raises(WrongState, match="решение о паре ещё не принято"):
        announce_pairs(mentorships=[make_pair(organization=school)], today=day, by=head)


# group, cancel, ends


def test_second_mentee_makes_a_group(school: Organization, head: Actor, day: date) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    need = make_need(organization=school)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)

    group = add_mentee(mentorship=pair, need=need, today=day, by=head)

    assert (group.kinds, group.mentees.count()) == (["group"], 2)
    assert Need.objects.get(pk=need.pk).state == NeedState.MET


def test_nobody_joins_a_decided_pair_by_her_own_word(
    school: Organization, head: Actor, curator: Actor, day: date
) -> None:
    [pair] = decide_pairs(organization=school, choices=[ready_choice(school)], decision=SOLE, today=day, by=head)
    need = make_need(organization=school, person=Person.objects.get(pk=min(curator.own_ids)))
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)

    with pytest.raises(NotAllowed, match="О собственной паре решает другой"):
        add_mentee(mentorship=pair, need=need, today=day, by=curator)


def test_nobody_joins_what_a_council_decided_or_who_is_not_ready(school: Organization, head: Actor, day: date) -> None:
    of_council = make_pair(organization=school)
    recommend_pairs(mentorships=[of_council], decision=COUNCIL, today=day, by=head)
    [silent] = decide_pairs(organization=school, choices=[ready_choice(school)], decision=SOLE, today=day, by=head)
    Readiness.objects.filter(person=silent.mentor.person).update(state=ReadinessState.ASKED)
    need = ready_choice(school).need

    with pytest.raises(WrongState, match="Эту пару рекомендовал совет"):
        add_mentee(mentorship=of_council, need=need, today=day, by=head)
    with pytest.raises(Refusal, match="готов"):
        add_mentee(mentorship=silent, need=need, today=day, by=head)
    assert Mentee.objects.filter(person=need.person).count() == 0


def test_who_joins_a_told_group_is_told_alone(school: Organization, head: Actor, day: date) -> None:
    [pair] = decide_and_announce(organization=school, choices=[ready_choice(school)], decision=SOLE, today=day, by=head)
    need = make_need(organization=school)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)

    add_mentee(mentorship=pair, need=need, today=day, by=head)

    assert Message.objects.filter(person=need.person).count() == 1
    assert Message.objects.filter(person=pair.mentor.person).count() == 1
    assert UserTie.objects.filter(viewer=need.person).exists()


def test_group_grows_only_before_the_order(school: Organization, head: Actor, day: date) -> None:
    pair = make_pair(organization=school, state=MentorshipState.ACTIVE)

    with pytest.raises(WrongState, match="Приказ уже есть"):
        add_mentee(mentorship=pair, need=make_need(organization=school), today=day, by=head)


def test_cancelled_pair_lets_her_wait_from_her_earlier_day(school: Organization, head: Actor, day: date) -> None:
    need = make_need(organization=school, since=date(2026, 9, 2))
    [pair] = decide_and_announce(
        organization=school, choices=[ready_choice(school, need=need)], decision=SOLE, today=day, by=head
    )

    cancel_pair(mentorship=pair, today=day, by=head)

    need.refresh_from_db()
    assert (need.state, need.since) == (NeedState.CONFIRMED, date(2026, 9, 2))
    assert not Mentee.objects.filter(is_live=True).exists()
    assert not UserTie.objects.held_on(date(2026, 9, 11)).exists()


def test_cancelled_quiet_pair_tells_nobody(school: Organization, head: Actor, day: date) -> None:
    cancel_pair(mentorship=make_pair(organization=school), today=day, by=head)

    assert not Message.objects.exists()


def test_place_is_free_again_after_cancelling(school: Organization, head: Actor, day: date) -> None:
    mentor = make_mentor(organization=school, capacity=1)
    cancel_pair(mentorship=make_pair(organization=school, mentor=mentor), today=day, by=head)

    [pair] = propose_pairs(organization=school, choices=[ready_choice(school, mentor=mentor)], today=day, by=head)

    assert pair.mentees.get().place.mentor == mentor


def test_running_pair_is_not_cancelled(school: Organization, head: Actor, day: date) -> None:
    with pytest.raises(WrongState):
        cancel_pair(mentorship=make_pair(organization=school, state=MentorshipState.ACTIVE), today=day, by=head)


def test_start_ties_who_was_not_told(school: Organization, head: Actor, day: date) -> None:
    pair = start_pair(mentorship=make_pair(organization=school, state=MentorshipState.RECOMMENDED), on=day, by=head)

    assert (pair.state, pair.started_on) == (MentorshipState.ACTIVE, day)
    assert UserTie.objects.count() == 2


def test_finished_pair_closes_needs_and_cards(school: Organization, head: Actor, day: date) -> None:
    pair = start_pair(mentorship=make_pair(organization=school, state=MentorshipState.RECOMMENDED), on=day, by=head)

    finish_pair(mentorship=pair, on=date(2027, 5, 20), by=head)

    assert Need.objects.get().state == NeedState.CLOSED
    assert not UserTie.objects.held_on(date(2027, 5, 21)).exists()


def test_stopped_pair_lets_her_wait_from_the_end(school: Organization, head: Actor, day: date) -> None:
    pair = make_pair(organization=school, state=MentorshipState.ACTIVE)

    stop_pair(mentorship=pair, on=date(2026, 12, 1), by=head)

    need = Need.objects.get()
    assert (need.state, need.since) == (NeedState.CONFIRMED, date(2026, 12, 1))
