"""A new name on «Назначить на роль»: who is known already is offered, nobody is written down twice in silence."""

import re

import pytest
from django.apps import apps

from mentoring.accounts.actions import SameName, Term, grant_to_new
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_post, make_worker
from mentoring.core import clock
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.actions import Identity
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db
NAME = {"last_name": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}
ASKED = "Человек с таким именем уже есть"


@pytest.fixture
def teacher(school):
    return make_worker(school, full_name="Иванова Мария Петровна")


@pytest.fixture
def browser(head, client_as):
    return client_as(head.person)


def form(school, **changes):
    given = {
        "role": "curator",
        "organization": str(school.public_id),
        "valid_from": clock.today().isoformat(),
        "basis": "приказ № 15",
    }
    return given | NAME | changes


def post(browser, school, **changes):
    answer = browser.post("/roles/add/", form(school, **changes))
    return answer.status_code, answer.content.decode()


def test_known_person_is_offered_and_nobody_is_made(school, browser, teacher):
    status, page = post(browser, school)

    assert status == 422
    assert ASKED in page
    assert re.search(r"Кто это\s*</legend>", page)
    assert "учитель, работает сейчас" in page
    assert f'value="same:{teacher.public_id}"' in page
    assert 'value="приказ № 15"' in page
    assert Person.objects.filter(last_name="Иванова").count() == 1
    assert not Post.objects.filter(role=Role.CURATOR).exists()


def test_it_is_she(school, browser, teacher):
    status, _ = post(browser, school, decision=f"same:{teacher.public_id}")

    assert status == 302
    assert Post.objects.get(role=Role.CURATOR).person == teacher
    assert Person.objects.filter(last_name="Иванова").count() == 1


def test_it_is_another_one(school, browser, teacher):
    status, _ = post(browser, school, decision="other", asked=str(teacher.public_id))

    assert status == 302
    assert Post.objects.get(role=Role.CURATOR).person != teacher
    assert Person.objects.filter(last_name="Иванова").count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"last_name": " ИВАНОВА "}, id="регистр и пробелы"),
        pytest.param({"patronymic": ""}, id="без отчества"),
        pytest.param({"first_name": "Mария"}, id="латинская M"),
    ],
)
def test_name_is_known_however_it_is_typed(school, browser, teacher, typed):
    assert ASKED in post(browser, school, **typed)[1]


def test_known_without_a_patronymic_is_offered_too(school, browser):
    make_worker(school, full_name="Иванова Мария")

    assert ASKED in post(browser, school)[1]


def test_doubled_click_for_a_new_person_lands_where_the_first_did(school, browser):
    first, second = (browser.post("/roles/add/", form(school, form_token="n" * 32)) for _ in range(2))

    assert (second.status_code, second.url) == (302, first.url)
    assert Person.objects.filter(last_name="Иванова").count() == 1
    assert "Это уже сделано" in browser.get(second.url).content.decode()


def test_who_left_and_who_only_holds_a_role_are_offered(school, browser, teacher):
    apps.get_model("staff", "Employment").objects.update(dismissed_on=clock.today())
    holder = make_person(full_name="Иванова Мария Петровна")
    make_post(holder, Role.COUNCIL_MEMBER, school)

    _, page = post(browser, school)

    assert "работал(а) по" in page
    assert "член совета наставников" in page


@pytest.mark.parametrize("changes", [{"patronymic": "Павловна"}, {"first_name": "Марина"}, {"last_name": "Иваненко"}])
def test_another_name_is_written_down_at_once(school, browser, teacher, changes):
    assert post(browser, school, **changes)[0] == 302


def test_namesake_of_another_school_is_not_told(school, browser):
    make_worker(make_organization(), full_name="Иванова Мария Петровна")

    assert post(browser, school)[0] == 302


def test_answer_about_a_foreign_person_is_not_taken(school, browser, teacher, stranger):
    status, page = post(browser, school, decision=f"same:{stranger.person.public_id}")

    assert (status, ASKED in page) == (422, True)
    assert not Post.objects.filter(role=Role.CURATOR).exists()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"decision": "other"}, id="другой, но не спрашивали"),
        pytest.param({"decision": "other", "asked": "мусор,,"}, id="мусор в спрошенных"),
        pytest.param({"decision": "same:мусор"}, id="мусор в ответе"),
    ],
)
def test_answer_to_what_was_not_asked_is_not_taken(school, browser, teacher, changes):
    status, page = post(browser, school, **changes)

    assert (status, ASKED in page) == (422, True)
    assert Person.objects.filter(last_name="Иванова").count() == 1


def test_name_changed_after_the_answer_is_asked_about_anew(school, browser, teacher):
    other = make_worker(school, full_name="Петрова Анна Львовна")
    answered = {"decision": "other", "asked": str(teacher.public_id)}

    status, page = post(browser, school, last_name="Петрова", first_name="Анна", patronymic="Львовна", **answered)

    assert status == 422
    assert f"same:{other.public_id}" in page


def test_refusal_after_the_answer_keeps_the_answer(school, browser, teacher):
    make_post(teacher, Role.CURATOR, school)

    status, page = post(browser, school, decision=f"same:{teacher.public_id}")

    assert status == 422
    assert "Эта роль у человека на эти дни уже есть" in page
    assert re.search(rf'value="same:{teacher.public_id}"[^>]* checked', page)


def test_committee_learns_no_position(school, teacher, client_as):
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    browser = client_as(member(office, Role.COMMITTEE).person)

    status, page = post(browser, school, role="head")
    done, _ = post(browser, school, role="head", decision=f"same:{teacher.public_id}")

    assert (status, "учитель" in page, "есть в списке этой организации" in page) == (422, False, True)
    assert (done, Post.objects.get(role=Role.HEAD).person) == (302, teacher)


def test_action_itself_makes_no_double(school, head, teacher):
    with pytest.raises(SameName):
        grant_to_new(
            identity=Identity("Иванова", "Мария", "Петровна", "female"),
            role=Role.CURATOR,
            organization=school,
            term=Term(valid_from=clock.today()),
            by=head.actor,
        )

    assert Person.objects.filter(last_name="Иванова").count() == 1
