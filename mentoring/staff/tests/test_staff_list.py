from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.audit.models import Event
from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.actions.exports import EXPORT_MOST_ROWS
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.tests.conftest import person_as
from mentoring.staff.tests.factories import make_basis, make_employment

URL = "staff:employment_list"


def add(organization: Organization, name: str, **values: object) -> None:
    make_employment(organization=organization, person=make_person(full_name=name), **values)


def shown(client: Client, **conditions: str) -> str:
    return client.get(reverse(URL), conditions).content.decode()


def test_empty_list_leads_to_the_basis(curator_client: Client) -> None:
    assert "Сначала запишите основание" in shown(curator_client)


def test_empty_list_with_a_basis_leads_to_loading(curator_client: Client, ready_school: Organization) -> None:
    page = shown(curator_client)

    assert "Вписать по одному" in page
    assert reverse("staff:import_upload") in page


def test_people_are_found_by_any_spelling_of_their_name(curator_client: Client, school: Organization) -> None:
    add(school, "Ёлкина Вера Ивановна")
    add(school, "Панина Ольга Олеговна")

    page = shown(curator_client, q="ЕЛКИНА вер")

    assert "Ёлкина" in page
    assert "Панина" not in page


def test_position_written_in_two_ways_is_one_condition(curator_client: Client, school: Organization) -> None:
    add(school, "Адова Анна Ивановна", position_title="Воспитатель")
    add(school, "Бутова Белла Ивановна", position_title="воспитатель")
    add(school, "Вилова Вера Ивановна", position_title="учитель")

    page = shown(curator_client)
    found = shown(curator_client, position="воспитатель")

    assert page.count('<option value="воспитатель"') == 1
    assert '<option value="Воспитатель"' not in page
    assert "Адова" in found
    assert "Бутова" in found
    assert "Вилова" not in found


def test_nobody_found_is_said_with_a_way_back(curator_client: Client, school: Organization) -> None:
    add(school, "Панина Ольга Олеговна")

    assert "Показать всех" in shown(curator_client, q="нет такой")


@pytest.mark.parametrize(
    ("conditions", "names"),
    [
        ({}, {"Адова", "Бутова", "Вилова"}),
        ({"position": "воспитатель"}, {"Бутова"}),
        ({"category": "highest"}, {"Бутова"}),
        ({"category": "unknown"}, {"Адова", "Вилова"}),
        ({"band": "under3"}, {"Адова"}),
        ({"band": "from20"}, {"Бутова"}),
        ({"band": "unknown"}, {"Вилова"}),
        ({"show": "gone"}, {"Вилова"}),
        ({"show": "secondary"}, {"Бутова"}),
        ({"show": "dismissed"}, {"Гусева"}),
        ({"show": "all"}, {"Адова", "Бутова", "Вилова", "Гусева"}),
        ({"band": "nonsense", "position": "нет такой", "show": "?"}, {"Адова", "Бутова", "Вилова"}),
    ],
    ids=lambda value: " ".join(sorted(value)) or "all",
)
def test_conditions_leave_whom_they_name(
    conditions: dict[str, str], names: set[str], curator_client: Client, school: Organization
) -> None:
    today = school.today()
    add(school, "Адова Анна", teaching_experience_months=5, experience_as_of=today)
    add(
        school,
        "Бутова Анна",
        position_title="воспитатель",
        category="highest",
        kind=EmploymentKind.SECONDARY,
        teaching_experience_months=300,
        total_experience_months=310,
    )
    add(
        school,
        "Вилова Анна",
        teaching_experience_months=None,
        total_experience_months=None,
        gone_since=today,
    )
    add(school, "Гусева Анна", dismissed_on=date(2024, 5, 31))

    page = shown(curator_client, **conditions)

    assert {name for name in ("Адова", "Бутова", "Вилова", "Гусева") if f"{name} Анна" in page} == names


@pytest.mark.parametrize(("sort", "first"), [("experience", "Яшина"), ("-experience", "Адова"), ("-name", "Яшина")])
def test_list_is_sorted(sort: str, first: str, curator_client: Client, school: Organization) -> None:
    add(school, "Адова Анна", teaching_experience_months=100)
    add(school, "Яшина Анна", teaching_experience_months=10)

    page = shown(curator_client, sort=sort)

    assert min(("Адова Анна", "Яшина Анна"), key=page.index).startswith(first)


