"""The signing table: tick, one date, one scan; «не дано» quietly."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.programs.choices import ConsentKind, ConsentState, ProgramState
from mentoring.programs.models import Program
from mentoring.programs.tests.factories import Case, make_case, make_office, prepared
from mentoring.programs.tests.test_signing import PDF
from mentoring.programs.wording import names_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
Enter = Callable[[Actor], Client]
URL = "/programs/signing/"


@pytest.fixture
def case() -> Case:
    return prepared(make_case(make_office()))


def body(case: Case, *, but: str = "", **values: object) -> dict[str, object]:
    """Every paper of the case but one kind, signed today."""
    ids = [str(consent.public_id) for consent in case.consents() if consent.kind != but]
    return {"ids": ids, "signed_on": "2026-11-23", "first_number": "1", **values}


def test_everything_is_marked_by_one_button(enter: Enter, case: Case) -> None:
    scan = SimpleUploadedFile("скан.pdf", PDF, content_type="application/pdf")

    answer = enter(case.office).post(URL, body(case, scan=scan))

    assert answer.status_code == 302
    assert {consent.state for consent in case.consents()} == {ConsentState.SIGNED}
    assert case.consents(ConsentKind.MENTOR)[0].document.scan is not None
    assert case.now.state == ProgramState.AGREED


def test_table_suggests_the_next_number(enter: Enter, case: Case) -> None:
    page = enter(case.office).get(URL).content.decode()

    assert 'name="first_number" value="1"' in page
    assert page.count("data-pick") >= 5


def test_unticked_papers_wait(enter: Enter, case: Case) -> None:
    enter(case.office).post(URL, body(case, but=ConsentKind.MENTEE))

    assert case.consents(ConsentKind.MENTEE)[0].state == ConsentState.PREPARED
    assert case.consents(ConsentKind.MENTOR)[0].state == ConsentState.SIGNED


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"signed_on": "2026-11-24"}, "ещё не наступила"),
        ({"signed_on": ""}, "Заполните это поле"),
        ({"first_number": ""}, "номер первого дополнительного соглашения"),
        ({"ids": []}, "Ничего не отмечено"),
        ({"scan": SimpleUploadedFile("x.pdf", b"no pdf at all")}, "PDF"),
    ],
)
def test_wrong_input_keeps_ticks_and_marks_nothing(
    enter: Enter, case: Case, values: dict[str, object], words: str
) -> None:
    answer = enter(case.office).post(URL, body(case, but=ConsentKind.MENTEE) | values)

    assert answer.status_code in (409, 422)
    page = answer.content.decode()
    assert words in page
    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}
    if "ids" not in values:
        mentee = case.consents(ConsentKind.MENTEE)[0]
        ticked = page.split(str(mentee.public_id))[1].split(">")[0]
        assert "checked" not in ticked


def test_clerk_marks_and_sees_no_programme(enter: Enter, case: Case) -> None:
    clerk = make_actor(Role.CLERK, organization=case.organization)
    browser = enter(clerk)

    page = browser.get(URL).content.decode()
    assert all(item.aimed_text not in page for item in case.items)
    assert browser.post(URL, body(case)).status_code == 302
    assert browser.get(reverse("programs:program_detail", args=[case.program.public_id])).status_code == 404
    assert {consent.state for consent in case.consents()} == {ConsentState.SIGNED}


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_sides_do_not_mark(enter: Enter, case: Case, who: str) -> None:
    assert enter(getattr(case, who)).post(URL, body(case)).status_code == 403


def test_foreign_papers_are_neither_shown_nor_marked(enter: Enter, case: Case) -> None:
    stranger = make_actor(Role.HEAD, organization=make_organization())

    answer = enter(stranger).post(URL, body(case))

    assert answer.status_code == 422
    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_refusal_is_asked_once_and_marked(enter: Enter, case: Case) -> None:
    consent = case.consents(ConsentKind.MENTEE)[0]
    url = reverse("programs:consent_decline", args=[consent.public_id])
    browser = enter(case.office)

    assert "Причину не спрашивают" in browser.get(url).content.decode().replace("причину", "Причину")
    answer = browser.post(url, follow=True)

    assert Program.objects.get(pk=case.program.pk).state == ProgramState.CANCELLED
    assert "Пара снята" in answer.content.decode()
    assert browser.get(url).status_code == 404


def leave_for_refusal(browser: Client, case: Case, **values: object) -> str:
    """Untick the mentor's paper and press «не дано» of the mentee; the address of the question."""
    consent = case.consents(ConsentKind.MENTEE)[0]
    answer = browser.post(URL, body(case, but=ConsentKind.MENTOR, decline=str(consent.public_id), **values))
    assert answer.status_code == 302
    return str(answer["Location"])


