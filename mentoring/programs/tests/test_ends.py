"""An early end: three working days of notice, an order, no blame."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.documents.actions import cancel_document
from mentoring.documents.models import Document
from mentoring.matching.choices import MentorshipState, NeedState
from mentoring.matching.models import Mentee, Need
from mentoring.notifications.models import Message
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import (
    Notice,
    draft_end_order,
    give_notice,
    redraft_end_order,
    take_notice_back,
    turn_day,
)
from mentoring.programs.choices import EndInitiator, ProgramState
from mentoring.programs.models import EarlyEnd
from mentoring.programs.tests.factories import TODAY, Case, hand_over, make_case, running, sign_order, signed, text_of

pytestmark = pytest.mark.django_db
EARLIEST = date(2026, 11, 26)  # Monday 23 November and three working days


@pytest.fixture
def case() -> Case:
    return running(make_case())


def notice(case: Case, by: object = None, **values: object) -> EarlyEnd:
    """A notice handed over today."""
    given: dict[str, object] = {"initiator": EndInitiator.EMPLOYER, "given_on": TODAY, "ends_on": EARLIEST}
    return give_notice(
        program=case.program,
        notice=Notice(**(given | values)),
        today=TODAY,
        by=by or case.office,  # type: ignore[arg-type]
    )


def end_order(case: Case) -> Document:
    """A draft order on the end, after the notices were handed over."""
    ends = [hand_over(end, case.office) for end in EarlyEnd.objects.all()]
    return draft_end_order(organization=case.organization, ends=ends, today=TODAY, by=case.office)


def test_order_on_the_end_waits_for_the_signed_notice_of_the_employer(case: Case) -> None:
    end = notice(case)
    order = draft_end_order(organization=case.organization, ends=[end], today=TODAY, by=case.office)

    with pytest.raises(WrongState, match="уведомление работодателя, на которое ссылается приказ, ещё не подписано"):
        sign_order(order, case.office, number="9")

    hand_over(end, case.office)
    assert sign_order(order, case.office, number="10").is_signed


def test_order_on_the_end_waits_for_no_paper_of_who_leaves_herself(case: Case) -> None:
    end = notice(case, case.mentor, initiator=EndInitiator.MENTOR)
    order = draft_end_order(organization=case.organization, ends=[end], today=TODAY, by=case.office)

    assert sign_order(order, case.office, number="9").is_signed


def test_earliest_day_is_three_working_days_later(case: Case) -> None:
    end = notice(case)

    assert (end.earliest_on, end.ends_on) == (EARLIEST, EARLIEST)
    assert "уведомляем Вас о досрочной отмене" in text_of(end.document)


def test_earlier_day_is_refused_with_the_right_one(case: Case) -> None:
    with pytest.raises(Refusal, match=r"Раньше 26\u00a0ноября 2026\u00a0г\. прекратить нельзя"):
        notice(case, ends_on=date(2026, 11, 25))


def test_six_day_week_counts_saturdays() -> None:
    organization = make_organization(week_days=6)
    case = running(make_case(organization=organization))

    end = notice(case, given_on=date(2026, 11, 19), ends_on=date(2026, 11, 23))

    assert end.earliest_on == date(2026, 11, 23)


def test_agreement_of_both_needs_no_waiting(case: Case) -> None:
    end = notice(case, initiator=EndInitiator.MUTUAL, ends_on=TODAY)

    assert end.earliest_on == TODAY
    assert end.document is None


def test_day_after_the_term_is_refused(case: Case) -> None:
    with pytest.raises(Refusal, match="и так заканчивается"):
        notice(case, ends_on=date(2027, 6, 30))


def test_notice_of_tomorrow_is_refused(case: Case) -> None:
    with pytest.raises(Refusal, match="ещё не наступила"):
        notice(case, given_on=date(2026, 11, 24))


@pytest.mark.parametrize(("who", "initiator"), [("mentor", EndInitiator.MENTOR), ("mentee", EndInitiator.MENTEE)])
def test_each_side_gives_notice_for_itself(case: Case, who: str, initiator: str) -> None:
    end = notice(case, getattr(case, who), initiator=initiator)

    assert end.initiator == initiator
    assert end.document is not None


def test_side_gives_no_notice_in_the_name_of_another(case: Case) -> None:
    with pytest.raises(Refusal, match="За себя"):
        notice(case, case.mentee, initiator=EndInitiator.EMPLOYER)


def test_stranger_ends_nothing(case: Case) -> None:
    with pytest.raises(NotAllowed):
        notice(case, make_actor(Role.HEAD, organization=make_organization()))


def test_programme_before_its_order_is_not_ended_early() -> None:
    with pytest.raises(WrongState):
        notice(signed(make_case()))


def test_second_notice_is_told_of_the_first(case: Case) -> None:
    notice(case)

    with pytest.raises(WrongState, match="уже записано"):
        notice(case)


def test_signed_order_stops_the_pair_on_its_day_and_opens_the_need(case: Case) -> None:
    notice(case)

    sign_order(end_order(case), case.office, number="9")
    turn_day(organization=case.organization, today=EARLIEST, by=case.office)

    assert case.now.state == ProgramState.STOPPED
    assert case.now.ended_on == EARLIEST
    assert case.pair.state == MentorshipState.STOPPED
    assert Need.objects.get().state == NeedState.CONFIRMED
    assert not Mentee.objects.get().is_live
    assert Message.objects.filter(kind="programs.program.stopped").count() == 2


def test_need_is_closed_when_no_new_mentor_is_sought(case: Case) -> None:
    notice(case, seeks_new=False)

    sign_order(end_order(case), case.office, number="9")
    turn_day(organization=case.organization, today=EARLIEST, by=case.office)

    assert Need.objects.get().state == NeedState.CLOSED


def test_order_blames_nobody(case: Case) -> None:
    notice(case, case.mentor, initiator=EndInitiator.MENTOR)

    text = text_of(end_order(case))

    assert "уведомление работника от 23\u00a0ноября 2026" in text
    assert "отказ" not in text.lower()
    assert "3000" not in text


def test_notice_is_taken_back_before_the_order(case: Case) -> None:
    end = notice(case, case.mentee, initiator=EndInitiator.MENTEE)

    take_notice_back(end=end, by=case.mentee)

    assert not EarlyEnd.objects.exists()
    assert case.now.state == ProgramState.RUNNING


def test_notice_of_the_other_side_is_not_taken_back(case: Case) -> None:
    end = notice(case, case.mentor, initiator=EndInitiator.MENTOR)

    with pytest.raises(NotAllowed, match="которая его дала"):
        take_notice_back(end=end, by=case.mentee)
    take_notice_back(end=end, by=case.office)

    assert not EarlyEnd.objects.exists()


def test_notice_under_an_order_stays_until_the_draft_is_cancelled(case: Case) -> None:
    end = notice(case)
    document = end_order(case)

    with pytest.raises(WrongState, match="Приказ о прекращении уже составлен"):
        take_notice_back(end=end, by=case.office)
    cancel_document(document=document, reason="", by=case.office)
    take_notice_back(end=end, by=case.office)

    assert case.now.state == ProgramState.RUNNING


def test_order_on_the_end_is_drafted_anew(case: Case) -> None:
    notice(case)
    document = end_order(case)

    again = redraft_end_order(document=document, today=TODAY, by=case.office)

    assert again.pk == document.pk
    assert again.payload == document.payload


def test_signed_order_on_the_end_is_revoked_before_its_day(case: Case) -> None:
    end = notice(case)
    document = sign_order(end_order(case), case.office, number="9")

    cancel_document(document=document, reason="Передумали.", by=case.office)
    take_notice_back(end=end, by=case.office)
    turn_day(organization=case.organization, today=EARLIEST, by=case.office)

    assert case.now.state == ProgramState.RUNNING


def test_order_on_the_end_is_not_revoked_when_its_day_has_come(case: Case) -> None:
    notice(case)
    document = sign_order(end_order(case), case.office, number="9")
    turn_day(organization=case.organization, today=EARLIEST, by=case.office)

    with pytest.raises(Refusal, match="уже прекращены"):
        cancel_document(document=document, reason="Передумали.", by=case.office)

    assert case.now.state == ProgramState.STOPPED


def test_one_order_ends_several_pairs(case: Case) -> None:
    other = running(make_case(case.office))
    notice(case)
    notice(other)

    sign_order(end_order(case), case.office, number="9")
    turn_day(organization=case.organization, today=EARLIEST, by=case.office)

    assert {one.now.state for one in (case, other)} == {ProgramState.STOPPED}


def test_early_end_before_its_notice_is_refused_by_constraint(case: Case) -> None:
    with pytest.raises(IntegrityError, match="early_end_notice"), transaction.atomic():
        EarlyEnd.objects.create(
            organization=case.organization,
            program=case.program,
            initiator=EndInitiator.MENTOR,
            given_on=TODAY,
            earliest_on=EARLIEST,
            ends_on=TODAY,
        )
