"""How long the batch work takes: 250 orders from ready pairs to Word files; the path to the order with 250 pairs."""

import time
import zipfile
from collections.abc import Iterator
from io import BytesIO

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.models import User
from mentoring.core.actor import Actor
from mentoring.documents.models import Document
from mentoring.programs.actions import accept_and_prepare, draft_pair_order, mark_signed
from mentoring.programs.models import Consent, Program
from mentoring.programs.selectors.path import path_page
from mentoring.programs.tests.factories import TODAY, Case, make_case, make_office, with_terms

ORDERS = 250
CHUNK = 100  # papers of one printing job


def figures() -> Iterator[tuple[str, float, str]]:
    """Name, value, unit."""
    office = make_office()
    cases = [make_case(office) for _ in range(ORDERS)]
    with_terms(cases[0])
    organization = cases[0].organization
    started = time.perf_counter()
    accept_and_prepare(organization=organization, programs=[case.program for case in cases], today=TODAY, by=office)
    yield f"{ORDERS} pairs: consents, agreements, programmes prepared", time.perf_counter() - started, "s"
    started = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        path_page(office, organization)
    yield f"{ORDERS} pairs: path to the order", time.perf_counter() - started, "s"
    yield f"{ORDERS} pairs: path to the order, queries", float(len(queries)), "queries"
    started = time.perf_counter()
    mark_signed(
        organization=organization,
        consents=list(Consent.objects.all()),
        signed_on=TODAY,
        first_number="1",
        today=TODAY,
        by=office,
    )
    yield f"{ORDERS} pairs: signatures marked", time.perf_counter() - started, "s"
    yield from _orders(cases, office)


def _orders(cases: list[Case], office: Actor) -> Iterator[tuple[str, float, str]]:
    browser = _browser(office)
    started = time.perf_counter()
    orders = [
        draft_pair_order(organization=case.organization, programs=[case.program], today=TODAY, by=office)
        for case in cases
    ]
    drafted = time.perf_counter() - started
    started = time.perf_counter()
    made = sum(_word_files(browser, orders[start : start + CHUNK]) for start in range(0, ORDERS, CHUNK))
    seconds = time.perf_counter() - started
    assert made == ORDERS
    assert Document.objects.filter(kind="pair_order").count() == ORDERS
    assert Program.objects.filter(state="ordered").count() == ORDERS
    yield f"{ORDERS} orders: draft", drafted, "s"
    yield f"{ORDERS} orders: Word", seconds, "s"
    yield f"{ORDERS} orders: draft and Word", drafted + seconds, "s"


def _word_files(browser: Client, orders: list[Document]) -> int:
    """Ask for the Word files of one job; how many came."""
    ids = [str(order.public_id) for order in orders]
    answer = browser.post(reverse("documents:document_chosen"), {"ids": ids, "do": "word"})
    return len(zipfile.ZipFile(BytesIO(answer.content)).namelist())


def _browser(office: Actor) -> Client:
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(User.objects.get(pk=office.user_id))
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return browser
