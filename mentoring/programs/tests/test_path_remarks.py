"""What «Путь к приказу» says before papers are printed: a name without gender, texts grown old, no regulation."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.models import Post
from mentoring.core.actor import Actor
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document, LocalAct
from mentoring.documents.tests.factories import make_act
from mentoring.people.models import Person
from mentoring.programs.actions import mark_signed, remake_papers
from mentoring.programs.choices import ConsentKind
from mentoring.programs.tests.factories import (
    TODAY,
    Case,
    make_case,
    make_office,
    make_order,
    prepared,
    signed,
    text_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
Enter = Callable[[Actor], Client]
URL = "/programs/path/"
OUTDATED = "Данные изменились после того, как документы составлены"


@pytest.fixture
def office() -> Actor:
    return make_office()


def rename(case: Case, **values: str) -> Person:
    """Change the mentor's data after the papers are made."""
    mentor = case.pair.mentor.person
    Person.objects.filter(pk=mentor.pk).update(**values)
    return Person.objects.get(pk=mentor.pk)


def test_name_without_gender_is_told_before_papers_are_made(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    person = rename(case, first_name="Саша", patronymic="", gender="")
    card = reverse("staff:identity_edit", args=[person.employments.get().public_id])

    page = enter(office).get(URL).content.decode()

    assert "Не указан пол" in page
    assert f'<a href="{card}">{person.full_name}</a>' in page


def test_known_genders_are_not_asked(enter: Enter, office: Actor) -> None:
    make_case(office)

    assert "Не указан пол" not in enter(office).get(URL).content.decode()


def test_papers_grown_old_are_offered_to_be_made_anew(enter: Enter, office: Actor) -> None:
    case = prepared(make_case(office))
    browser = enter(office)
    assert OUTDATED not in browser.get(URL).content.decode()
    rename(case, last_name="Перемётова")

    page = browser.get(URL).content.decode()
    told = browser.post(URL, {"do": "remake"}, follow=True).content.decode()

    assert OUTDATED in page
    assert "заново" in told
    assert OUTDATED not in told
    papers = {consent.document for consent in case.consents() if consent.document}
    assert all("Перемётов" in str(paper.payload) for paper in papers)


def test_gender_given_later_changes_the_papers(office: Actor) -> None:
    case = make_case(office)
    rename(case, first_name="Саша", patronymic="", gender="")
    prepared(case)
    rename(case, gender="male")

    made = remake_papers(organization=case.organization, programs=[case.now], today=TODAY, by=office)

    assert "mentor_consent" in {document.kind for document in made}


def test_signed_papers_stay_as_they_are(office: Actor) -> None:
    case = prepared(make_case(office))
    mark_signed(
        organization=case.organization,
        consents=case.consents(ConsentKind.MENTOR),
        signed_on=TODAY,
        today=TODAY,
        by=office,
    )
    before = case.consents(ConsentKind.MENTOR)[0].document.payload
    rename(case, last_name="Перемётова")

    remake_papers(organization=case.organization, programs=[case.now], today=TODAY, by=office)

    paper = case.consents(ConsentKind.MENTOR)[0].document
    assert (paper.payload, paper.state) == (before, DocumentState.SIGNED)


def test_draft_order_with_former_names_is_offered_to_be_made_anew(enter: Enter, office: Actor) -> None:
    case = signed(make_case(office))
    make_order([case])
    browser = enter(office)
    assert "как приказ составлен" not in browser.get(URL).content.decode()

    rename(case, last_name="Перемётова")

    assert "как приказ составлен" in browser.get(URL).content.decode()


def test_regulation_is_asked_for_until_it_is_written_down(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    browser = enter(office)
    add = f"{reverse('documents:act_add')}?organization={case.organization.public_id}&next={URL}"
    assert add.replace("&", "&amp;") in browser.get(URL).content.decode()

    facts = {
        "kind": "regulation", "title": "Положение о наставничестве", "number": "112",
        "signed_on": "2026-08-30", "applies_from": "2026-09-01",
    }  # fmt: skip
    answer = browser.post(add, facts)

    assert answer["Location"] == URL
    assert LocalAct.objects.get().organization_id == case.organization.pk
    assert "не записано" not in browser.get(URL).content.decode()


def test_address_of_another_site_leads_nowhere(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    add = f"{reverse('documents:act_add')}?organization={case.organization.public_id}&next=https://example.org/"
    facts = {"kind": "other", "title": "Акт", "signed_on": "2026-08-30", "applies_from": "2026-09-01"}

    assert enter(office).post(add, facts)["Location"] == reverse("documents:act_list")


def test_order_cites_the_clause_of_the_regulation(office: Actor) -> None:
    case = signed(make_case(office))
    make_act(organization=case.organization)

    preamble = make_order([case]).payload["preamble"]

    assert "Положением о наставничестве" in preamble
    assert "пункта\u00a03.4 указанного положения" in preamble


def test_order_without_a_written_regulation_cites_the_clause_alone(office: Actor) -> None:
    preamble = make_order([signed(make_case(office))]).payload["preamble"]

    assert "на основании пункта\u00a03.4 положения о наставничестве и письменных согласий работников" in preamble


def test_several_minutes_are_listed_once_each(office: Actor) -> None:
    cases = [signed(make_case(office)) for _ in range(3)]
    for case, (day, number) in zip(cases, (("2026-11-09", "2"), ("2026-11-02", "1"), ("2026-11-09", "2")), strict=True):
        pair = {"decision_kind": "council", "decision_clause": "", "body_name": "Совет наставников"}
        type(case.pair).objects.filter(pk=case.pair.pk).update(**pair, minutes_on=day, minutes_number=number)

    preamble = make_order(cases).payload["preamble"].replace("\u00a0", " ")

    minutes = "протоколы от 2 ноября 2026 г. № 1, от 9 ноября 2026 г. № 2"
    assert f"рекомендаций Совета наставников ({minutes}) и письменных согласий" in preamble


def test_documents_of_the_path_stay_in_place_when_nothing_has_changed(office: Actor) -> None:
    case = prepared(make_case(office))
    before = list(Document.objects.order_by("pk").values_list("pk", "version"))

    made = remake_papers(organization=case.organization, programs=[case.now], today=TODAY, by=office)

    assert made == []
    assert list(Document.objects.order_by("pk").values_list("pk", "version")) == before


def test_pair_of_the_head_herself_is_signed_by_the_founder(enter: Enter, office: Actor) -> None:
    case = make_case(office)
    browser = enter(office)
    assert "подписывает учредитель" not in browser.get(URL).content.decode()
    Post.objects.filter(organization=case.organization, role="head").update(person=case.pair.mentor.person)

    assert "подписывает учредитель" in browser.get(URL).content.decode()
    order = make_order([signed(case)])
    assert "по решению учредителя" in text_of(order)
    assert "по дополнительным соглашениям" not in text_of(order)


def test_many_draft_orders_are_compared_without_asking_for_each(enter: Enter, office: Actor) -> None:
    client = enter(office)

    def asked_with(orders: int) -> int:
        for _ in range(orders):
            make_order([signed(make_case(office))])
        with CaptureQueriesContext(connection) as queries:
            assert client.get(URL).status_code == 200
        return len(queries)

    client.get(URL)  # the visit itself is written down once
    first = asked_with(4)

    assert asked_with(8) == first
