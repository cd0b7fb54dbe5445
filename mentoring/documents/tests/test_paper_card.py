"""The card of a paper: who opens it, what is done on it, what stays typed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor, make_user
from mentoring.audit.models import ViewLog
from mentoring.documents import actions
from mentoring.documents.choices import DocumentState
from mentoring.documents.kinds import kind_of
from mentoring.documents.selectors.cards import paper_steps
from mentoring.documents.tests.factories import (
    make_consent,
    make_document,
    make_signed_order,
)
from mentoring.documents.tests.pages import card, scan, text
from mentoring.people.tests.factories import make_person
from mentoring.reference.books.norms import norms_for

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 1)


GET_PAGES = ["document_detail", "document_word", "document_pdf"]
POST_PAGES = [
    "document_number", "document_sign", "document_scan", "document_printed", "document_acquaint", "document_cancel",
]  # fmt: skip


@pytest.mark.parametrize("name", GET_PAGES + POST_PAGES)
def test_foreign_paper_answers_as_an_absent_one(name, school, stranger):
    paper = make_document(organization=school)
    ask = stranger.get if name in GET_PAGES else stranger.post

    assert ask(card(paper, name)).status_code == 404


@pytest.mark.parametrize("name", ["document_list", "act_list", "document_detail", "document_pdf"])
def test_visitor_is_asked_to_sign_in(name, client, school):
    paper = make_document(organization=school)
    address = card(paper, name) if "detail" in name or "pdf" in name else reverse(f"documents:{name}")

    assert client.get(address).status_code == 302


def test_card_leads_from_draft_to_signed(school, clerk_browser):
    order = make_document(organization=school, acquainted=(make_person(),))
    page = text(clerk_browser.get(card(order)))
    assert 'value="1"' in page
    assert "Напечатан" in page

    clerk_browser.post(card(order, "document_printed"))
    answer = clerk_browser.post(
        card(order, "document_sign"),
        {"number": "1", "dated_on": "2026-09-01", "version": order.version, "signed_on": "2026-09-01", "scan": scan()},
        follow=True,
    )

    order.refresh_from_db()
    assert (order.state, order.number, order.signed_on) == (DocumentState.SIGNED, "1", DAY)
    assert order.scan is not None
    assert "Подпись отмечена" in text(answer)
    assert "скан.pdf" in text(answer)


def test_doubtful_norms_are_named_until_the_paper_is_signed(school, clerk_browser, keeper):
    draft, done = make_document(organization=school), make_signed_order(organization=school, by=keeper, number="7")
    doubtful = [norm.title for norm in norms_for("pair_order", day=school.today()) if norm.verify]

    page = text(clerk_browser.get(card(draft)))

    assert doubtful
    assert "Сверьте основания" in page
    assert all(title in page for title in doubtful)
    assert "Сверьте основания" not in text(clerk_browser.get(card(done)))


def test_taken_number_is_said_and_what_was_typed_stays(school, clerk_browser, keeper):
    make_signed_order(organization=school, by=keeper, number="7")
    order = make_document(organization=school)

    answer = clerk_browser.post(card(order, "document_number"), {"number": "7", "dated_on": "2026-09-01", "version": 1})

    assert answer.status_code == 409
    assert "уже занят" in text(answer)
    assert 'value="7"' in text(answer)


def test_next_number_follows_the_greatest_with_its_letters(school, clerk_browser, keeper):
    today = school.today()
    for number in ("9-о", "10-о"):
        order = make_document(organization=school)
        actions.register_document(document=order, number=number, dated_on=today, version=1, by=keeper)

    assert 'value="11-о"' in text(clerk_browser.get(card(make_document(organization=school))))


def test_wrong_file_is_refused_in_words_and_nothing_is_signed(school, clerk_browser):
    consent = make_consent(organization=school)
    virus = SimpleUploadedFile("скан.pdf", b"MZ\x90\x00", content_type="application/pdf")

    answer = clerk_browser.post(card(consent, "document_sign"), {"signed_on": "2026-09-01", "scan": virus})

    consent.refresh_from_db()
    assert answer.status_code == 422
    assert "Это не скан" in text(answer)
    assert consent.state == DocumentState.DRAFT


def test_signer_sees_her_paper_but_marks_nothing(school, client_as):
    user = make_user()
    consent = make_consent(organization=school, signer=user.person)
    own = client_as(user.person)

    page = own.get(card(consent))

    assert page.status_code == 200
    assert "Отметить подпись" not in text(page)
    assert own.post(card(consent, "document_sign"), {"signed_on": "2026-09-01"}).status_code == 403
    assert own.get(card(consent, "document_pdf")).status_code == 200


def test_a_look_at_a_paper_is_told_to_the_people_in_it(school, clerk_browser):
    teacher = make_person()

    clerk_browser.get(card(make_consent(organization=school, signer=teacher)))

    assert ViewLog.objects.filter(subject_person_id=teacher.pk, what="документ").exists()


def test_acquaintance_is_marked_on_the_card(school, clerk_browser, keeper):
    reader = make_person()
    order = make_signed_order(organization=school, by=keeper, acquainted=(reader,))

    clerk_browser.post(card(order, "document_acquaint"), {"people": [reader.pk], "told_on": "2026-09-01"})

    assert order.parties.get().signed_on == DAY


def test_cancelled_paper_says_why(school, enter, keeper):
    head = enter("head", school)
    order = make_signed_order(organization=school, by=keeper)

    answer = head.post(card(order, "document_cancel"), {"reason": "ошибка в дате"}, follow=True)

    assert "ошибка в дате" in text(answer)
    assert "отменён" in text(answer)


def step_titles(document):
    return [(step.title, step.state) for step in paper_steps(document, kind_of(document.kind))]


def test_number_and_date_come_before_printing(school, clerk_browser):
    order = make_document(organization=school)

    page = text(clerk_browser.get(card(order)))

    assert step_titles(order) == [
        ("Проект", "done"),
        ("Номер и дата", "now"),
        ("Напечатан", "next"),
        ("Подписан", "next"),
    ]
    places = [page.index(f'id="{name}-title"') for name in ("number", "print", "sign")]
    assert places == sorted(places)


def test_cancelled_paper_has_nothing_ahead(school, keeper):
    draft = actions.cancel_document(document=make_document(organization=school), reason="", by=keeper)
    signed = make_signed_order(organization=school, by=keeper)
    revoked = actions.cancel_document(document=signed, reason="ошибка", by=make_actor(Role.HEAD, organization=school))

    assert step_titles(draft) == [("Проект", "done"), ("Отменён", "done")]
    assert [title for title, _ in step_titles(revoked)] == [
        "Проект",
        "Номер и дата",
        "Напечатан",
        "Подписан",
        "Отменён",
    ]


def test_history_names_no_fields_without_their_values(school, clerk_browser, keeper):
    order = make_signed_order(organization=school, by=keeper)

    page = text(clerk_browser.get(card(order)))

    assert "Документу присвоены номер и дата<" in page.replace("\n", "").replace("</p>", "<")
    assert "дата, номер" not in page


def test_reason_is_required_for_a_signed_paper_alone(school, enter, keeper):
    head = enter("head", school)
    draft, signed = make_document(organization=school), make_signed_order(organization=school, by=keeper)

    assert "Почему отменяете <span" in text(head.get(card(draft)))
    assert "Почему отменяете <span" not in text(head.get(card(signed)))
    answer = head.post(card(signed, "document_cancel"), {"reason": ""})

    assert answer.status_code == 422
    assert "отменяют с причиной" in text(answer)


def test_initials_never_part_from_the_surname_in_a_title(school):
    paper = make_document(organization=school, title="Согласие наставника — Петров\u00a0А.\u00a0А.")

    assert paper.title.endswith("Петров\u00a0А.\u00a0А.")
