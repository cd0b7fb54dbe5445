"""Answers without sense are refused in forms of the staff with what to do; nothing typed is lost."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.organizations.models import Organization
from mentoring.people.tests.factories import make_person
from mentoring.staff.forms.basis import BasisForm
from mentoring.staff.forms.editing import WorkForm, initial_of
from mentoring.staff.forms.identity import IdentityForm
from mentoring.staff.models import Employment
from mentoring.staff.tests.factories import make_employment

pytestmark = pytest.mark.django_db
ANNA = {
    "full_name": "Новикова Анна Игоревна",
    "position_title": "воспитатель",
    "hired_on": "2024-09-01",
    "experience": "5 л. 3 мес.",
}


@pytest.mark.usefixtures("ready_school")
@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("hired_on", "1800-09-01", "Проверьте год"),
        ("hired_on", "2126-09-01", "Проверьте год"),
        ("full_name", "12345 67890", "лишние знаки"),
        ("full_name", "Новикова Анна 2", "лишние знаки"),
        ("full_name", f"Новикова{'а' * 60} Анна", "слишком длинно"),
        ("position_title", "15", "не должность"),
        ("position_title", "{{ учитель", "лишний знак «{»"),
    ],
)
def test_senseless_answer_is_told_and_kept(curator_client: Client, field: str, typed: str, words: str) -> None:
    answer = curator_client.post(reverse("staff:employment_add"), ANNA | {field: typed})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert f'value="{typed}"' in page
    assert not Employment.objects.exists()


def test_conflict_of_two_tabs_lives_through_a_stored_day_without_sense(
    curator_client: Client, school: Organization
) -> None:
    work = make_employment(organization=school, person=make_person(), hired_on=date(1800, 9, 1), version=7)
    form = WorkForm(initial=initial_of(work))
    values = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}

    answer = curator_client.post(
        reverse("staff:employment_edit", args=[work.public_id]), values | {"version": "6", "hired_on": "2018-09-01"}
    )

    assert answer.status_code == 409
    assert "1800-09-01" in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"birth_date": "1800-03-12"}, "birth_date"),
        ({"birth_year": "1800"}, "birth_year"),
        ({"birth_year": "2025"}, "birth_year"),
        ({"last_name": "123"}, "last_name"),
    ],
)
def test_birth_and_name_of_a_card_are_judged(given: dict[str, str], field: str) -> None:
    whole = {"version": "1", "last_name": "Новикова", "first_name": "Анна", "gender": "female"}

    form = IdentityForm(whole | given)

    assert list(form.errors) == [field]


def test_folded_fields_are_open_where_something_is_wrong_in_them() -> None:
    given = {"responsible_name": "Новикова Анна Игоревна", "responsible_position": "заведующий"}

    assert BasisForm(given | {"act_date": "2126-11-24"}).is_issued
    assert not BasisForm(given).is_issued


@pytest.mark.parametrize("typed", ["1926-11-24", "2126-11-24"])
def test_order_on_personal_data_is_of_our_time(typed: str) -> None:
    given = {"responsible_name": "Новикова Анна Игоревна", "responsible_position": "заведующий", "act_number": "5"}

    assert list(BasisForm(given | {"act_date": typed}).errors) == ["act_date"]
    assert BasisForm(given | {"act_date": "2019-02-01"}).is_valid()
