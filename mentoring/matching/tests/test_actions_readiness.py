"""Ask, answer, revoke; slips; what leaders may know."""

from datetime import date, timedelta

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.selectors import story
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.matching.actions import Asked, answer, answer_by_code, ask, mark_after_talk, print_slips
from mentoring.matching.actions.readiness import find_by_code
from mentoring.matching.choices import Channel, MentorshipState, ReadinessState, Side
from mentoring.matching.models import Readiness
from mentoring.matching.selectors.readiness import marks_of, restricted_journal
from mentoring.matching.tests.factories import make_mentor, make_pair, make_readiness, make_teacher
from mentoring.notifications.models import Message
from mentoring.organizations.models import Organization

READY, DECLINED = ReadinessState.READY, ReadinessState.DECLINED


def test_question_comes_into_the_inbox(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    [readiness] = ask(organization=school, people=[Asked(person, Side.MENTOR)], today=day, by=curator)

    message = Message.objects.get(person=person)
    assert str(readiness.public_id) in message.url
    assert "вопрос, а не поручение" in message.body


def test_who_was_asked_lately_is_left_in_peace(school: Organization, curator: Actor, day: date) -> None:
    asked = [Asked(make_teacher(organization=school), Side.MENTOR)]
    ask(organization=school, people=asked, today=day, by=curator)

    with pytest.raises(Refusal, match="уже спрашивали недавно"):
        ask(organization=school, people=asked, today=day + timedelta(days=13), by=curator)
    ask(organization=school, people=asked, today=day + timedelta(days=14), by=curator)

    assert Message.objects.count() == 2


def test_who_is_ready_is_not_asked_again(school: Organization, curator: Actor, day: date) -> None:
    readiness = make_readiness(organization=school, person=make_teacher(organization=school))

    ask(organization=school, people=[Asked(readiness.person, Side.MENTOR)], today=day, by=curator)

    assert not Message.objects.exists()


def test_answer_can_be_changed_until_the_order(school: Organization) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.ASKED
    )
    author = make_actor(person=readiness.person)

    answer(readiness=readiness, state=READY, by=author)
    answer(readiness=readiness, state=DECLINED, by=author)
    changed = answer(readiness=readiness, state=READY, by=author)

    assert (changed.state, changed.channel) == (READY, Channel.SITE)


def test_decided_pair_does_not_bind_the_answer_yet(school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    readiness = Readiness.objects.get(person=pair.mentor.person)

    assert answer(readiness=readiness, state=DECLINED, by=make_actor(person=pair.mentor.person)).state == DECLINED


def test_after_the_order_the_pair_is_ended_instead(school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.ACTIVE)
    readiness = Readiness.objects.get(person=pair.mentor.person)

    with pytest.raises(WrongState, match="Приказ уже подписан"):
        answer(readiness=readiness, state=DECLINED, by=make_actor(person=pair.mentor.person))


def test_nobody_answers_on_the_site_for_another(school: Organization, curator: Actor) -> None:
    readiness = make_readiness(organization=school, person=make_teacher(organization=school))

    with pytest.raises(WrongState, match="сам педагог"):
        answer(readiness=readiness, state=DECLINED, by=curator)


def test_slip_answers_and_its_code_is_not_stored(school: Organization, curator: Actor, day: date) -> None:
    asked = Asked(make_teacher(organization=school), Side.MENTOR)

    [slip] = print_slips(organization=school, people=[asked], today=day, by=curator)
    answered = answer_by_code(code=slip.code.lower(), state=READY)

    assert (answered.state, answered.channel) == (READY, Channel.SLIP)
    assert slip.code not in str(Readiness.objects.values())


def test_new_slip_makes_the_old_code_useless(school: Organization, curator: Actor, day: date) -> None:
    asked = [Asked(make_teacher(organization=school), Side.MENTOR)]
    [old] = print_slips(organization=school, people=asked, today=day, by=curator)
    print_slips(organization=school, people=asked, today=day, by=curator)

    with pytest.raises(Refusal, match="Такого кода нет"):
        answer_by_code(code=old.code, state=READY)


def test_slip_changes_an_answer_while_nothing_is_decided(school: Organization, curator: Actor, day: date) -> None:
    mentor = make_mentor(organization=school)
    [slip] = print_slips(organization=school, people=[Asked(mentor.person, Side.MENTOR)], today=day, by=curator)
    answer_by_code(code=slip.code, state=READY)
    answer_by_code(code=slip.code, state=DECLINED)
    answer_by_code(code=slip.code, state=READY)
    make_pair(organization=school, mentor=mentor, state=MentorshipState.RECOMMENDED)

    with pytest.raises(WrongState, match="Решение о паре уже принято"):
        answer_by_code(code=slip.code, state=DECLINED)


def test_empty_code_finds_nobody(school: Organization) -> None:
    make_readiness(organization=school, person=make_teacher(organization=school))

    assert find_by_code(" ") is None


def test_answer_of_a_talk_is_told_to_its_author(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    [marked] = mark_after_talk(
        organization=school, people=[Asked(person, Side.MENTEE)], state=READY, today=day, by=curator
    )

    assert (marked.state, marked.channel) == (READY, Channel.TALK)
    assert "после разговора" in Message.objects.get(person=person).title


def test_message_about_a_talk_does_not_tell_the_answer(school: Organization, curator: Actor, day: date) -> None:
    people = [make_teacher(organization=school), make_teacher(organization=school)]
    for person, state in zip(people, (READY, DECLINED), strict=True):
        mark_after_talk(organization=school, people=[Asked(person, Side.MENTOR)], state=state, today=day, by=curator)

    first, second = Message.objects.order_by("pk").values_list("title", "body")

    assert first == second


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER])
def test_only_leaders_ask_and_mark(school: Organization, day: date, role: Role) -> None:
    actor = make_actor(role, organization=school)
    people = [Asked(make_teacher(organization=school), Side.MENTOR)]

    with pytest.raises(NotAllowed):
        ask(organization=school, people=people, today=day, by=actor)
    with pytest.raises(NotAllowed):
        mark_after_talk(organization=school, people=people, state=READY, today=day, by=actor)
    with pytest.raises(NotAllowed):
        print_slips(organization=school, people=people, today=day, by=actor)


