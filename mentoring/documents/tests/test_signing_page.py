"""The signing table: many papers, one date, one scan."""

import pytest
from django.urls import reverse

from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document, File
from mentoring.documents.tests.factories import (
    make_consent,
)
from mentoring.documents.tests.pages import scan, text
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)


def test_signing_table_marks_ticked_papers_with_one_scan_and_goes_back(school, clerk_browser):
    papers = [make_consent(organization=school, signer=make_person()) for _ in range(5)]
    query = "&".join(f"paper={paper.public_id}" for paper in papers)
    address = reverse("documents:signing") + f"?{query}&next=/documents/"
    assert text(clerk_browser.get(address)).count("checked") >= 5

    answer = clerk_browser.post(
        address, {"ids": [str(paper.public_id) for paper in papers[:4]], "signed_on": "2026-09-01", "scan": scan()}
    )

    signed = Document.objects.filter(state=DocumentState.SIGNED)
    assert answer["Location"] == "/documents/"
    assert signed.count() == 4
    assert signed.values("scan").distinct().count() == 1
    assert File.objects.count() == 1


def test_signing_table_keeps_ticks_when_it_comes_back(school, clerk_browser):
    papers = [make_consent(organization=school) for _ in range(2)]
    address = reverse("documents:signing") + "?" + "&".join(f"paper={paper.public_id}" for paper in papers)

    answer = clerk_browser.post(address, {"ids": [str(papers[0].public_id)], "signed_on": ""})

    assert answer.status_code == 422
    assert text(answer).count("data-pick checked") == 1


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "javascript:alert(1)"])
def test_signing_table_never_leads_away(target, school, clerk_browser):
    consent = make_consent(organization=school)
    address = reverse("documents:signing") + f"?paper={consent.public_id}&next={target}"

    answer = clerk_browser.post(address, {"ids": [str(consent.public_id)], "signed_on": "2026-09-01"})

    assert answer["Location"] == reverse("documents:document_list")


def test_chosen_papers_lead_to_the_signing_table(school, clerk_browser):
    consent = make_consent(organization=school)

    answer = clerk_browser.post(reverse("documents:document_chosen"), {"do": "sign", "ids": [str(consent.public_id)]})

    assert answer["Location"] == f"/documents/signing/?paper={consent.public_id}"
