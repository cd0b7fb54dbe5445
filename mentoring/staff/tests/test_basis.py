from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.documents.models import Document
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.staff.actions import BasisFacts, draft_basis_paper, end_basis, record_basis
from mentoring.staff.models import ProcessingBasis
from mentoring.staff.papers import recipients_of
from mentoring.staff.tests.conftest import actor_as, person_as
from mentoring.staff.tests.factories import make_basis

FACTS = BasisFacts(
    responsible_name="Сомова Елена Львовна",
    responsible_position="делопроизводитель",
    recipients="Комитет по образованию — обобщённые числа — Положение",
)
URL = "staff:basis"


def test_basis_is_recorded_with_its_paper(school: Organization, curator: Actor, day: date) -> None:
    person_as(Role.HEAD, school, full_name="Сидорова Ольга Ивановна")

    basis = record_basis(organization=school, facts=FACTS, today=day, by=curator)

    assert basis.recorded_on == day
    assert basis.document.kind == "processing_basis"
    assert "Сомову Елену Львовну, делопроизводителя" in str(basis.document.payload)
    assert Event.objects.filter(name="staff.basis.recorded", subject_id=basis.pk).exists()


def test_basis_without_a_head_waits_for_its_paper(school: Organization, curator: Actor, day: date) -> None:
    basis = record_basis(organization=school, facts=FACTS, today=day, by=curator)
    assert basis.document is None

    with pytest.raises(Refusal, match="руководитель, а он ещё не назначен"):
        draft_basis_paper(basis=basis, today=day, by=curator)
    person_as(Role.HEAD, school)
    draft_basis_paper(basis=basis, today=day, by=curator)

    assert Document.objects.filter(kind="processing_basis").count() == 1


def test_basis_of_an_issued_order_gets_no_second_paper(school: Organization, curator: Actor, day: date) -> None:
    person_as(Role.HEAD, school)
    facts = BasisFacts(responsible_name="Сомова Елена", responsible_position="кадровик", act_number="12-к")

    assert record_basis(organization=school, facts=facts, today=day, by=curator).document is None


def test_second_basis_is_refused_until_the_first_ends(school: Organization, curator: Actor, day: date) -> None:
    first = record_basis(organization=school, facts=FACTS, today=day, by=curator)
    with pytest.raises(WrongState, match="уже записано"):
        record_basis(organization=school, facts=FACTS, today=day, by=curator)

    end_basis(basis=first, today=day, by=curator)
    record_basis(organization=school, facts=FACTS, today=day, by=curator)

    assert ProcessingBasis.objects.filter(organization=school).count() == 2
    with pytest.raises(WrongState, match="уже закончено"):
        end_basis(basis=first, today=day, by=curator)


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER, Role.ADMINISTRATOR])
def test_others_do_not_record_the_basis(role: str, school: Organization, day: date) -> None:
    with pytest.raises(NotAllowed, match="руководитель или куратор"):
        record_basis(organization=school, facts=FACTS, today=day, by=actor_as(role, school))


def test_data_officer_records_the_basis_without_making_papers(school: Organization, day: date) -> None:
    person_as(Role.HEAD, school)

    basis = record_basis(organization=school, facts=FACTS, today=day, by=actor_as(Role.DATA_OFFICER, school))

    assert basis.document is None


def test_recipients_are_read_from_lines() -> None:
    found = recipients_of("Комитет — числа — Положение\n\nЦентр\nМинистерство - списки")

    assert [(one.name, one.content, one.ground) for one in found] == [
        ("Комитет", "числа", "Положение"),
        ("Центр", "Обобщённые числа без имён", "—"),
        ("Министерство", "списки", "—"),
    ]


def test_page_offers_the_signed_in_person(curator_client: Client) -> None:
    page = curator_client.get(reverse(URL)).content.decode()

    assert "Сомова Елена Львовна" in page
    assert "Зачем это" in page


def test_page_records_and_opens_the_way_to_the_list(curator_client: Client, school: Organization) -> None:
    answer = curator_client.post(
        reverse(URL),
        {
            "responsible_name": "Сомова Елена Львовна",
            "responsible_position": "куратор",
            "operator": "",
            "recipients": "",
        },
        follow=True,
    )

    assert ProcessingBasis.objects.filter(organization=school).exists()
    assert reverse("staff:import_upload") in answer.content.decode()


def test_page_keeps_what_was_typed(curator_client: Client) -> None:
    answer = curator_client.post(reverse(URL), {"responsible_name": "Сомова", "responsible_position": "куратор школы"})

    assert answer.status_code == 422
    assert "куратор школы" in answer.content.decode()
    assert "Введите фамилию и имя" in answer.content.decode()


def test_page_tells_the_clerk_who_records(client_as: Callable[[Person], Client], school: Organization) -> None:
    page = client_as(person_as(Role.CLERK, school)).get(reverse(URL))

    assert "Основание ещё не записано" in page.content.decode()


def test_page_is_closed_for_a_teacher(client_as: Callable[[Person], Client], school: Organization) -> None:
    teacher = person_as(Role.COUNCIL_MEMBER, school)

    assert client_as(teacher).get(reverse(URL)).status_code == 403


def test_foreign_organization_is_absent(curator_client: Client, school: Organization) -> None:
    foreign = make_basis(organization=make_organization()).organization

    assert curator_client.get(reverse(URL), {"organization": str(foreign.public_id)}).status_code == 404


def test_basis_can_be_written_anew(curator_client: Client, ready_school: Organization) -> None:
    answer = curator_client.post(reverse("staff:basis_end"), follow=True)

    assert "Запишите новое" in answer.content.decode()
    assert not ProcessingBasis.objects.in_force().filter(organization=ready_school).exists()