def test_search_gives_htmx_the_rows_alone(curator_client: Client, school: Organization) -> None:
    add(school, "Адова Анна")

    answer = curator_client.get(reverse(URL), {"q": "адова"}, headers={"HX-Request": "true"})

    assert b"<html" not in answer.content
    assert "Адова" in answer.content.decode()


def test_strangers_people_are_not_shown(stranger_client: Client, school: Organization) -> None:
    add(school, "Адова Анна")

    assert "Адова" not in shown(stranger_client, show="all")
    assert stranger_client.get(reverse(URL), {"organization": str(school.public_id)}).status_code == 404


def test_council_sees_the_list_without_verbs(council_client: Client, school: Organization) -> None:
    add(school, "Адова Анна", hired_on=date(2001, 2, 3))

    page = shown(council_client)

    assert "Адова" in page
    assert "03.02.2001" not in page
    assert reverse("staff:employment_add") not in page


def test_teacher_without_a_post_may_not_open_the_list(
    client_as: Callable[[Person], Client], school: Organization
) -> None:
    person = make_person()
    make_user(person=person)
    make_employment(organization=school, person=person)

    assert client_as(person).get(reverse(URL)).status_code == 403


def test_signed_out_visitor_goes_to_the_door(client: Client, school: Organization) -> None:
    assert client.get(reverse(URL)).status_code == 302


def test_two_schools_stand_apart(client_as: Callable[[Person], Client], school: Organization) -> None:
    person = person_as(Role.CURATOR, school)
    other = make_organization(short_name="Детский сад № 7")
    make_post(person, Role.CURATOR, other)
    add(school, "Адова Анна")
    add(other, "Бутова Анна")

    page = shown(client_as(person), organization=str(other.public_id))

    assert "Бутова" in page
    assert "Адова" not in page
    assert school.short_name in page


def test_number_of_queries_does_not_grow(curator_client: Client, school: Organization) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            shown(curator_client, sort="experience")
        return len(queries)

    add(school, "Адова Анна")
    shown(curator_client)
    few = count()
    for number in range(60):
        make_employment(organization=school, category="first").breaks.create(
            kind="other", since=date(2020, 1, number % 28 + 1)
        )

    assert count() == few


def test_export_asks_what_for_and_leaves_a_trace(curator_client: Client, school: Organization) -> None:
    add(school, "=Адова Анна", phone="+79131234567")
    url = reverse("staff:employment_export")
    assert curator_client.post(url, {}).status_code == 422

    answer = curator_client.post(url + "?q=адова", {"purpose": "check"})

    assert "spreadsheetml" in answer["Content-Type"]
    event = Event.objects.get(name="staff.list.exported.check")
    assert event.organization_id == school.pk


def test_exported_text_stays_text(curator_client: Client, school: Organization, tmp_path: object) -> None:
    add(school, "=cmd Анна Ивановна", position_title="@учитель")

    book = exported(curator_client, tmp_path)

    assert book.sheets[0].rows[1][0] == "=cmd"
    assert book.sheets[0].rows[1][3] == "@учитель"


def test_council_exports_nobody(council_client: Client) -> None:
    assert council_client.get(reverse("staff:employment_export")).status_code == 403


def test_export_is_bounded(curator_client: Client, school: Organization, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentoring.staff.actions.exports.EXPORT_MOST_ROWS", 1)
    add(school, "Адова Анна")
    add(school, "Бутова Анна")

    answer = curator_client.post(reverse("staff:employment_export"), {"purpose": "report"})

    assert answer.status_code == 422
    assert EXPORT_MOST_ROWS == 500
    assert "сузьте список" in answer.content.decode()


def exported(client: Client, folder: object) -> Workbook:
    path = folder / "list.xlsx"  # type: ignore[operator]
    path.write_bytes(client.post(reverse("staff:employment_export"), {"purpose": "check"}).content)
    return read_workbook(path)


def test_basis_is_a_click_away(curator_client: Client, school: Organization) -> None:
    make_basis(organization=school)
    add(school, "Адова Анна")

    assert reverse("staff:basis") in shown(curator_client)
