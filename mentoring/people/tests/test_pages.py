"""«Как писать в документах» and another name from a day on."""

import pytest
from django.test import Client

from mentoring.accounts.choices import Role, TieKind
from mentoring.accounts.models import UserTie
from mentoring.accounts.tests.factories import make_post, make_user, make_worker
from mentoring.audit.models import ViewLog
from mentoring.core import clock
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import PersonCaseForm
from mentoring.people.selectors import case_forms
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make_organization()


@pytest.fixture
def teacher(school):
    person = make_worker(school, full_name="Ежова Мария Сергеевна")
    make_user(person=person)
    return person


def officer(school, role=Role.CURATOR):
    person = make_person()
    make_user(person=person)
    make_post(person, role, school)
    return person


def typed(person, **changes):
    return case_forms(person).as_dict() | {"version": str(person.version)} | changes


def test_curator_corrects_a_form(school, teacher, client_as):
    client = client_as(officer(school))

    answer = client.post(f"/people/{teacher.public_id}/names/", typed(teacher, dative="Ежихе Марии Сергеевне"))

    assert answer.status_code == 302
    assert case_forms(teacher).dative == "Ежихе Марии Сергеевне"
    assert "Исправлено вручную: 1" in client.get(f"/people/{teacher.public_id}/names/").content.decode()


def test_person_reads_her_own_name_and_does_not_change_it(teacher, client_as):
    client, own = client_as(teacher), f"/people/{teacher.public_id}"

    assert "скажите им, как правильно" in client.get(f"{own}/names/").content.decode()
    assert client.post(f"{own}/names/", typed(teacher, dative="Ежихе Марии")).status_code == 403
    assert client.post(f"{own}/names/reset/").status_code == 403
    renamed = {"last_name": "Носова", "first_name": "Вера", "since": "2026-01-01", "version": teacher.version}
    assert client.post(f"{own}/rename/", renamed).status_code == 403
    assert not PersonCaseForm.objects.exists()


def test_forms_return_to_the_rules(school, teacher, client_as):
    PersonCaseForm.objects.create(person=teacher, case="dative", text="Ежихе")

    client_as(officer(school)).post(f"/people/{teacher.public_id}/names/reset/")

    assert not PersonCaseForm.objects.exists()


def test_look_at_the_page_is_written_down(school, teacher, client_as):
    client_as(officer(school)).get(f"/people/{teacher.public_id}/names/")

    assert ViewLog.objects.get().subject_person_id == teacher.pk


@pytest.mark.parametrize("path", ["names/", "rename/"])
def test_person_of_another_school_is_absent(teacher, client_as, path):
    client = client_as(officer(make_organization()))

    assert client.get(f"/people/{teacher.public_id}/{path}").status_code == 404
    assert client.post(f"/people/{teacher.public_id}/{path}").status_code == 404
    assert client.post(f"/people/{teacher.public_id}/names/reset/").status_code == 404


def test_partner_reads_but_does_not_correct(teacher, client_as):
    mentor = make_person()
    make_user(person=mentor)
    UserTie.objects.create(
        viewer=mentor, subject=teacher, kind=TieKind.MENTEE, source="пара:1", valid_from=clock.today()
    )
    client = client_as(mentor)

    assert client.get(f"/people/{teacher.public_id}/names/").status_code == 200
    assert client.post(f"/people/{teacher.public_id}/names/", typed(teacher)).status_code == 403
    assert client.get(f"/people/{teacher.public_id}/rename/").status_code == 403


def test_older_save_shows_both_texts_and_the_choice_is_saved(school, teacher, client_as):
    client, path = client_as(officer(school)), f"/people/{teacher.public_id}/names/"
    client.post(path, typed(teacher, dative="Ежихе Марии Сергеевне"))

    late = client.post(path, typed(teacher, dative="Ежовой Маше Сергеевне"))

    text = late.content.decode()
    assert late.status_code == 409
    assert "Ежихе Марии Сергеевне" in text
    assert "Ежовой Маше Сергеевне" in text
    teacher.refresh_from_db()
    again = typed(teacher, dative="Ежовой Маше Сергеевне", keep_dative="mine")
    assert client.post(path, again).status_code == 302
    assert case_forms(teacher).dative == "Ежовой Маше Сергеевне"


def test_their_text_may_be_chosen(school, teacher, client_as):
    client, path = client_as(officer(school)), f"/people/{teacher.public_id}/names/"
    client.post(path, typed(teacher, dative="Ежихе Марии Сергеевне"))
    teacher.refresh_from_db()

    client.post(path, typed(teacher, dative="Ежовой Маше Сергеевне", keep_dative="theirs"))

    assert case_forms(teacher).dative == "Ежихе Марии Сергеевне"


def test_empty_form_keeps_the_others(school, teacher, client_as):
    values = typed(teacher, dative="", genitive="Ежихи Марии Сергеевны")

    answer = client_as(officer(school)).post(f"/people/{teacher.public_id}/names/", values)

    assert answer.status_code == 422
    assert "Ежихи Марии Сергеевны" in answer.content.decode()


def test_new_surname_from_a_day_on(school, teacher, client_as):
    values = {
        "last_name": "Зайцева",
        "first_name": "Мария",
        "patronymic": "Сергеевна",
        "since": "2026-09-01",
        "version": "1",
    }

    client = client_as(officer(school))
    client.post(f"/people/{teacher.public_id}/rename/", values)

    page = client.get(f"/people/{teacher.public_id}/names/").content.decode()
    assert "Зайцева Мария Сергеевна" in page
    assert "Прежние имена" in page


def test_unchanged_name_keeps_what_was_typed(school, teacher, client_as):
    values = {
        "last_name": "Ежова",
        "first_name": "Мария",
        "patronymic": "Сергеевна",
        "since": "2026-09-01",
        "version": "1",
    }

    answer = client_as(officer(school)).post(f"/people/{teacher.public_id}/rename/", values)

    assert answer.status_code == 422
    assert 'value="2026-09-01"' in answer.content.decode()


def test_unknown_gender_is_told(school, client_as):
    person = make_worker(school, full_name="Ким Саша")
    person.gender = ""
    person.save(update_fields=["gender"])

    assert "Пол не указан" in client_as(officer(school)).get(f"/people/{person.public_id}/names/").content.decode()


def test_stranger_is_led_to_sign_in(teacher):
    assert Client().get(f"/people/{teacher.public_id}/names/").status_code == 302
