"""Closing an organisation: every domain says what it would leave unfinished, with links for who may open the rows."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.matching.tests.factories import make_need
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import closings
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.programs.tests.factories import make_case, prepared, running

pytestmark = pytest.mark.django_db
Enter = Callable[[Person], Client]
LEFT = ["Документы без подписи", "Пары и группы", "Ждут наставника", "Программы, которые идут", "Педагоги в списке"]


def somebody(organization: Organization, *roles: str) -> Person:
    person = make_person()
    make_user(person=person)
    for role in roles:
        make_post(person, role, organization)
    return person


@pytest.fixture
def school() -> Organization:
    """A school with one running pair, one whose papers wait for signatures, and one person who waits."""
    organization = make_organization()
    case = running(make_case(organization=organization))
    prepared(make_case(case.office, organization=organization))
    make_need(organization=organization)
    return organization


def rows_of(page: str) -> dict[str, tuple[int, bool]]:
    """How many of each thing stand on the page, and whether it leads to its rows."""
    found = re.findall(r'<th scope="row">(.*?)</th><td data-label="Сколько" class="num">(\d+)</td>', page)
    return {re.sub("<[^>]+>", "", what): (int(count), "<a " in what) for what, count in found}


def path_of(organization: Organization, verb: str = "close") -> str:
    return f"/organizations/{organization.public_id}/{verb}/"


@pytest.mark.parametrize("verb", ["close", "merge"])
def test_committee_sees_numbers_of_all_that_is_left_and_no_way_to_names(
    school: Organization, client_as: Enter, verb: str
) -> None:
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)

    page = client_as(somebody(office, Role.COMMITTEE)).get(path_of(school, verb)).content.decode()

    rows = rows_of(page)
    assert "До закрытия есть что закончить" in page
    assert [what for what in rows if what != "Роли"] == LEFT
    assert all(count for count, _ in rows.values())
    assert (rows["Пары и группы"], rows["Программы, которые идут"], rows["Ждут наставника"]) == (
        (2, False),
        (1, False),
        (1, False),
    )
    assert not any(leads for _, leads in rows.values())


def test_one_person_in_all_duties_goes_from_the_list_to_the_rows(school: Organization, client_as: Enter) -> None:
    browser = client_as(somebody(school, Role.ADMINISTRATOR, Role.HEAD, Role.CURATOR))

    page = browser.get(path_of(school)).content.decode()

    assert all(rows_of(page)[what][1] for what in LEFT)
    for url in re.findall(r'<th scope="row"><a href="([^"]+)">', page):
        assert browser.get(url.replace("&amp;", "&")).status_code == 200


def test_who_leaves_before_the_day_is_not_left(school: Organization, client_as: Enter) -> None:
    school.employments.update(dismissed_on=date(2029, 12, 31))
    browser = client_as(somebody(school, Role.ADMINISTRATOR))

    answer = browser.post(path_of(school), {"closed_on": "2030-01-01"})

    assert answer.status_code == 422
    assert "Педагоги в списке" not in rows_of(answer.content.decode())


def test_empty_organisation_closes_without_a_warning(client_as: Enter) -> None:
    school = make_organization()
    page = client_as(somebody(school, Role.ADMINISTRATOR)).get(path_of(school)).content.decode()

    assert "есть что закончить" not in page
    assert list(rows_of(page)) == ["Роли"]


def test_closing_is_not_stopped_by_what_is_left(school: Organization, client_as: Enter) -> None:
    browser = client_as(somebody(school, Role.ADMINISTRATOR))

    assert browser.post(path_of(school), {"closed_on": "2030-01-01", "is_seen": "on"}).status_code == 302

    school.refresh_from_db()
    assert school.closed_on == date(2030, 1, 1)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "31.02.2027", "завтра", "2027-01-01\x00", ""])
def test_strange_day_is_answered_in_words(school: Organization, client_as: Enter, day: str) -> None:
    browser = client_as(somebody(school, Role.ADMINISTRATOR))

    assert browser.post(path_of(school), {"closed_on": day, "is_seen": "on"}).status_code in (302, 422)


def test_every_domain_with_something_to_finish_tells_of_it() -> None:
    assert sorted(closings) == [
        "accounts.posts",
        "documents.unsigned",
        "matching.pairs",
        "matching.waiting",
        "programs.running",
        "staff.people",
    ]
