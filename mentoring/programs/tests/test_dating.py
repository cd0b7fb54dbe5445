"""Which days may stand on papers: none before they were made, none before what they rest on."""

from datetime import date, timedelta

import pytest

from mentoring.accounts.models import Post
from mentoring.core.errors import Refusal
from mentoring.documents.actions import register_document, sign_documents
from mentoring.documents.models import Document
from mentoring.programs.actions import Notice, draft_end_order, draft_pair_order, give_notice, mark_signed
from mentoring.programs.choices import ConsentKind, ConsentState, EndInitiator, ProgramState
from mentoring.programs.rules.dating import Ground, made_fault, order_fault
from mentoring.programs.tests.factories import (
    LONG_AGO,
    TODAY,
    Case,
    make_case,
    make_order,
    prepared,
    running,
    sign_order,
    signed,
)

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


def number(document: Document, day: date, case: Case) -> Document:
    """Give the paper a number and this date."""
    document.refresh_from_db()
    return register_document(document=document, number="55-о", dated_on=day, version=document.version, by=case.office)


def early_order(case: Case, day: date) -> Document:
    """An order made before the consents were signed, as a clerk might have it."""
    return draft_pair_order(organization=case.organization, programs=[case.program], today=day, by=case.office)


@pytest.mark.parametrize("kind", [ConsentKind.MENTOR, ConsentKind.MENTEE, ConsentKind.AGREEMENT, ConsentKind.PROGRAM])
def test_paper_is_not_signed_before_it_was_made(kind: str) -> None:
    case = prepared(make_case())

    with pytest.raises(Refusal, match="раньше, чем составлен документ"):
        mark_signed(
            organization=case.organization,
            consents=case.consents(kind),
            signed_on=YESTERDAY,
            first_number="1",
            today=TODAY,
            by=case.office,
        )

    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_paper_signed_in_the_register_is_judged_alike() -> None:
    case = prepared(make_case())
    consent = case.consents(ConsentKind.MENTEE)[0]

    with pytest.raises(Refusal, match=r"раньше, чем составлен документ .* \(23"):
        sign_documents(documents=[consent.document], signed_on=YESTERDAY, today=TODAY, by=case.office)


def test_paper_older_than_the_rule_is_signed_as_before() -> None:
    case = prepared(make_case())
    consent = case.consents(ConsentKind.MENTEE)[0]
    Document.objects.update(made_on=None)

    sign_documents(documents=[consent.document], signed_on=YESTERDAY, today=TODAY, by=case.office)

    assert case.consents(ConsentKind.MENTEE)[0].state == ConsentState.SIGNED


def test_order_is_not_dated_before_it_was_made() -> None:
    case = signed(make_case())

    with pytest.raises(Refusal, match="раньше, чем составлен документ"):
        number(make_order([case]), YESTERDAY, case)


def test_order_is_not_dated_before_its_consents() -> None:
    case = signed(make_case())
    order = early_order(case, LONG_AGO)

    with pytest.raises(Refusal, match=r"раньше своего основания: .* — 23\u00a0ноября 2026"):
        number(order, YESTERDAY, case)

    order.refresh_from_db()
    assert not order.number


def test_order_is_not_signed_before_its_consents() -> None:
    case = signed(make_case())
    order = number(early_order(case, LONG_AGO), TODAY, case)

    with pytest.raises(Refusal, match="раньше своего основания"):
        sign_documents(documents=[order], signed_on=YESTERDAY, today=TODAY, by=case.office)

    assert case.now.state == ProgramState.ORDERED


def test_order_on_the_end_is_not_older_than_its_notice() -> None:
    case = running(make_case())
    notice = Notice(initiator=EndInitiator.EMPLOYER, given_on=TODAY, ends_on=date(2026, 11, 27))
    end = give_notice(program=case.program, notice=notice, today=TODAY, by=case.office)
    order = draft_end_order(organization=case.organization, ends=[end], today=LONG_AGO, by=case.office)

    with pytest.raises(Refusal, match="уведомление о прекращении — 23"):
        number(order, YESTERDAY, case)

    assert number(order, TODAY, case).number == "55-о"


def test_signature_on_a_day_without_a_head_says_so() -> None:
    case = signed(make_case())
    order = make_order([case])
    Post.objects.filter(role="head").update(valid_from=TODAY + timedelta(days=1))

    with pytest.raises(Refusal, match=r"На 23\u00a0ноября 2026\u00a0г\. в системе нет руководителя"):
        sign_order(order, case.office)


def test_words_of_a_paper_signed_too_early() -> None:
    assert made_fault("Согласие", TODAY, made_on=TODAY) == ""
    assert made_fault("Согласие", YESTERDAY, made_on=None) == ""
    assert "22\u00a0ноября 2026" in made_fault("Согласие", YESTERDAY, made_on=TODAY)


def test_latest_ground_of_an_order_is_named() -> None:
    grounds = [Ground("первое", YESTERDAY), Ground("второе", TODAY)]

    assert "второе" in order_fault(LONG_AGO, grounds)
    assert order_fault(TODAY, grounds) == ""
    assert order_fault(TODAY, []) == ""
