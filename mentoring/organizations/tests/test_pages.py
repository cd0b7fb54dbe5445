"""Pages of the register, of one organisation, of territories and of the installation."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core import background, clock
from mentoring.organizations.choices import OrganizationType, Profile
from mentoring.organizations.models import Installation, Organization, Territory
from mentoring.organizations.tests.factories import make_organization, make_territory
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


def somebody(organization, *roles):
    person = make_person()
    make_user(person=person)
    for role in roles:
        make_post(person, role, organization)
    return person


@pytest.fixture
def city():
    return make_territory(parent=make_territory(level="region"))


@pytest.fixture
def office(city):
    return make_organization(territory=city, type=OrganizationType.COMMITTEE, short_name="Комитет")


@pytest.fixture
def school(city):
    return make_organization(territory=city, short_name="Школа № 7", full_name="Школа № 7")


@pytest.fixture
def committee(office, client_as):
    return client_as(somebody(office, Role.COMMITTEE))


@pytest.fixture
def head(school, client_as):
    return client_as(somebody(school, Role.HEAD))


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_committee_sees_its_city_and_no_other(committee, school):
    foreign = make_organization(short_name="Чужая школа")

    page = text(committee, "/organizations/")

    assert "Школа № 7" in page
    assert "Чужая школа" not in page
    assert committee.get(f"/organizations/{foreign.public_id}/").status_code == 404


def test_head_sees_her_own_school_only(head, school, office):
    assert head.get("/organizations/own/").url == f"/organizations/{school.public_id}/"
    assert "Комитет" not in text(head, "/organizations/")
    assert head.get(f"/organizations/{office.public_id}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=школа+7", True),
        ("q=ШКОЛА", True),
        ("q=лицей", False),
        ("type=school", True),
        ("type=kindergarten", False),
        ("state=closed", False),
        ("territory=мусор", True),
    ],
)
def test_register_is_narrowed(committee, school, query, is_found):
    assert ("Школа № 7" in text(committee, f"/organizations/?{query}")) is is_found


def test_register_asks_as_much_for_ten_as_for_forty(committee, city):
    committee.get("/organizations/")
    counts = []
    for more in (10, 30):
        for _ in range(more):
            make_organization(territory=city)
        with CaptureQueriesContext(connection) as captured:
            committee.get("/organizations/")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_register_is_exported_as_text(committee, city):
    make_organization(territory=city, short_name="=1+1")

    book = openpyxl.load_workbook(io.BytesIO(committee.get("/organizations/export/").content))

    assert any(cell.value == "=1+1" and cell.data_type == "s" for row in book.active for cell in row)


def new_school(city, **changes):
    given = {
        "full_name": "МБОУ «Лицей № 1»",
        "short_name": "Лицей № 1",
        "type": "school",
        "territory": str(city.public_id),
        "code": "licey-1",
        "place": "г. Барнаул",
        "week_days": "5",
    }
    return given | changes


def test_committee_adds_a_school(committee, city):
    assert committee.post("/organizations/add/", new_school(city)).status_code == 302

    assert Organization.objects.get(code="licey-1").names.count() == 1


@pytest.mark.parametrize(
    "changes", [{"code": "Лицей"}, {"full_name": ""}, {"territory": "мусор"}], ids=["код", "имя", "территория"]
)
def test_bad_input_keeps_what_was_typed(committee, city, changes):
    answer = committee.post("/organizations/add/", new_school(city) | changes)

    assert answer.status_code == 422
    assert 'value="Лицей № 1"' in answer.content.decode()


def test_school_is_not_added_to_a_foreign_city(committee):
    assert committee.post("/organizations/add/", new_school(make_territory())).status_code == 422


def test_head_adds_and_closes_nothing(head, school):
    assert head.get("/organizations/add/").status_code == 403
    for page in ("close", "merge"):
        assert head.get(f"/organizations/{school.public_id}/{page}/").status_code == 403


def test_head_changes_settings_and_the_older_save_shows_both(head, school):
    path = f"/organizations/{school.public_id}/settings/"
    given = {"place": "г. Бийск", "head_title": "и. о. директора", "week_days": "6", "version": "1"}
    assert head.post(path, given).status_code == 302
    assert "и. о. директора" in text(head, f"/organizations/{school.public_id}/")

    late = head.post(path, given | {"place": "с. Власиха"})

    assert late.status_code == 409
    assert "г. Бийск" in late.content.decode()
    assert 'value="с. Власиха"' in late.content.decode()


def test_title_of_the_head_is_filled_in_and_must_be_words(head, school):
    path = f"/organizations/{school.public_id}/settings/"

    wrong = head.post(path, {"place": "г. Бийск", "head_title": "12", "week_days": "6", "version": "1"})

    assert 'value="директор"' in text(head, path)
    assert wrong.status_code == 422
    assert "не должность" in wrong.content.decode()


def test_curator_changes_no_settings(school, client_as):
    client = client_as(somebody(school, Role.CURATOR))

    assert client.get(f"/organizations/{school.public_id}/").status_code == 200
    assert client.get(f"/organizations/{school.public_id}/settings/").status_code == 403


def test_new_name_of_tomorrow_waits_for_its_day(head, school):
    tomorrow = clock.today().replace(year=clock.today().year + 1)
    values = {"full_name": "Лицей № 7", "short_name": "Лицей № 7", "since": tomorrow.isoformat(), "basis": ""}

    head.post(f"/organizations/{school.public_id}/rename/", values)

    page = text(head, f"/organizations/{school.public_id}/")
    assert "впереди" in page
    assert "<h1>Школа № 7</h1>" in page


def test_queued_name_comes_into_use(head, school):
    values = {"full_name": "Лицей № 7", "short_name": "Лицей № 7", "since": clock.today().isoformat(), "basis": ""}
    head.post(f"/organizations/{school.public_id}/rename/", values)
    Organization.objects.update(short_name="Школа № 7")

    background.handlers["organizations.use_names"](organization_id=school.pk)

    school.refresh_from_db()
    assert school.short_name == "Лицей № 7"


def test_closing_says_first_what_it_ends(committee, school):
    make_post(make_person(), Role.HEAD, school)
    path = f"/organizations/{school.public_id}/close/"
    assert "Роли" in text(committee, path)

    unread = committee.post(path, {"closed_on": "2030-01-01"})
    assert unread.status_code == 422
    assert "Прочитайте" in unread.content.decode()
    assert Post.objects.get(role=Role.HEAD).valid_until is None

    assert committee.post(path, {"closed_on": "2030-01-01", "is_seen": "on"}).status_code == 302
    assert Post.objects.get(role=Role.HEAD).valid_until.isoformat() == "2029-12-31"


def test_joined_school_leads_to_its_successor(committee, school, city):
    successor = make_organization(territory=city, short_name="Лицей № 1")
    values = {"into": str(successor.public_id), "closed_on": clock.today().isoformat(), "is_seen": "on"}

    committee.post(f"/organizations/{school.public_id}/merge/", values)

    assert "Присоединена" in text(committee, f"/organizations/{school.public_id}/")
    assert "К ней присоединены" in text(committee, f"/organizations/{successor.public_id}/")


def test_foreign_successor_is_not_taken(committee, school):
    values = {"into": str(make_organization().public_id), "closed_on": "2030-01-01", "is_seen": "on"}

    assert committee.post(f"/organizations/{school.public_id}/merge/", values).status_code == 422


def test_region_adds_a_city_and_a_city_adds_nothing(client_as, city, committee):
    region_office = make_organization(territory=city.parent, type=OrganizationType.COMMITTEE)
    region = client_as(somebody(region_office, Role.COMMITTEE))
    values = {"parent": str(city.parent.public_id), "name": "Бийск", "time_zone": "Asia/Barnaul"}

    assert region.post("/territories/add/", values).status_code == 302
    assert Territory.objects.get(name="Бийск").path.startswith(city.parent.path)
    assert committee.post("/territories/add/", values).status_code == 422


def test_foreign_territory_is_absent(committee):
    assert committee.get(f"/territories/{make_territory().public_id}/").status_code == 404


def test_time_zone_is_changed(committee, city):
    committee.post(f"/territories/{city.public_id}/", {"name": city.name, "time_zone": "Asia/Omsk"})

    city.refresh_from_db()
    assert city.time_zone == "Asia/Omsk"


def test_time_zone_is_named_by_its_town(committee, city):
    page = text(committee, "/territories/")

    assert "Барнаул (МСК+4)" in page
    assert "Asia/Barnaul" not in page


def test_head_keeps_no_territories_and_no_installation(head):
    assert head.get("/territories/").status_code == 403
    assert head.get("/system/").status_code == 403


def test_administrator_of_one_school_turns_the_second_factor_off(school, client_as):
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school)
    client = client_as(somebody(school, Role.ADMINISTRATOR))

    assert client.post("/system/", {}).status_code == 302
    assert not Installation.objects.get().second_factor_required


def test_address_of_the_site_is_written_and_waits_for_the_next_start(school, client_as, settings):
    settings.IS_ADDRESS_GIVEN, settings.PUBLIC_BASE_URL = False, "http://127.0.0.1:8000"
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school)
    client = client_as(somebody(school, Role.ADMINISTRATOR))
    assert "ссылки не откроются" in text(client, "/system/")

    wrong = client.post("/system/", {"public_url": "наш сайт"})
    client.post("/system/", {"public_url": "192.168.1.10:8000", "second_factor_required": "on"})

    assert wrong.status_code == 422
    assert "не адрес сайта" in wrong.content.decode()
    assert Installation.objects.get().public_url == "http://192.168.1.10:8000"
    assert "после перезапуска" in text(client, "/system/")


def test_address_given_at_the_start_is_shown_and_not_edited(school, client_as, settings):
    settings.IS_ADDRESS_GIVEN, settings.PUBLIC_BASE_URL = True, "https://sad8.ru"
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school)

    page = text(client_as(somebody(school, Role.ADMINISTRATOR)), "/system/")

    assert "https://sad8.ru" in page
    assert "MENTORING_URL" in page
    assert "public_url" not in page
    assert "ссылки не откроются" not in page


def test_administrator_of_a_city_does_not(office, client_as):
    Installation.objects.create(pk=1, profile=Profile.MUNICIPALITY, top=office)
    client = client_as(somebody(office, Role.ADMINISTRATOR))

    answer = client.post("/system/", {})

    assert answer.status_code == 422
    assert "одной организации" in answer.content.decode()


def test_stranger_is_led_to_sign_in(school):
    for path in ("/organizations/", f"/organizations/{school.public_id}/", "/territories/", "/system/"):
        assert Client().get(path).status_code == 302
