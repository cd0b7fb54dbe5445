"""Who was added by mistake is removed while nothing stands on her; otherwise the reason is told in words."""

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person, PersonCaseForm
from mentoring.people.tests.factories import make_person
from mentoring.staff import registries
from mentoring.staff.actions import NotMistaken, remove_mistaken
from mentoring.staff.models import Employment
from mentoring.staff.tests.factories import make_employment

pytestmark = pytest.mark.django_db


@pytest.fixture
def mistake(school: Organization) -> Employment:
    """Somebody added by mistake, with what belongs to her own card."""
    work = make_employment(organization=school, person=make_person(full_name="Лишняя Анна Игоревна"))
    work.former_positions.create(position_title="воспитатель", since="2010-09-01", until="2016-08-31")
    PersonCaseForm.objects.create(person=work.person, case="dative", text="Лишней Анне Игоревне")
    return work


def test_mistake_leaves_nothing_but_a_line_of_the_journal_without_names(mistake: Employment, curator: Actor) -> None:
    key, person_id = mistake.pk, mistake.person_id

    remove_mistaken(employment=mistake, by=curator)

    event = Event.objects.get(name="staff.employment.removed")
    assert (event.subject_id, event.person_id, event.fields) == (key, person_id, [])
    assert not Employment.objects.exists()
    assert not Person.objects.filter(pk=person_id).exists()


def test_person_of_another_organization_stays_there(mistake: Employment, curator: Actor) -> None:
    elsewhere = make_employment(organization=make_organization(), person=mistake.person)

    remove_mistaken(employment=mistake, by=curator)

    assert Employment.objects.get() == elsewhere
    assert Person.objects.filter(pk=elsewhere.person_id).exists()


@pytest.mark.parametrize("given", ["role", "entry"])
def test_person_with_a_role_or_an_entry_stays(
    mistake: Employment, curator: Actor, school: Organization, given: str
) -> None:
    if given == "role":
        make_post(mistake.person, Role.COUNCIL_MEMBER, school)
    else:
        make_user(person=mistake.person)

    with pytest.raises(NotMistaken, match="есть роль" if given == "role" else "есть вход в систему"):
        remove_mistaken(employment=mistake, by=curator)
    assert Employment.objects.exists()


def test_other_domains_keep_the_person(mistake: Employment, curator: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registries.uses._items, "test", set)

    with pytest.raises(NotMistaken, match="уже работают"):
        remove_mistaken(employment=mistake, by=curator)


def test_stranger_removes_nobody(mistake: Employment, stranger: Actor) -> None:
    with pytest.raises(NotAllowed):
        remove_mistaken(employment=mistake, by=stranger)


def test_page_asks_removes_and_returns_to_the_list(curator_client: Client, mistake: Employment) -> None:
    url = reverse("staff:employment_remove", args=[mistake.public_id])
    card = curator_client.get(reverse("staff:employment_detail", args=[mistake.public_id])).content.decode()

    asked = curator_client.get(url).content.decode()
    answer = curator_client.post(url, follow=True)

    assert url in card
    assert "вернуть её нельзя" in asked
    assert "Лишняя Анна Игоревна: запись удалена" in answer.content.decode()
    assert not Employment.objects.exists()


def test_page_says_why_the_person_stays(curator_client: Client, mistake: Employment, school: Organization) -> None:
    make_post(mistake.person, Role.COUNCIL_MEMBER, school)
    url = reverse("staff:employment_remove", args=[mistake.public_id])

    page = curator_client.get(url).content.decode()

    assert "Удалить нельзя: у человека уже есть роль." in page
    assert "Записать увольнение" in page
    assert curator_client.post(url).status_code == 409


def test_council_and_strangers_are_not_let_in(
    council_client: Client, stranger_client: Client, mistake: Employment
) -> None:
    url = reverse("staff:employment_remove", args=[mistake.public_id])

    assert council_client.get(url).status_code == 403
    assert stranger_client.post(url).status_code == 404
