"""The order on pairs: one for many, frozen, signed, drafted anew, revoked."""

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.documents.actions import cancel_document
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.matching.choices import MentorshipState
from mentoring.notifications.models import Message
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.actions import correct_case_forms
from mentoring.programs.actions import draft_pair_order, redraft_pair_order, step_out
from mentoring.programs.choices import ProgramState
from mentoring.programs.tests.factories import (
    TODAY,
    begun,
    make_case,
    make_office,
    make_order,
    prepared,
    running,
    sign_order,
    signed,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Actor:
    return make_office()


def test_one_order_fixes_many_pairs(office: Actor) -> None:
    cases = [signed(make_case(office)) for _ in range(3)]

    document = make_order(cases)

    assert document.kind == "pair_order"
    assert {case.now.state for case in cases} == {ProgramState.ORDERED}
    assert document.order_lines.filter(is_live=True).count() == 3
    assert len(document.payload["annex"]) == 3
    assert document.parties.filter(role=PartyRole.ACQUAINTED).count() == 6


def test_order_says_nothing_of_difficulties_and_amounts(office: Actor) -> None:
    case = signed(make_case(office))

    document = make_order([case])

    text = text_of(document)
    assert "3000" not in text
    assert all(item.aimed_text not in text for item in case.items)
    assert "по дополнительным соглашениям" in text


def test_unready_pair_is_refused_with_what_is_missing_and_whose(office: Actor) -> None:
    case = prepared(make_case(office))

    with pytest.raises(Refusal, match="согласие наставника — "):
        make_order([case])

    assert case.now.state == ProgramState.DRAFT


def test_pair_stands_in_one_order_only(office: Actor) -> None:
    case = signed(make_case(office))
    make_order([case])

    with pytest.raises(WrongState):
        make_order([case])


def test_stranger_drafts_no_order(office: Actor) -> None:
    case = signed(make_case(office))
    stranger = make_actor(Role.HEAD, organization=make_organization())

    with pytest.raises(NotAllowed):
        draft_pair_order(organization=case.organization, programs=[case.program], today=TODAY, by=stranger)


def test_program_of_another_organization_gets_into_no_order(office: Actor) -> None:
    case, foreign = signed(make_case(office)), signed(make_case())

    with pytest.raises(Refusal, match="здесь нет"):
        draft_pair_order(
            organization=case.organization, programs=[case.program, foreign.program], today=TODAY, by=office
        )


def test_signature_starts_programs_whose_day_has_come(office: Actor) -> None:
    cases = [signed(begun(make_case(office))) for _ in range(2)]

    sign_order(make_order(cases), office)

    for case in cases:
        assert case.now.state == ProgramState.RUNNING
        assert case.now.started_on == TODAY
        assert case.pair.state == MentorshipState.ACTIVE
        assert case.now.paper.state == DocumentState.SIGNED
        for actor in (case.mentor, case.mentee):
            assert Message.objects.filter(person_id=actor.person_id, kind="programs.program.started").count() == 1
    assert Event.objects.filter(name="programs.program.started").count() == 2


def test_order_of_a_pair_that_left_is_not_signed_until_drafted_anew(office: Actor) -> None:
    staying, leaving = signed(make_case(office)), signed(make_case(office))
    document = make_order([staying, leaving])
    step_out(program=leaving.program, today=TODAY, by=leaving.mentee)

    with pytest.raises(WrongState, match="Составить заново"):
        sign_order(document, office)
    assert staying.now.state == ProgramState.ORDERED

    redraft_pair_order(document=document, today=TODAY, by=office)
    sign_order(document, office, number="77")

    assert staying.now.state == ProgramState.APPROVED
    assert leaving.now.state == ProgramState.CANCELLED


def test_corrected_case_form_is_used_when_the_order_is_drafted_anew(office: Actor) -> None:
    case = signed(make_case(office))
    document = make_order([case])
    mentor = case.pair.mentor.person
    correct_case_forms(person=mentor, forms={"accusative": "Зацепу Марию Сергеевну"}, version=mentor.version, by=office)

    redrafted = redraft_pair_order(document=document, today=TODAY, by=office)

    assert "Закрепить Зацепу Марию Сергеевну" in " ".join(redrafted.payload["points"])


def test_newly_ready_pairs_may_join_a_draft(office: Actor) -> None:
    document = make_order([signed(make_case(office))])
    late = signed(make_case(office))

    redrafted = redraft_pair_order(document=document, more=[late.program], today=TODAY, by=office)

    assert len(redrafted.payload["annex"]) == 2
    assert late.now.state == ProgramState.ORDERED


def test_cancelled_draft_lets_its_pairs_go(office: Actor) -> None:
    case = signed(make_case(office))
    document = make_order([case])

    cancel_document(document=document, reason="", by=office)

    assert case.now.state == ProgramState.AGREED
    assert make_order([case]).pk != document.pk


def test_head_revokes_a_signed_order_and_nobody_signs_again(office: Actor) -> None:
    case = running(make_case(office))
    document = case.program.order_lines.get().document

    cancel_document(document=document, reason="Ошибка в сроке.", by=office)

    assert case.now.state == ProgramState.AGREED
    assert case.pair.state == MentorshipState.RECOMMENDED
    sign_order(make_order([case]), office, number="12")
    assert case.now.state == ProgramState.RUNNING


def test_order_is_revoked_before_the_first_day_too(office: Actor) -> None:
    case = signed(make_case(office))
    document = sign_order(make_order([case]), office)

    cancel_document(document=document, reason="Ошибка в сроке.", by=office)

    assert case.now.state == ProgramState.AGREED
    assert case.pair.state == MentorshipState.RECOMMENDED


def test_curator_alone_cannot_revoke_a_signed_order() -> None:
    organization = make_organization()
    head = make_office(organization, Role.HEAD)
    curator = make_office(organization, Role.CURATOR)
    case = running(make_case(head, organization=organization))

    with pytest.raises(NotAllowed):
        cancel_document(document=case.program.order_lines.get().document, reason="Так.", by=curator)

    assert case.now.state == ProgramState.RUNNING