@pytest.mark.parametrize("role", [Role.HEAD, Role.CURATOR])
def test_refusal_and_silence_are_one_to_leaders(school: Organization, role: Role) -> None:
    silent, declined = make_teacher(organization=school), make_teacher(organization=school)
    make_readiness(organization=school, person=silent, state=ReadinessState.ASKED)
    make_readiness(organization=school, person=declined, state=DECLINED)

    marks = marks_of(make_actor(role, organization=school), school)

    assert marks[silent.pk, Side.MENTOR] == marks[declined.pk, Side.MENTOR]
    assert not marks[declined.pk, Side.MENTOR].is_ready


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER])
def test_others_know_nothing_of_readiness(school: Organization, role: Role) -> None:
    make_readiness(organization=school, person=make_teacher(organization=school))

    assert marks_of(make_actor(role, organization=school), school) == {}


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.CURATOR, 1), (Role.HEAD, 0), (Role.CLERK, 0), (Role.COUNCIL_MEMBER, 0)]
)
def test_journal_is_the_curators(school: Organization, role: Role, seen: int) -> None:
    make_readiness(organization=school, person=make_teacher(organization=school), state=DECLINED)

    assert len(restricted_journal(make_actor(role, organization=school), school)) == seen


def test_history_does_not_tell_answers(school: Organization) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.ASKED
    )
    answer(readiness=readiness, state=DECLINED, by=make_actor(person=readiness.person))

    assert story(readiness) == []


def test_own_no_stays_in_the_journal_whatever_others_mark(school: Organization, curator: Actor, day: date) -> None:
    readiness = make_readiness(organization=school, person=make_teacher(organization=school), state=READY)
    author, asked = make_actor(person=readiness.person), [Asked(readiness.person, Side.MENTOR)]
    answer(readiness=readiness, state=DECLINED, by=author)

    mark_after_talk(organization=school, people=asked, state=READY, today=day, by=curator)

    [row] = restricted_journal(curator, school)
    assert "Ответ «нет» дан лично" in row.what
    answer(readiness=readiness, state=READY, by=author)
    assert restricted_journal(curator, school) == []


def test_no_in_a_decided_pair_looks_as_her_yes(school: Organization, head: Actor) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    person, key = pair.mentor.person, (pair.mentor.person_id, Side.MENTOR)
    before = marks_of(head, school)[key]

    answer(readiness=Readiness.objects.get(person=person), state=DECLINED, by=make_actor(person=person))

    assert (marks_of(head, school)[key].words, before.words) == ("решение о паре принято",) * 2
