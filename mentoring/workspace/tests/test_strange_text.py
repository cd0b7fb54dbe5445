"""Characters that PostgreSQL does not keep come from nowhere into anything: every page answers in words, never 500."""

from collections.abc import Callable, Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core.models import Receipt
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.models import Employment, StaffImport
from mentoring.staff.tests.factories import make_basis, make_employment

pytestmark = pytest.mark.django_db
Enter = Callable[[Person], Client]
STRANGE = "а\x00б"
SIGNING_OUT = ("account_logout", "accounts:demo_enter")
CONDITIONS = (
    *("q", "state", "sort", "page", "organization", "kind", "role", "type", "territory", "year", "need", "person"),
    *("since", "until", "area", "next", "field", "from", "why", "band", "position", "category"),
)
FIELDS = (
    *("form_token", "full_name", "last_name", "first_name", "patronymic", "position_title", "words", "basis", "place"),
    *("code", "q", "username", "email", "login", "password", "title", "number", "responsible_name", "operator"),
    *("responsible_position", "recipients", "act_number", "decision", "asked", "people", "person", "organization"),
    *("ids", "pairs", "need", "theme", "name", "next", "clause", "body_name", "minutes_number", "credential"),
    *("short_name", "reason", "subject", "gender", "role", "state", "version", "hired_on", "wished_image", "areas"),
)


@pytest.fixture
def school() -> Organization:
    organization = make_organization()
    make_basis(organization=organization)
    make_employment(organization=organization)
    return organization


@pytest.fixture
def person(school: Organization) -> Person:
    person = make_user(person=make_person(full_name="Агеева Ольга Ильинична")).person
    for role in (Role.HEAD, Role.CURATOR, Role.CLERK, Role.ADMINISTRATOR, Role.DATA_OFFICER):
        make_post(person, role, school)
    make_employment(organization=school, person=person)
    return person


@pytest.fixture
def browser(person: Person, client_as: Enter) -> Client:
    client = client_as(person)
    client.raise_request_exception = False
    return client


def addresses() -> Iterator[str]:
    """Every address of the project that takes no argument."""
    for name in _names(get_resolver().url_patterns, ""):
        if name not in SIGNING_OUT:
            try:
                yield reverse(name)
            except NoReverseMatch:
                continue


def _names(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:
            yield f"{space}{pattern.name}"


@pytest.mark.slow
@pytest.mark.parametrize("value", ["%D0%B0%00%D0%B1", "%ED%A0%80", "%FF%FE", "%D0"])
def test_no_page_breaks_on_conditions_that_cannot_be_stored(browser: Client, value: str) -> None:
    query = "&".join(f"{name}={value}" for name in CONDITIONS)

    broken = [path for path in sorted(set(addresses())) if browser.get(f"{path}?{query}").status_code >= 500]

    assert broken == []


@pytest.mark.slow
def test_no_form_breaks_on_text_that_cannot_be_stored(browser: Client) -> None:
    fields = dict.fromkeys((*FIELDS, STRANGE), STRANGE)

    broken = [path for path in sorted(set(addresses())) if browser.post(path, fields).status_code >= 500]

    assert broken == []


def test_what_was_pasted_is_kept_without_the_odd_character(browser: Client, school: Organization) -> None:
    given = {"full_name": "Зимина Ан\x00на Львовна", "gender": "female", "position_title": "учи\x00тель"}

    answer = browser.post(reverse("staff:employment_add"), given)

    added = Employment.objects.get(person__last_name="Зимина")
    assert answer.status_code == 302
    assert (added.person.first_name, added.position_title) == ("Анна", "учитель")


def test_search_finds_as_if_the_odd_character_was_not_there(browser: Client, person: Person) -> None:
    page = browser.get(f"{reverse('workspace:search')}?q=%D0%90%D0%B3%00%D0%B5%D0%B5%D0%B2%D0%B0").content.decode()

    assert "Агеева Ольга Ильинична" in page


def test_token_with_an_odd_character_still_makes_a_doubled_click_one_thing(browser: Client) -> None:
    given = {"full_name": "Зимина Анна Львовна", "position_title": "учитель", "form_token": "a\x00" * 16}

    for _ in range(2):
        browser.post(reverse("staff:employment_add"), given)

    assert Employment.objects.filter(person__last_name="Зимина").count() == 1
    assert Receipt.objects.get().token == "a" * 16


@pytest.mark.parametrize("path", ["/staff/%00/", "/\x00", "/code/AB%00CD/", "/check/%00/", "/static/%00.css"])
def test_address_that_cannot_be_stored_is_absent(browser: Client, path: str) -> None:
    answer = browser.get(path)

    assert answer.status_code == 404
    assert "Такой страницы нет" in answer.content.decode()
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["sid", "csrftoken", "messages", "display", "other"])
def test_cookie_that_cannot_be_stored_is_as_good_as_absent(db: None, name: str) -> None:
    client = Client(raise_request_exception=False)

    for path in ("/", "/login/"):
        answer = client.get(path, headers={"Cookie": f'{name}="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'})
        assert answer.status_code in (200, 302)


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "rot13", "undefined", "unicode_escape", "idna", "мусор", ""])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_pages_are_read_as_they_were_sent_whatever_the_sender_says(browser: Client, kind: str, charset: str) -> None:
    body = {
        "a": b"q=%D0%B0&form_token=b",
        "m": b'--x\r\nContent-Disposition: form-data; name="q"\r\n\r\n\xd0\xb0\r\n--x--\r\n',
    }[kind[0]]

    for path in (reverse("staff:employment_add"), reverse("accounts:post_add")):
        assert browser.get(f"{path}?q=%D0%B0", content_type=f"{kind}; charset={charset}").status_code == 200
        answer = browser.generic("POST", path, body, content_type=f"{kind}; charset={charset}")
        assert answer.status_code in (302, 400, 422)


@pytest.mark.parametrize("agent", ["a\x00b", "\ud800", "я" * 5000])
def test_strange_browser_enters_like_any_other(person: Person, agent: str) -> None:
    person.user.set_password("снег лампа корзина")
    person.user.save()
    client = Client(raise_request_exception=False, headers={"User-Agent": agent, "X-Forwarded-For": agent})

    answer = client.post("/login/", {"login": person.user.username, "password": "снег лампа корзина"})

    assert answer.status_code == 302
    assert client.get("/access/").status_code == 200


@pytest.mark.parametrize("name", ["спи\x00сок.csv", "../\x00/список.csv", "\u202eсписок.csv", "x" * 300 + ".csv"])
def test_list_under_a_strange_name_is_read_or_refused_in_words(browser: Client, name: str) -> None:
    content = "ФИО;Должность\nЗимина Анна Львовна;учитель\n".encode()

    answer = browser.post(reverse("staff:import_upload"), {"file": SimpleUploadedFile(name, content)})

    assert answer.status_code in (302, 422)
    assert not StaffImport.objects.filter(file_name__contains="/").exists()