def ticked(page: str) -> dict[str, bool]:
    """Which papers are ticked on the page."""
    boxes = re.findall(r'<input class="pick__box"[^>]*name="ids"[^>]*>', page)
    return {re.search(r'value="([^"]+)"', box)[1]: " checked" in box for box in boxes}  # type: ignore[index]


def test_ticks_survive_the_question_of_a_refusal_and_the_way_back(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    question = leave_for_refusal(browser, case, signed_on="2026-11-20", first_number="17")

    browser.get(question)
    page = browser.get(URL).content.decode()

    unticked = case.consents(ConsentKind.MENTOR)[0]
    assert ticked(page) == {
        str(consent.public_id): consent.pk != unticked.pk for consent in case.consents() if consent.document_id
    }
    assert 'value="2026-11-20"' in page
    assert 'name="first_number" value="17"' in page
    assert "как вы их оставили" in page
    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_papers_made_meanwhile_are_not_ticked_after_the_way_back(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    leave_for_refusal(browser, case)
    late = prepared(make_case(case.office))

    page = ticked(browser.get(URL).content.decode())

    assert not any(page[str(consent.public_id)] for consent in late.consents() if consent.document_id)


def test_marked_refusal_ticks_nothing_again(enter: Enter, case: Case) -> None:
    other = prepared(make_case(case.office))
    browser = enter(case.office)

    browser.post(leave_for_refusal(browser, case))
    page = ticked(browser.get(URL).content.decode())

    assert set(page) == {str(consent.public_id) for consent in other.consents() if consent.document_id}
    assert not any(page.values())


def test_table_begins_anew_when_signatures_are_marked(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    leave_for_refusal(browser, case)

    browser.post(URL, body(case, but=ConsentKind.MENTEE))
    page = browser.get(URL).content.decode()

    assert list(ticked(page).values()) == [True]
    assert "как вы их оставили" not in page


def test_question_of_a_refusal_names_the_pair_and_both_people(enter: Enter, case: Case) -> None:
    browser = enter(case.office)

    page = browser.get(leave_for_refusal(browser, case)).content.decode()

    for side in (case.mentor, case.mentee):
        assert Person.objects.get(pk=side.person_id).full_name in page
    assert names_of(case.now) in page


def test_refusal_of_a_foreign_consent_is_not_asked(enter: Enter, case: Case) -> None:
    foreign = prepared(make_case(make_office()))
    consent = foreign.consents(ConsentKind.MENTEE)[0]

    answer = enter(case.office).post(URL, body(case, decline=str(consent.public_id)))

    assert answer.status_code == 404


def test_foreign_consent_is_absent(enter: Enter, case: Case) -> None:
    stranger = make_actor(Role.CURATOR, organization=make_organization())
    consent = case.consents(ConsentKind.MENTEE)[0]

    assert enter(stranger).get(reverse("programs:consent_decline", args=[consent.public_id])).status_code == 404


def test_doubled_click_marks_once(enter: Enter, case: Case) -> None:
    browser = enter(case.office)

    first = browser.post(URL, body(case, form_token="twice"))
    second = browser.post(URL, body(case, form_token="twice"))

    assert first.status_code == 302
    assert second.status_code in (302, 409)
    assert case.consents(ConsentKind.AGREEMENT)[0].document.number == "1"


def test_number_of_queries_is_flat(enter: Enter, case: Case) -> None:
    browser = enter(case.office)
    browser.get(URL)
    with CaptureQueriesContext(connection) as few:
        browser.get(URL)
    for _ in range(5):
        prepared(make_case(case.office))
    with CaptureQueriesContext(connection) as many:
        browser.get(URL)

    assert len(many) == len(few)
