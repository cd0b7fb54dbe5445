"""Each constraint is broken once and speaks in its own words."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mentoring.core.command import constraint_refusal
from mentoring.documents.choices import PartyRole
from mentoring.documents.models import Document, DocumentParty
from mentoring.documents.tests.factories import make_act, make_document
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)


def break_and_read(change) -> str:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        change()
    return constraint_refusal(caught.value).message


def test_number_is_taken_once_a_year():
    school = make_organization()
    given = {"number": "5", "year": 2026, "dated_on": date(2026, 9, 1)}
    Document.objects.filter(pk=make_document(organization=school).pk).update(**given)
    second = Document.objects.filter(pk=make_document(organization=school).pk)

    assert "уже занят" in break_and_read(lambda: second.update(**given))


def test_number_needs_a_date():
    paper = Document.objects.filter(pk=make_document(organization=make_organization()).pk)

    assert "нужна дата" in break_and_read(lambda: paper.update(number="5"))


def test_signed_paper_needs_the_day_of_its_signature():
    paper = Document.objects.filter(pk=make_document(organization=make_organization()).pk)

    assert "дата подписи" in break_and_read(lambda: paper.update(state="signed"))


def test_person_stands_on_a_paper_once_in_a_role():
    teacher = make_person()
    paper = make_document(organization=make_organization(), signer=teacher)
    again = {"document": paper, "person": teacher, "role": PartyRole.SIGNER}

    assert "уже есть в документе" in break_and_read(lambda: DocumentParty.objects.create(**again))


def test_act_does_not_end_before_it_begins():
    school = make_organization()

    words = break_and_read(lambda: make_act(organization=school, ended_on=date(2025, 9, 1)))

    assert "раньше, чем начал действовать" in words
