"""Employments for tests."""

from datetime import date

from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.models import Employment, ProcessingBasis


def make_employment(*, organization: Organization, person: Person | None = None, **values: object) -> Employment:
    """A teacher who has worked for ten years unless other facts are given."""
    given: dict[str, object] = {
        "hired_on": date(2016, 9, 1),
        "position_code": "teacher",
        "position_title": "учитель математики",
        "subject": "математика",
        "total_experience_months": 130,
        "teaching_experience_months": 120,
        "experience_as_of": date(2026, 9, 1),
    }
    return Employment.objects.create(organization=organization, person=person or make_person(), **(given | values))


def make_basis(*, organization: Organization, **values: object) -> ProcessingBasis:
    """The basis of processing, recorded."""
    given: dict[str, object] = {
        "recorded_on": date(2026, 8, 20),
        "responsible_name": "Сомова Елена Львовна",
        "responsible_position": "делопроизводитель",
    }
    return ProcessingBasis.objects.create(organization=organization, **(given | values))
