"""Files leave as attachments, to those who may have them."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring.core import background
from mentoring.documents import actions
from mentoring.documents.tests.factories import (
    PDF_BYTES,
    make_document,
)
from mentoring.documents.tests.pages import card

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 1)


def test_word_file_is_an_attachment_and_is_ready_after_the_queue(school, clerk_browser, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    order = make_document(organization=school)

    background.drain()

    [ready] = (tmp_path / "papers").iterdir()
    answer = clerk_browser.get(card(order, "document_word"))
    assert answer.content == ready.read_bytes()
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''")


def test_new_number_makes_a_new_word_file_and_drops_the_old(school, clerk_browser, keeper, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    order = make_document(organization=school)
    first = clerk_browser.get(card(order, "document_word")).content

    actions.register_document(document=order, number="5", dated_on=DAY, version=1, by=keeper)

    assert clerk_browser.get(card(order, "document_word")).content != first
    assert len(list((tmp_path / "papers").iterdir())) == 1


def test_scan_is_served_to_the_keepers_of_papers_only(school, clerk_browser, stranger, keeper):
    file = actions.store_file(organization=school, upload=actions.Upload("скан.pdf", PDF_BYTES), by=keeper)
    address = reverse("documents:file", args=[file.public_id])

    answer = clerk_browser.get(address)

    assert answer.content == PDF_BYTES
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert stranger.get(address).status_code == 404
