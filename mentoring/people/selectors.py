"""Reads of people: grammatical forms of names, search, the organisations they belong to."""

from collections.abc import Iterable

from django.db.models import QuerySet

from mentoring.core import wording
from mentoring.core.actor import Actor
from mentoring.people.models import Person, PersonCaseForm


def full_name_of(person: Person) -> wording.FullName:
    """The name in its three parts."""
    return wording.FullName(person.last_name, person.first_name, person.patronymic)


def gender_of(person: Person) -> wording.Gender | None:
    """The stored gender, else the one that the name is sure about."""
    if person.gender:
        return wording.Gender(person.gender)
    return wording.gender_of(full_name_of(person))


def rule_forms(person: Person) -> wording.CaseForms:
    """The whole name in six cases by the rules alone; undeclined while the gender is unknown."""
    gender = gender_of(person)
    if gender is None:
        return wording.CaseForms.same(person.full_name)
    return wording.decline_name(full_name_of(person), gender)


def case_forms(person: Person) -> wording.CaseForms:
    """The whole name in six cases: a form that a person corrected wins over the rules.

    Prefetch `case_forms` for a list of people.
    """
    stored = {form.case: form.text for form in person.case_forms.all()}
    return _with_stored(rule_forms(person), stored)


def short_case_forms(person: Person) -> wording.CaseForms:
    """«Иванова М. С.» in six cases; the surname is taken from the corrected forms."""
    words = len(person.last_name.split())

    def shorten(text: str) -> str:
        surname = " ".join(text.split()[:words])
        return wording.surname_and_initials(surname, person.first_name, person.patronymic)

    return case_forms(person).map(shorten)


def initials_of(person: Person) -> str:
    """«М. С. Иванова», as a signature is written."""
    return wording.initials(person.last_name, person.first_name, person.patronymic)


def organization_ids_of(person: Person) -> frozenset[int]:
    """Organisations in which the person works or holds a post that was not taken away."""
    works = person.employments.filter(dismissed_on=None).values_list("organization_id", flat=True)
    serves = person.posts.filter(revoked_at=None).values_list("organization_id", flat=True)
    return frozenset(works) | frozenset(serves)


def people_like(actor: Actor, words: str) -> QuerySet[Person]:
    """People the actor may see whose names have every word, in the order of their names."""
    found = Person.objects.visible_to(actor).matching(wording.search_text(words))
    return found.order_by("search", "pk")


def people_by_id(person_ids: Iterable[int]) -> dict[int, Person]:
    """People by their keys, for pages that already hold the keys by right."""
    return Person.objects.in_bulk({pk for pk in person_ids if pk is not None})


def short_names(person_ids: Iterable[int]) -> dict[int, str]:
    """«Иванова М. С.» by key; for pages that already hold the keys by right."""
    rows = Person.objects.filter(pk__in=list(person_ids)).values_list("pk", "last_name", "first_name", "patronymic")
    return {pk: wording.surname_and_initials(*names) for pk, *names in rows}


def corrected_cases(person: Person) -> frozenset[str]:
    """Cases whose form was corrected by hand."""
    forms = PersonCaseForm.objects.filter(person=person)
    return frozenset(forms.values_list("case", flat=True))


def _with_stored(forms: wording.CaseForms, stored: dict[str, str]) -> wording.CaseForms:
    return wording.CaseForms.from_mapping(forms.as_dict() | stored) if stored else forms
