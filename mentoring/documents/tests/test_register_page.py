"""The register: narrowed, taken out, printed in one job."""

import io
import uuid
import zipfile

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from mentoring.audit.models import Event
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.documents.tests.factories import (
    consent_payload,
    make_consent,
    make_document,
    make_signed_order,
)
from mentoring.documents.tests.pages import text
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)


def test_register_shows_papers_of_own_school_only(school, clerk_browser, stranger):
    make_document(organization=school, title="О закреплении пар")

    assert "О закреплении пар" in text(clerk_browser.get(reverse("documents:document_list")))
    assert "О закреплении пар" not in text(stranger.get(reverse("documents:document_list")))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=12-о", ["приказ"]), ("q=ЕЖОВА", ["согласие"]), ("q=приказ", ["приказ"]),
        ("kind=mentor_consent", ["согласие"]), ("state=waiting", ["согласие"]), ("state=signed", ["приказ"]),
        ("year=2026", ["приказ", "согласие"]),
        ("q=нетакого", []), ("kind=zzz&year=x&sort=zzz&page=99", ["приказ", "согласие"]),
    ],
)  # fmt: skip
def test_register_is_narrowed_by_conditions(query, found, school, clerk_browser, keeper):
    make_signed_order(organization=school, by=keeper, title="Первый приказ")
    make_document(
        organization=school,
        payload=consent_payload(),
        signer=make_person(full_name="Ежова Мария"),
        title="Моё согласие",
    )
    Document.objects.update(created_at="2026-09-01T00:00:00Z")

    page = text(clerk_browser.get(reverse("documents:document_list") + f"?{query}"))

    titles = {"приказ": "Первый приказ", "согласие": "Моё согласие"}
    assert [name for name, title in titles.items() if title in page] == found


def test_register_takes_the_same_queries_for_many_rows(school, clerk_browser, django_assert_max_num_queries):
    for number in range(3):
        make_document(organization=school, title=f"Приказ {number}")
    address = reverse("documents:document_list")
    clerk_browser.get(address)

    with django_assert_max_num_queries(40) as few:
        clerk_browser.get(address)
    for number in range(30):
        make_document(organization=school, title=f"Ещё {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        clerk_browser.get(address)


def test_register_leaves_as_a_table_with_a_trace(school, clerk_browser):
    make_document(organization=school, title='=HYPERLINK("http://зло")')

    answer = clerk_browser.get(reverse("documents:document_export"))

    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet["D2"].data_type == "s"
    assert sheet["D2"].value == '=HYPERLINK("http://зло")'
    assert Event.objects.filter(name="documents.register.exported", organization_id=school.pk).count() == 1


def test_chosen_papers_are_printed_in_one_file(school, clerk_browser):
    papers = [make_consent(organization=school, signer=make_person()) for _ in range(3)]

    answer = clerk_browser.post(
        reverse("documents:document_chosen"), {"do": "print", "ids": [str(paper.public_id) for paper in papers]}
    )

    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert {paper.state for paper in Document.objects.all()} == {DocumentState.PRINTED}


def test_chosen_papers_come_as_word_files_in_a_zip(school, clerk_browser):
    papers = [make_consent(organization=school, signer=make_person()) for _ in range(2)]

    answer = clerk_browser.post(
        reverse("documents:document_chosen"), {"do": "word", "ids": [str(paper.public_id) for paper in papers]}
    )

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == 2
        assert all(name.endswith(".docx") for name in archive.namelist())


def test_nothing_chosen_is_said_in_words(clerk_browser):
    answer = clerk_browser.post(reverse("documents:document_chosen"), {"do": "print"})

    assert answer.status_code == 422
    assert "Ни один документ не выбран" in text(answer)


def test_too_many_papers_at_once_are_refused(clerk_browser):
    ids = [str(uuid.uuid4()) for _ in range(101)]

    answer = clerk_browser.post(reverse("documents:document_chosen"), {"do": "print", "ids": ids})

    assert answer.status_code == 422
    assert "не больше 100 документов" in text(answer)


def test_foreign_papers_are_never_printed(school, stranger):
    paper = make_consent(organization=school)

    answer = stranger.post(reverse("documents:document_chosen"), {"do": "print", "ids": [str(paper.public_id)]})

    paper.refresh_from_db()
    assert answer.status_code == 422
    assert paper.state == DocumentState.DRAFT
