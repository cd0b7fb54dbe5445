"""Agreement of both sides: by line and by one button for the whole."""

import pytest

from mentoring.accounts.tests.factories import make_actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.notifications.models import Message
from mentoring.programs.actions import agree_item, agree_program, edit_program, remove_item, take_back_item_agreement
from mentoring.programs.choices import ProgramState
from mentoring.programs.tests.factories import TODAY, Case, join, make_case, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return make_case()


def test_both_buttons_make_the_programme_agreed(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)
    assert case.now.state == ProgramState.DRAFT

    agree_program(program=case.program, by=case.mentee)

    assert case.now.state == ProgramState.AGREED
    assert all(item.mentor_agreed_at and item.mentee_agreed_at for item in case.items)


def test_other_side_is_told(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)

    message = Message.objects.get(kind="programs.program.agreed")
    assert message.person_id == case.mentee.person_id
    assert str(case.program.public_id) in message.url


def test_line_is_agreed_by_its_side_and_taken_back(case: Case) -> None:
    item = case.items[0]

    agree_item(item=item, by=case.mentee)
    assert case.items[0].mentee_agreed_at is not None
    assert case.items[0].mentor_agreed_at is None

    take_back_item_agreement(item=item, by=case.mentee)
    assert case.items[0].mentee_agreed_at is None


def test_taking_a_line_back_takes_the_whole_back_for_that_side_only(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)
    agree_program(program=case.program, by=case.mentee)

    take_back_item_agreement(item=case.items[3], by=case.mentee)

    assert case.now.state == ProgramState.DRAFT
    assert case.now.mentee_agreed_at is None
    assert case.now.mentor_agreed_at is not None
    agree_program(program=case.program, by=case.mentee)
    assert case.now.state == ProgramState.AGREED


def test_nobody_agrees_for_others(case: Case) -> None:
    with pytest.raises(NotAllowed):
        agree_program(program=case.program, by=case.office)
    with pytest.raises(NotAllowed):
        agree_item(item=case.items[0], by=make_actor())


def test_unfinished_programme_is_not_agreed(case: Case) -> None:
    for item in case.items[2:]:
        remove_item(item=item, version=1, by=case.mentor)

    with pytest.raises(Refusal, match="меньше трёх мероприятий"):
        agree_program(program=case.program, by=case.mentee)


def test_programme_without_an_aim_is_not_agreed(case: Case) -> None:
    edit_program(program=case.program, changes={"aim": " "}, version=1, today=TODAY, by=case.mentor)

    with pytest.raises(Refusal, match="Не записана цель"):
        agree_program(program=case.program, by=case.mentor)


def test_running_programme_is_agreed_no_more(case: Case) -> None:
    running(case)

    with pytest.raises(WrongState):
        agree_program(program=case.program, by=case.mentor)


def test_group_has_agreed_when_every_mentee_has(case: Case) -> None:
    second = join(case)
    edit_program(program=case.program, changes={"kinds": ["group"]}, version=1, today=TODAY, by=case.office)

    agree_program(program=case.program, by=case.mentor)
    agree_program(program=case.program, by=case.mentee)
    assert case.now.mentee_agreed_at is None
    agree_program(program=case.program, by=second)

    assert case.now.state == ProgramState.AGREED


def test_kind_for_one_does_not_fit_a_group(case: Case) -> None:
    join(case)

    with pytest.raises(Refusal, match="не подходит по числу наставляемых"):
        agree_program(program=case.program, by=case.mentor)
