"""Whom the organisation has now, read from the database for the comparison."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.core.errors import Refusal
from mentoring.core.wording import Gender
from mentoring.organizations.models import Organization
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.models import Employment


class NoSuchOrganization(Refusal):
    """The code names no organisation of this installation."""


@dataclass(frozen=True, slots=True)
class KnownStaff:
    """Those in the list, those who left, and a digest by which one sees that the list has not changed since."""

    present: tuple[Employment, ...]
    former: tuple[Employment, ...]
    digest: str

    @property
    def employees(self) -> list[KnownEmployee]:
        """Those in the list, as the comparison takes them."""
        return [employee_of(row) for row in self.present]


def known_employees(code: str) -> list[KnownEmployee]:
    """People in the list of the organisation with this code; raises NoSuchOrganization."""
    organization = Organization.objects.with_territory().filter(code=code).first()
    if organization is None:
        raise NoSuchOrganization(f"Организации с кодом «{code}» здесь нет: проверьте код в её карточке.")
    return known_staff(organization, today=organization.today()).employees


def known_staff(organization: Organization, *, today: date) -> KnownStaff:
    """People in the list, people who left, and the digest of this very moment."""
    rows = Employment.objects.filter(organization=organization).select_related("person").order_by("pk")
    present = tuple(row for row in rows if row.dismissed_on is None or row.dismissed_on >= today)
    former = tuple(row for row in rows if row.dismissed_on is not None and row.dismissed_on < today)
    digest = digest_of((row.pk, row.version, row.person.version) for row in rows)
    return KnownStaff(present, former, digest)


def digest_of(versions: Iterable[tuple[int, int, int]]) -> str:
    """Any change of any person makes another digest."""
    words = ";".join(f"{pk}.{version}.{person}" for pk, version, person in versions)
    return hashlib.sha256(words.encode()).hexdigest()


def employee_of(row: Employment) -> KnownEmployee:
    """One person of the list; the key is the employment's."""
    person = row.person
    return KnownEmployee(
        key=str(row.pk),
        last_name=person.last_name,
        first_name=person.first_name,
        patronymic=person.patronymic,
        gender=Gender(person.gender) if person.gender else None,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        position=row.position_title,
        position_code=row.position_code,
        subject=row.subject,
        category=row.category,
        category_on=row.category_on,
        hired_on=row.hired_on,
        total_experience_months=row.total_experience_months,
        teaching_experience_months=row.teaching_experience_months,
        experience_as_of=row.experience_as_of,
        email=row.email,
        phone=row.phone,
        rate=row.rate,
        is_main=row.kind == EmploymentKind.MAIN,
    )
