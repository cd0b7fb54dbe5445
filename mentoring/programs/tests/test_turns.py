"""What a signed order begins and ends takes place on its own day, not on the day of the signature."""

from datetime import date, timedelta

import pytest
import time_machine

from mentoring.core.background import drain
from mentoring.core.errors import Refusal, WrongState
from mentoring.matching.actions import add_mentee, cancel_pair
from mentoring.matching.choices import MentorshipState, NeedState
from mentoring.matching.models import Mentee, Need
from mentoring.matching.selectors.pairs import pair_card
from mentoring.matching.tests.factories import make_need
from mentoring.notifications.models import Message
from mentoring.programs.actions import Notice, draft_end_order, give_notice, turn_day
from mentoring.programs.choices import EndInitiator, ProgramState
from mentoring.programs.closings import running_left
from mentoring.programs.models import EarlyEnd
from mentoring.programs.tasks import turn
from mentoring.programs.tests.factories import (
    TODAY,
    Case,
    hand_over,
    make_case,
    make_order,
    running,
    sign_order,
    signed,
)

pytestmark = pytest.mark.django_db
ENDS_ON = date(2026, 11, 27)


@pytest.fixture
def approved() -> Case:
    """The order is signed today, the programme begins three working days later."""
    case = signed(make_case())
    sign_order(make_order([case]), case.office)
    return case


@pytest.fixture
def ending() -> Case:
    """A running pair with a signed order on its end in four days."""
    case = running(make_case())
    notice = Notice(initiator=EndInitiator.EMPLOYER, given_on=TODAY, ends_on=ENDS_ON)
    end = hand_over(give_notice(program=case.program, notice=notice, today=TODAY, by=case.office), case.office)
    order = draft_end_order(organization=case.organization, ends=[end], today=TODAY, by=case.office)
    sign_order(order, case.office, number="9")
    return case


def messages(case: Case) -> set[str]:
    """What the mentor was told."""
    return set(Message.objects.filter(person_id=case.mentor.person_id).values_list("kind", flat=True))


def test_signature_starts_nothing_before_the_first_day(approved: Case) -> None:
    turn_day(
        organization=approved.organization, today=approved.program.starts_on - timedelta(days=1), by=approved.office
    )

    assert approved.now.state == ProgramState.APPROVED
    assert approved.now.started_on is None
    assert approved.pair.state == MentorshipState.RECOMMENDED
    assert "programs.program.approved" in messages(approved)
    assert "programs.program.started" not in messages(approved)


def test_programme_and_pair_start_on_the_first_day(approved: Case) -> None:
    turn_day(organization=approved.organization, today=approved.program.starts_on, by=approved.office)

    assert approved.now.state == ProgramState.RUNNING
    assert approved.now.started_on == approved.program.starts_on
    assert approved.pair.state == MentorshipState.ACTIVE
    assert "programs.program.started" in messages(approved)


def test_late_turn_starts_with_the_right_day(approved: Case) -> None:
    turn_day(organization=approved.organization, today=date(2026, 12, 14), by=approved.office)

    assert approved.now.started_on == approved.program.starts_on


def test_signature_ends_nothing_before_the_last_day(ending: Case) -> None:
    turn_day(organization=ending.organization, today=ENDS_ON - timedelta(days=1), by=ending.office)

    assert ending.now.state == ProgramState.RUNNING
    assert ending.pair.state == MentorshipState.ACTIVE
    assert Mentee.objects.get().is_live
    assert Need.objects.get().state == NeedState.MET
    assert "programs.end.ordered" in messages(ending)
    assert "programs.program.stopped" not in messages(ending)


def test_pair_stops_on_the_day_of_the_order(ending: Case) -> None:
    turn_day(organization=ending.organization, today=ENDS_ON, by=ending.office)

    assert (ending.now.state, ending.now.ended_on) == (ProgramState.STOPPED, ENDS_ON)
    assert ending.pair.state == MentorshipState.STOPPED


def test_day_turned_twice_changes_nothing(ending: Case) -> None:
    for _ in range(2):
        turn_day(organization=ending.organization, today=ENDS_ON, by=ending.office)

    assert ending.now.state == ProgramState.STOPPED
    assert Message.objects.filter(kind="programs.program.stopped").count() == 2


def test_schedule_turns_the_day_by_the_calendar_of_the_place(ending: Case) -> None:
    with time_machine.travel("2026-11-26T16:59:00Z", tick=False):  # a minute before midnight in Barnaul
        turn()
        drain()
    assert ending.now.state == ProgramState.RUNNING

    with time_machine.travel("2026-11-26T17:00:00Z", tick=False):
        turn()
        drain()
    assert ending.now.state == ProgramState.STOPPED


def test_order_without_a_signature_ends_nothing() -> None:
    case = running(make_case())
    notice = Notice(initiator=EndInitiator.EMPLOYER, given_on=TODAY, ends_on=ENDS_ON)
    end = give_notice(program=case.program, notice=notice, today=TODAY, by=case.office)
    draft_end_order(organization=case.organization, ends=[end], today=TODAY, by=case.office)

    turn_day(organization=case.organization, today=ENDS_ON, by=case.office)

    assert case.now.state == ProgramState.RUNNING


def test_approved_programme_is_not_ended_before_it_begins(approved: Case) -> None:
    early = approved.program.starts_on - timedelta(days=1)
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=early)

    with pytest.raises(Refusal, match="Программа начинается"):
        give_notice(program=approved.program, notice=notice, today=TODAY, by=approved.office)


def test_end_on_the_first_day_starts_and_stops(approved: Case) -> None:
    starts_on = approved.program.starts_on
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=starts_on)
    give_notice(program=approved.program, notice=notice, today=TODAY, by=approved.office)
    order = draft_end_order(
        organization=approved.organization, ends=list(EarlyEnd.objects.all()), today=TODAY, by=approved.office
    )
    sign_order(order, approved.office, number="9")

    turn_day(organization=approved.organization, today=starts_on, by=approved.office)

    assert approved.now.state == ProgramState.STOPPED


def test_closing_of_the_organization_counts_what_an_order_starts_later(approved: Case) -> None:
    effect = running_left(approved.organization, TODAY, approved.office)

    assert effect.count == 1
    assert effect.url == "/programs/"


def test_pair_under_a_signed_order_is_not_cancelled_quietly(approved: Case) -> None:
    with pytest.raises(WrongState, match="Прекратить досрочно"):
        cancel_pair(mentorship=approved.pair, today=TODAY, by=approved.office)

    assert approved.now.state == ProgramState.APPROVED


def test_nobody_joins_a_pair_under_a_signed_order(approved: Case) -> None:
    need = make_need(organization=approved.organization)
    card = pair_card(approved.office, approved.pair, day=TODAY)
    assert (card.may_add, card.may_cancel) == (False, False)

    with pytest.raises(WrongState, match="Приказ уже есть"):
        add_mentee(mentorship=approved.pair, need=need, today=TODAY, by=approved.office)
