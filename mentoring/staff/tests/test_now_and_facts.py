from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.core.actor import Actor
from mentoring.documents.actions import register_document, sign_documents
from mentoring.notifications.now import needed_now
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person
from mentoring.staff import facts
from mentoring.staff.actions import BasisFacts, apply_list, record_basis, settle_errors
from mentoring.staff.menu import MENU
from mentoring.staff.models import Employment
from mentoring.staff.now import RESOLVERS
from mentoring.staff.selectors import employer_of, working_people
from mentoring.staff.tests.conftest import actor_as, person_as
from mentoring.staff.tests.factories import make_basis, make_employment
from mentoring.staff.tests.loads import NEW_TEACHER, plan

WRONG = ("Орлов Пётр Ильич", "учитель", "31.02.2020", "", "", "", "")


def verbs(actor: Actor, day: date) -> list[str]:
    return [item.verb for resolver in RESOLVERS.values() for item in resolver(actor, day)]


def test_first_the_basis_is_needed(school: Organization, curator: Actor, day: date) -> None:
    assert verbs(curator, day) == ["Записать основание обработки данных"]


def test_then_the_list(ready_school: Organization, curator: Actor, day: date) -> None:
    assert verbs(curator, day) == ["Загрузить список педагогов"]


def test_then_nothing(ready_school: Organization, curator: Actor, day: date) -> None:
    make_employment(organization=ready_school)

    assert verbs(curator, day) == []


def test_order_on_processing_waits_for_its_signature(school: Organization, curator: Actor, day: date) -> None:
    person_as(Role.HEAD, school)
    facts = BasisFacts(responsible_name="Сомова Елена Львовна", responsible_position="делопроизводитель")
    order = record_basis(organization=school, facts=facts, today=day, by=curator).document
    assert order is not None
    assert "Подписать приказ об обработке данных" in verbs(curator, day)
    assert verbs(actor_as(Role.CURATOR, make_organization()), day) == ["Записать основание обработки данных"]

    order = register_document(document=order, number="5", dated_on=day, version=order.version, by=curator)
    sign_documents(documents=[order], signed_on=day, today=day, by=curator)

    assert verbs(curator, day) == ["Загрузить список педагогов"]


def test_errors_wait_until_they_are_settled(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, NEW_TEACHER, WRONG, by=curator)
    done = apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)
    assert verbs(curator, day) == ["Исправить строки списка"]

    settle_errors(loaded=done, by=curator)

    assert verbs(curator, day) == []


def test_people_not_named_wait_for_a_decision(ready_school: Organization, curator: Actor, day: date) -> None:
    make_employment(organization=ready_school, gone_since=day)

    assert verbs(curator, day) == ["Решить, кто работает"]


@pytest.mark.parametrize("role", [Role.COUNCIL_MEMBER, Role.ADMINISTRATOR])
def test_others_are_asked_for_nothing(role: str, ready_school: Organization, day: date) -> None:
    make_employment(organization=ready_school, gone_since=day)

    assert verbs(actor_as(role, ready_school), day) == []


def test_committee_is_not_asked_for_a_basis_of_its_own(db: None, day: date) -> None:
    committee = make_organization(type="committee")

    assert verbs(actor_as(Role.HEAD, committee), day) == []


def test_resolvers_are_registered(school: Organization, curator: Actor, day: date) -> None:
    assert "Записать основание обработки данных" in [item.verb for item in needed_now(curator, today=day)]


def test_menu_counts_those_who_work(ready_school: Organization, curator: Actor) -> None:
    make_employment(organization=ready_school)
    make_employment(organization=ready_school, dismissed_on=date(2020, 1, 1))
    item = MENU["staff.list"]

    assert item.is_shown(curator)
    assert item.count is not None
    assert item.count(curator) == 1
    assert item.count(actor_as(Role.COUNCIL_MEMBER, ready_school)) is None


def test_facts_count_by_organization(school: Organization, curator: Actor, day: date) -> None:
    other = make_organization()
    make_employment(organization=school, teaching_experience_months=10)
    make_employment(organization=school, teaching_experience_months=33, experience_as_of=date(2026, 9, 1))
    make_employment(organization=school, teaching_experience_months=33, experience_as_of=date(2026, 7, 1))
    make_employment(organization=school, position_title="директор", position_code="director")
    make_employment(organization=school, dismissed_on=date(2026, 1, 1))
    make_employment(organization=other, teaching_experience_months=None, total_experience_months=None)

    assert facts.teachers(day=day) == {school.pk: 3, other.pk: 1}
    assert facts.beginners(day=day) == {school.pk: 2}
    assert facts.rows_of_teachers(curator, day=day).count() == 3
    assert len(facts.rows_of_beginners(curator, day=day)) == 2


def test_working_people_stand_in_the_order_of_names(school: Organization, day: date) -> None:
    for name in ("Яшина Анна", "Ёлкина Анна", "Адова Анна"):
        make_employment(organization=school, person=make_person(full_name=name))
    make_employment(organization=school, dismissed_on=date(2026, 11, 22))
    make_employment(organization=school, person=make_person(full_name="Последняя Анна"), dismissed_on=day)

    names = [work.person.last_name for work in working_people(school, today=day)]

    assert names == ["Адова", "Ёлкина", "Последняя", "Яшина"]


def test_employer_has_a_head_with_a_position(school: Organization, day: date) -> None:
    assert employer_of(school, today=day) is None
    head = person_as(Role.HEAD, school, full_name="Сидорова Ольга Ивановна")
    assert employer_of(school, today=day).head.dative == "Сидоровой Ольге Ивановне, директору"

    make_employment(organization=school, person=head, position_title="исполняющий обязанности директора")

    assert employer_of(school, today=day).head.position.nominative.endswith("обязанности директора")


def test_basis_of_another_school_is_not_needed_here(school: Organization, curator: Actor, day: date) -> None:
    make_basis(organization=make_organization())

    assert verbs(curator, day) == ["Записать основание обработки данных"]
    assert not Employment.objects.exists()
