"""Papers, agreement, terms and ends on the page of a programme; the list of programmes."""

from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.documents.models import Document
from mentoring.programs.choices import ConsentState, ProgramState
from mentoring.programs.models import EarlyEnd, MentorTerms
from mentoring.programs.tests.factories import Case, make_case, make_order, prepared, running, signed
from mentoring.programs.tests.pages import Enter, url

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.mark.parametrize("form", ["word", "pdf"])
def test_programme_leaves_as_a_paper(enter: Enter, case: Case, form: str) -> None:
    answer = enter(case.mentee).post(url(case, f"program_{form}"))

    paper = Document.objects.get(kind="program")
    assert answer["Location"] == reverse(f"documents:document_{form}", args=[paper.public_id])


def test_both_buttons_agree_and_the_leader_accepts(enter: Enter, case: Case) -> None:
    enter(case.mentor).post(url(case, "program_agree"))
    enter(case.mentee).post(url(case, "program_agree"))
    assert case.now.state == ProgramState.AGREED

    other = make_case(case.office)
    enter(case.office).post(url(other, "program_accept"))
    assert other.now.accepted_at is not None
    assert enter(case.office).post(url(other, "program_agree")).status_code == 403


def test_terms_of_a_pair_are_saved(enter: Enter, case: Case) -> None:
    sent = {
        "content": "помощь", "hours_per_month": "4", "basis": "labor_function", "payment_kind": "none",
        "labor_function_reason": "инструкция", "version": "1", "contract_number": "12", "contract_on": "2019-09-01",
    }  # fmt: skip
    browser = enter(case.office)

    assert browser.post(url(case, "program_terms"), sent | {"labor_function_reason": ""}).status_code == 422
    assert browser.post(url(case, "program_terms"), sent).status_code == 302
    terms = MentorTerms.objects.get(program=case.program)
    assert (terms.basis, terms.contract_number) == ("labor_function", "12")
    assert browser.post(url(case, "program_terms"), sent).status_code == 409


def test_signed_papers_are_let_go_by_the_leader(enter: Enter, case: Case) -> None:
    signed(case)

    enter(case.office).post(url(case, "program_replace"))

    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_side_steps_out_with_one_question(enter: Enter, case: Case) -> None:
    browser = enter(case.mentee)
    assert "без объяснений" in browser.get(url(case, "step_out")).content.decode()

    browser.post(url(case, "step_out"))

    assert case.now.state == ProgramState.CANCELLED
    assert browser.get(url(case)).status_code == 404


def test_early_end_is_noticed_and_taken_back(enter: Enter, case: Case) -> None:
    running(case)
    browser = enter(case.mentor)
    sent = {"initiator": "mentor", "given_on": "2026-11-23", "ends_on": "2026-11-25", "seeks_new": "on"}
    assert "с 26.11.2026" in browser.get(url(case, "end_notice")).content.decode()

    assert browser.post(url(case, "end_notice"), sent).status_code == 422
    assert browser.post(url(case, "end_notice"), sent | {"ends_on": "2026-11-26"}).status_code == 302
    assert EarlyEnd.objects.count() == 1
    assert "Пара прекращается" in browser.get(url(case)).content.decode()
    browser.post(url(case, "end_take_back"))
    assert not EarlyEnd.objects.exists()


def test_programme_in_an_order_has_no_editing(enter: Enter, case: Case) -> None:
    make_order([signed(case)])

    page = enter(case.mentor).get(url(case)).content.decode()

    assert "Вписать своё" not in page
    assert enter(case.mentor).post(url(case, "item_remove", case.items[0].public_id)).status_code == 409


def test_own_papers_are_shown_to_their_signer_alone(enter: Enter, case: Case) -> None:
    prepared(case)

    page = enter(case.mentee).get(url(case)).content.decode()

    assert "Ваши документы" in page
    assert "согласие наставника" not in page


def test_list_is_searched_and_exported_without_difficulties(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    name = case.pair.mentor.person.last_name.lower()

    assert str(case.program.public_id) in browser.get(f"/programs/?q={name}").content.decode()
    assert "программ нет" in browser.get("/programs/?q=нетакой").content.decode()
    book = openpyxl.load_workbook(BytesIO(browser.get("/programs/export/").content))
    text = " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    assert str(case.pair.mentor.person) in text
    assert all(item.aimed_text not in text for item in case.items)


def test_list_of_a_side_has_her_own_programmes(enter: Enter, case: Case) -> None:
    other = make_case(case.office)

    page = enter(case.mentee).get("/programs/").content.decode()

    assert str(case.program.public_id) in page
    assert str(other.program.public_id) not in page
    assert enter(case.mentee).get("/programs/export/").status_code == 403


def test_number_of_queries_is_flat(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    for address in ("/programs/", url(case)):
        browser.get(address)
    counts = [_queries(browser, address) for address in ("/programs/", url(case))]
    for _ in range(5):
        make_case(case.office)

    assert [_queries(browser, address) for address in ("/programs/", url(case))] == counts


def _queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)
