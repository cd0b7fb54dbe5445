from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.organizations.models import Organization
from mentoring.people.tests.factories import make_person
from mentoring.staff.models import Employment
from mentoring.staff.tests.factories import make_employment

URL = "staff:employment_add"
ANNA = {
    "full_name": "Новикова Анна Игоревна",
    "position_title": "воспитатель",
    "hired_on": "2024-09-01",
    "experience": "5 л. 3 мес.",
    "more": "1",
}

pytestmark = pytest.mark.django_db


def test_page_waits_for_the_basis(curator_client: Client) -> None:
    answer = curator_client.get(reverse(URL))

    assert answer.status_code == 409
    assert "Записать основание" in answer.content.decode()


def test_person_is_added_and_the_form_is_ready_for_the_next(curator_client: Client, ready_school: Organization) -> None:
    answer = curator_client.post(reverse(URL), ANNA, follow=True)

    work = Employment.objects.select_related("person").get()
    assert (work.person.gender, work.teaching_experience_months, work.hired_on) == ("female", 63, date(2024, 9, 1))
    assert work.experience_as_of == ready_school.today()
    page = answer.content.decode()
    assert "Пол — женский" in page
    assert "autofocus" in page
    assert "Добавлены последними" in page


def test_one_person_opens_her_card(curator_client: Client, ready_school: Organization) -> None:
    answer = curator_client.post(reverse(URL), {**ANNA, "more": ""} | {"open": "1"})

    assert answer.status_code == 302


def test_gender_is_asked_when_the_name_does_not_tell(curator_client: Client, ready_school: Organization) -> None:
    asked = curator_client.post(reverse(URL), {**ANNA, "full_name": "Ким Саша"})
    curator_client.post(reverse(URL), {**ANNA, "full_name": "Ким Саша", "gender": "male"})

    assert asked.status_code == 422
    assert "пол не понять" in asked.content.decode()
    assert Employment.objects.get().person.gender == "male"


def test_gender_is_guessed_while_typing(curator_client: Client, ready_school: Organization) -> None:
    page = curator_client.post(reverse("staff:gender_guess"), {"full_name": "Исаев Пётр Андреевич"}).content.decode()

    assert 'value="male"' in page.split("checked")[0].rsplit("<input", 1)[-1]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"full_name": "Новикова"}, "Введите фамилию и имя"),
        ({"experience": "долго"}, "не понятен"),
        ({"position_title": ""}, "Заполните это поле"),
        ({"hired_on": "2024-99-99"}, "дат"),
    ],
)
def test_wrong_input_keeps_what_was_typed(
    wrong: dict[str, str], words: str, curator_client: Client, ready_school: Organization
) -> None:
    answer = curator_client.post(reverse(URL), ANNA | wrong)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert (wrong.get("full_name") or ANNA["full_name"]) in page
    assert not Employment.objects.exists()


def test_same_name_is_asked_and_answered(curator_client: Client, ready_school: Organization) -> None:
    here = make_employment(organization=ready_school, person=make_person(full_name="Новикова Анна Игоревна"))

    asked = curator_client.post(reverse(URL), ANNA)
    page = asked.content.decode()
    assert asked.status_code == 422
    assert reverse("staff:employment_detail", args=[here.public_id]) in page
    assert "полный тёзка" in page
    curator_client.post(reverse(URL), {**ANNA, "decision": "other", "asked": str(here.public_id)})

    assert Employment.objects.count() == 2


def test_former_employee_comes_back(curator_client: Client, ready_school: Organization) -> None:
    person = make_person(full_name="Новикова Анна Игоревна")
    former = make_employment(organization=ready_school, person=person, dismissed_on=date(2024, 1, 31))

    assert "принят(а) снова" in curator_client.post(reverse(URL), ANNA).content.decode()
    curator_client.post(reverse(URL), {**ANNA, "decision": f"again:{former.public_id}"})

    assert Employment.objects.filter(person=person, dismissed_on=None).count() == 1


def test_nonsense_instead_of_an_answer_is_asked_again(curator_client: Client, ready_school: Organization) -> None:
    make_employment(organization=ready_school, person=make_person(full_name="Новикова Анна Игоревна"))

    for decision in ("again:1", "again:x", "другое"):
        assert curator_client.post(reverse(URL), {**ANNA, "decision": decision}).status_code == 422


def test_doubled_click_adds_one_person(curator_client: Client, ready_school: Organization) -> None:
    first, second = (curator_client.post(reverse(URL), {**ANNA, "form_token": "one"}) for _ in range(2))

    assert Employment.objects.count() == 1
    assert (second.status_code, second.url) == (302, first.url)


def test_council_adds_nobody(council_client: Client, ready_school: Organization) -> None:
    assert council_client.get(reverse(URL)).status_code == 403
    assert council_client.post(reverse("staff:gender_guess")).status_code == 403


def test_foreign_school_is_absent(stranger_client: Client, ready_school: Organization) -> None:
    answer = stranger_client.post(reverse(URL) + f"?organization={ready_school.public_id}", ANNA)

    assert answer.status_code == 404
    assert not Employment.objects.exists()
