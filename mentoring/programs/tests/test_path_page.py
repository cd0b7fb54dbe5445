"""«Путь к приказу»: every pair, what is missing and from whom, batch verbs."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.documents.models import Document
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import Notice, give_notice, step_out
from mentoring.programs.choices import ConsentState, EndInitiator, ProgramState
from mentoring.programs.models import Consent, TermsDefaults
from mentoring.programs.tests.factories import (
    TODAY,
    make_case,
    make_office,
    make_order,
    prepared,
    running,
    signed,
    with_terms,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
Enter = Callable[[Actor], Client]
URL = "/programs/path/"
TERMS = {
    "do": "defaults", "version": "0", "content": "помощь коллеге", "hours_per_month": "8", "basis": "agreement",
    "payment_kind": "amount", "payment_value": "3000", "payment_basis": "Положение, пункт 4.7",
}  # fmt: skip


@pytest.fixture
def office() -> Actor:
    return make_office()


def test_page_names_what_is_missing_and_whose(enter: Enter, office: Actor) -> None:
    case = prepared(make_case(office))

    page = enter(office).get(URL).content.decode()

    mentor = case.pair.mentor.person
    assert f"{mentor.last_name}" in page
    assert "согласие наставника, дополнительное соглашение, согласие с программой" in page
    assert "подписано 0 из 5" in page


def test_empty_page_teaches(enter: Enter, office: Actor) -> None:
    page = enter(office).get(URL).content.decode()

    assert "Пар до приказа сейчас нет" in page


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER, None])
def test_page_is_for_leaders(enter: Enter, office: Actor, role: str | None) -> None:
    case = make_case(office)
    other = make_actor(role, organization=case.organization) if role else case.mentor

    assert enter(other).get(URL).status_code == 403


def test_foreign_organization_is_absent(enter: Enter, office: Actor) -> None:
    foreign = make_organization()

    assert enter(office).get(f"{URL}?organization={foreign.public_id}").status_code == 404


def test_foreign_pairs_are_not_shown_and_not_touched(enter: Enter, office: Actor) -> None:
    own, foreign = signed(make_case(office)), signed(make_case())

    enter(office).post(URL, {"do": "order", "ids": [own.program.public_id, foreign.program.public_id]})

    assert own.now.state == ProgramState.ORDERED
    assert foreign.now.state == ProgramState.AGREED
    assert str(foreign.program.public_id) not in enter(office).get(URL).content.decode()


def test_usual_terms_are_asked_on_the_page_once(enter: Enter, office: Actor) -> None:
    make_case(office)
    browser = enter(office)
    assert "Сначала — что организация предлагает" in browser.get(URL).content.decode()

    answer = browser.post(URL, TERMS)

    assert answer.status_code == 302
    assert TermsDefaults.objects.get().payment_basis == "Положение, пункт 4.7"
    assert "Сначала — что организация предлагает" not in browser.get(URL).content.decode()


def test_wrong_terms_keep_what_was_typed(enter: Enter, office: Actor) -> None:
    make_case(office)

    answer = enter(office).post(URL, TERMS | {"payment_basis": "", "content": "редкие слова"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "редкие слова" in page
    assert "Напишите основание выплаты" in page


def test_one_button_accepts_and_prepares(enter: Enter, office: Actor) -> None:
    cases = [with_terms(make_case(office)) for _ in range(2)]

    answer = enter(office).post(URL, {"do": "prepare", "ids": [case.program.public_id for case in cases]}, follow=True)

    assert "8\u00a0документов подготовлено" in answer.content.decode()
    assert all(case.now.accepted_at for case in cases)
    assert Consent.objects.filter(state=ConsentState.PREPARED).count() == 10


def test_pair_in_an_order_does_not_hinder_the_others(enter: Enter, office: Actor) -> None:
    ordered, ready, fresh = signed(make_case(office)), signed(make_case(office)), make_case(office)
    make_order([ordered])
    ids = [case.program.public_id for case in (ordered, ready, fresh)]
    browser = enter(office)

    answer = browser.post(URL, {"do": "prepare", "ids": ids}, follow=True)

    assert "4\u00a0документа подготовлено" in answer.content.decode()
    assert len(fresh.consents()) == 5
    assert browser.post(URL, {"do": "prepare", "ids": [ordered.program.public_id]}).status_code == 422


def test_only_ticked_pairs_are_accepted(enter: Enter, office: Actor) -> None:
    chosen, left = with_terms(make_case(office)), make_case(office)

    enter(office).post(URL, {"do": "accept", "ids": [chosen.program.public_id]})

    assert chosen.now.accepted_at is not None
    assert left.now.accepted_at is None


def test_main_button_leads_on(enter: Enter, office: Actor) -> None:
    browser = enter(office)

    def main() -> str:
        return " ".join(re.findall(r'button--main".*?<span>(.*?)</span>', browser.get(URL).content.decode(), re.S))

    late = prepared(make_case(office))
    assert main().startswith("Напечатать всё")
    signed(make_case(office))
    assert main().startswith("Подготовить приказ: 1")
    with_terms(make_case(office))
    assert main().startswith("Принять программы и подготовить документы: 1")
    assert late.now.accepted_at is not None


def test_nothing_is_picked_where_no_act_takes_ticks(enter: Enter, office: Actor) -> None:
    prepared(make_case(office))

    assert "data-pick-all" not in enter(office).get(URL).content.decode()


def test_order_is_drafted_for_the_ready_and_its_page_opens(enter: Enter, office: Actor) -> None:
    ready, late = signed(make_case(office)), prepared(make_case(office))

    answer = enter(office).post(URL, {"do": "order", "ids": [one.program.public_id for one in (ready, late)]})

    order = Document.objects.get(kind="pair_order")
    assert answer["Location"] == reverse("documents:document_detail", args=[order.public_id])
    assert (ready.now.state, late.now.state) == (ProgramState.ORDERED, ProgramState.DRAFT)


def test_nobody_ready_is_told_in_words(enter: Enter, office: Actor) -> None:
    case = prepared(make_case(office))

    answer = enter(office).post(URL, {"do": "order", "ids": [case.program.public_id]})

    assert answer.status_code == 422
    assert "Ни одна пара ещё не готова" in answer.content.decode()


def test_doubled_click_makes_one_order(enter: Enter, office: Actor) -> None:
    case = signed(make_case(office))
    browser = enter(office)
    body = {"do": "order", "ids": [case.program.public_id], "form_token": "once"}

    browser.post(URL, body)
    browser.post(URL, body)

    assert Document.objects.filter(kind="pair_order").count() == 1


def test_stale_draft_says_so_and_is_drafted_anew(enter: Enter, office: Actor) -> None:
    staying, leaving = signed(make_case(office)), signed(make_case(office))
    document = make_order([staying, leaving])
    step_out(program=leaving.program, today=TODAY, by=leaving.mentor)
    browser = enter(office)

    assert "Состав готовых пар изменился" in browser.get(URL).content.decode()
    answer = browser.post(reverse("programs:order_redraft", args=[document.public_id]), follow=True)

    assert answer.status_code == 200
    document.refresh_from_db()
    assert document.payload["annex"] == []


def test_foreign_order_is_not_drafted_anew(enter: Enter, office: Actor) -> None:
    document = make_order([signed(make_case())])

    assert enter(office).post(reverse("programs:order_redraft", args=[document.public_id])).status_code == 404


def test_ends_get_their_order_here(enter: Enter, office: Actor) -> None:
    case = running(make_case(office))
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=TODAY)
    end = give_notice(program=case.program, notice=notice, today=TODAY, by=office)
    browser = enter(office)
    assert "Досрочное прекращение" in browser.get(URL).content.decode()

    browser.post(URL, {"do": "end", "ends": [end.public_id]})

    assert Document.objects.filter(kind="termination_order").count() == 1


def test_difficulties_stand_neither_here_nor_in_the_export(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    browser = enter(office)

    for url in (URL, "/programs/", "/programs/signing/"):
        page = browser.get(url).content.decode()
        assert all(item.aimed_text not in page for item in case.items)


def test_number_of_queries_is_flat(enter: Enter, office: Actor) -> None:
    prepared(make_case(office))
    browser = enter(office)
    browser.get(URL)
    with CaptureQueriesContext(connection) as few:
        browser.get(URL)
    for _ in range(6):
        prepared(make_case(office))
    with CaptureQueriesContext(connection) as many:
        browser.get(URL)

    assert len(many) == len(few)


def test_terms_ask_for_the_fields_of_the_choice_alone(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    browser = enter(office)
    page = browser.get(URL).content.decode()
    assert "не установлена <span" not in page
    function = TERMS | {"basis": "labor_function", "labor_function_reason": "должностная инструкция, пункт 2"}
    for name in ("payment_kind", "payment_value", "payment_basis"):
        del function[name]

    answer = browser.post(URL, function)

    assert answer.status_code == 302
    assert TermsDefaults.objects.get(organization=case.organization).basis == "labor_function"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"payment_value": ""}, "Впишите размер выплаты"),
        ({"payment_kind": "none", "payment_value": "", "payment_basis": ""}, "почему она не установлена."),
        ({"basis": "labor_function"}, "Напишите, где это записано"),
    ],
)
def test_terms_say_what_the_choice_lacks(enter: Enter, office: Actor, values: dict[str, str], words: str) -> None:
    make_case(office)

    answer = enter(office).post(URL, TERMS | values)

    assert answer.status_code == 422
    assert words in answer.content.decode()
