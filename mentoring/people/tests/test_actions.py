"""Writing people down, mending and changing names, correcting forms."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor, make_post
from mentoring.audit.models import Event
from mentoring.core.errors import NotAllowed, Refusal, Stale
from mentoring.core.wording import FullName
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.actions import (
    Identity,
    correct_case_forms,
    correct_person,
    create_person,
    rename_person,
    reset_case_forms,
)
from mentoring.people.models import PersonCaseForm, PersonName
from mentoring.people.selectors import case_forms, short_case_forms
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make_organization()


@pytest.fixture
def curator(school):
    return make_actor(Role.CURATOR, organization=school)


@pytest.fixture
def ezhova(school):
    person = make_person(full_name="Ежова Мария Сергеевна")
    make_post(person, Role.COUNCIL_MEMBER, school)
    return person


def test_new_person_gets_a_neat_name_and_a_search_text(curator):
    person = create_person(identity=Identity("ЁЖИКОВА", " мария ", "Сергеевна", "female"), by=curator)

    assert person.full_name == "Ёжикова Мария Сергеевна"
    assert person.search == "ежикова мария сергеевна"
    assert Event.objects.filter(name="people.person.created", person_id=person.pk).exists()


def test_teacher_without_a_post_cannot_write_people_down():
    with pytest.raises(NotAllowed):
        create_person(identity=Identity("Иванова", "Анна"), by=make_actor())


def test_corrected_spelling_leaves_no_history(curator, ezhova):
    identity = Identity("Ежова", "Марья", "Сергеевна", "female")

    person = correct_person(person=ezhova, identity=identity, version=1, by=curator)

    assert person.first_name == "Марья"
    assert person.version == 2
    assert not PersonName.objects.exists()
    assert Event.objects.get(name="people.person.corrected").fields == ["first_name"]


def test_new_surname_keeps_the_former_one_with_its_day(curator, ezhova):
    rename_person(
        person=ezhova, name=FullName("Зайцева", "Мария", "Сергеевна"), since=date(2026, 9, 1), version=1, by=curator
    )

    ezhova.refresh_from_db()
    former = PersonName.objects.get(person=ezhova)
    assert ezhova.search.startswith("зайцева")
    assert (former.last_name, former.valid_until) == ("Ежова", date(2026, 9, 1))


def test_same_name_is_no_change_of_name(curator, ezhova):
    with pytest.raises(Refusal, match="совпадает"):
        rename_person(
            person=ezhova, name=FullName("Ежова", "Мария", "Сергеевна"), since=date(2026, 9, 1), version=1, by=curator
        )


def test_older_save_is_refused(curator, ezhova):
    correct_person(person=ezhova, identity=Identity("Ежова", "Марья"), version=1, by=curator)

    with pytest.raises(Stale):
        correct_person(person=ezhova, identity=Identity("Ежова", "Маша"), version=1, by=curator)


def test_curator_of_another_school_cannot_correct(ezhova):
    stranger = make_actor(Role.CURATOR, organization=make_organization())

    with pytest.raises(NotAllowed):
        correct_person(person=ezhova, identity=Identity("Ежова", "Марья"), version=1, by=stranger)


def test_corrected_form_wins_over_the_rules(curator, ezhova):
    correct_case_forms(person=ezhova, forms={"genitive": "Ежовой Марии-Терезы Сергеевны"}, version=1, by=curator)

    forms = case_forms(ezhova)
    assert forms.genitive == "Ежовой Марии-Терезы Сергеевны"
    assert forms.dative == "Ежовой Марии Сергеевне"


def test_form_equal_to_the_rules_is_not_stored(curator, ezhova):
    correct_case_forms(person=ezhova, forms=case_forms(ezhova).as_dict(), version=1, by=curator)

    assert not PersonCaseForm.objects.exists()


def test_corrected_surname_goes_into_the_short_form(curator, ezhova):
    correct_case_forms(person=ezhova, forms={"dative": "Ежихе Марии Сергеевне"}, version=1, by=curator)

    assert short_case_forms(ezhova).dative == "Ежихе М. С."


def test_empty_form_is_refused(curator, ezhova):
    with pytest.raises(Refusal, match="пустой"):
        correct_case_forms(person=ezhova, forms={"dative": " "}, version=1, by=curator)


def test_reset_returns_to_the_rules(curator, ezhova):
    correct_case_forms(person=ezhova, forms={"dative": "Ежихе Марии Сергеевне"}, version=1, by=curator)

    reset_case_forms(person=ezhova, by=curator)

    assert case_forms(ezhova).dative == "Ежовой Марии Сергеевне"


def test_new_name_forgets_forms_of_the_old_one(curator, ezhova):
    correct_case_forms(person=ezhova, forms={"dative": "Ежихе Марии Сергеевне"}, version=1, by=curator)

    identity = Identity("Зайцева", "Мария", "Сергеевна", "female")
    renamed = correct_person(person=ezhova, identity=identity, version=2, by=curator)

    assert case_forms(renamed).dative == "Зайцевой Марии Сергеевне"


def test_unknown_gender_without_patronymic_stays_undeclined():
    person = make_person(full_name="Ким Саша", gender="")

    assert case_forms(person).genitive == "Ким Саша"
