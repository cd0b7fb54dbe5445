"""The first page of each role, and search."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.matching.choices import MentorshipState
from mentoring.matching.tests.factories import make_need, make_pair
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.tests.factories import make_basis, make_employment

pytestmark = pytest.mark.django_db
Enter = Callable[[Person], Client]


@pytest.fixture
def school() -> Organization:
    return make_organization()


@pytest.fixture
def curator(school: Organization) -> Person:
    person = make_user(person=make_person(full_name="Агеева Ольга Ильинична")).person
    make_employment(organization=school, person=person)
    make_post(person, Role.CURATOR, school)
    return person


def page_of(client: Client, name: str, **query: str) -> str:
    return client.get(reverse(name), query).content.decode()


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    response = client.get(reverse("workspace:home"))

    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_an_empty_organisation_shows_the_way_to_the_first_order(client_as: Enter, curator: Person) -> None:
    page = page_of(client_as(curator), "workspace:home")

    assert "Путь к первому приказу" in page
    assert reverse("staff:basis") in page


def test_a_teacher_without_a_pair_is_told_how_to_ask(client_as: Enter, school: Organization) -> None:
    teacher = make_user().person
    make_employment(organization=school, person=teacher)

    page = page_of(client_as(teacher), "workspace:home")

    assert "Пары пока нет" in page
    assert "Как идёт год" not in page


def test_each_figure_leads_to_its_rows(client_as: Enter, curator: Person, school: Organization) -> None:
    make_basis(organization=school)
    client = client_as(curator)

    page = page_of(client, "workspace:home")

    for name in ("staff:employment_list", "matching:need_list", "matching:mentorship_list", "documents:document_list"):
        assert reverse(name) in page
        assert client.get(reverse(name)).status_code == 200


def test_home_and_its_figures_tell_one_number_of_who_waits(
    client_as: Enter, curator: Person, school: Organization
) -> None:
    make_basis(organization=school)
    make_need(organization=school)
    make_pair(organization=school)

    page = page_of(client_as(curator), "workspace:home")

    assert "из них предложены совету: 1" in page
    assert "Подписи" in page


def test_the_clerk_is_told_nothing_of_programmes_that_she_does_not_see(client_as: Enter, school: Organization) -> None:
    clerk = make_user().person
    make_post(clerk, Role.CLERK, school)
    make_pair(organization=school, state=MentorshipState.ACTIVE)

    page = page_of(client_as(clerk), "workspace:home")

    assert "идёт по приказу" in page
    assert "выполняются" not in page


def test_search_finds_people_whatever_the_letters(client_as: Enter, curator: Person, school: Organization) -> None:
    make_employment(organization=school, person=make_person(full_name="Семёнова Жанна Петровна"))

    page = page_of(client_as(curator), "workspace:search", q="СЕМЕНОВА ж")

    assert "Семёнова Жанна Петровна" in page


@pytest.mark.parametrize(("number", "is_told"), [(10, False), (11, True)])
def test_search_tells_when_not_everything_is_shown(
    client_as: Enter, curator: Person, school: Organization, number: int, is_told: bool
) -> None:
    for place in range(number):
        make_employment(organization=school, person=make_person(full_name=f"Семёнова Жанна {'А' * (place + 2)}"))

    page = page_of(client_as(curator), "workspace:search", q="семенова")

    assert ("Найдено больше, чем показано" in page) is is_told


def test_search_never_finds_people_of_another_organisation(client_as: Enter, curator: Person) -> None:
    make_employment(organization=make_organization(), person=make_person(full_name="Семёнова Жанна Петровна"))

    page = page_of(client_as(curator), "workspace:search", q="семенова")

    assert "Жанна" not in page
    assert "Ничего не нашлось" in page


def test_search_takes_any_words(client_as: Enter, curator: Person) -> None:
    client = client_as(curator)

    for words in ("", "   ", "%_'\"\\", "я" * 500, "<script>"):
        response = client.get(reverse("workspace:search"), {"q": words})
        assert response.status_code == 200
        assert "<script>" not in response.content.decode().replace("<script src", "").replace("<script type", "")


def test_the_home_page_costs_the_same_for_one_person_and_for_many(
    client_as: Enter, curator: Person, school: Organization
) -> None:
    client = client_as(curator)
    page_of(client, "workspace:home")
    for _ in range(3):
        make_employment(organization=school)
    few = _queries(client)
    for _ in range(40):
        make_employment(organization=school)

    assert _queries(client) == few


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("workspace:home"))
    return len(captured)
