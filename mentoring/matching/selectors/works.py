"""The staff of an organisation in the shape that rules read; the same number of queries for any staff."""

from collections.abc import Iterable
from datetime import date

from mentoring.matching import books
from mentoring.matching.rules.work import FormerPosition, Pause, Work
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.reference.books.positions import Position, find_position, position
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.models import Employment
from mentoring.staff.selectors import experience_on

HEADS = frozenset({"director", "head", "chief"})


def staff_of(organization: Organization, *, day: date) -> list[Employment]:
    """Everybody who works here on this day, by name."""
    rows = Employment.objects.filter(organization=organization, gone_since=None).working_on(day)
    return list(
        rows.select_related("person")
        .prefetch_related("breaks", "former_positions")
        .order_by("person__last_name", "person__first_name", "person__patronymic", "pk")
    )


def works_of(organization: Organization, *, day: date) -> dict[int, Work]:
    """Work of everybody who is here on this day, by person."""
    staff = staff_of(organization, day=day)
    return {one.person_id: work_of(one, day=day, organization_type=organization.type) for one in staff}


def work_of(employment: Employment, *, day: date, organization_type: str = "") -> Work:
    """One employment as rules read it; breaks and former positions are prefetched."""
    known = _position_of(employment, organization_type)
    experience = experience_on(employment, day)
    return Work(
        person_id=employment.person_id,
        position=employment.position_title,
        position_code=known.code if known else "",
        is_pedagogical=known.is_teacher if known else True,
        is_school_teacher=known is not None and known.code in books.school_teacher_codes(),
        is_manager=known is not None and known.is_manager,
        is_leader=known is not None and known.code in HEADS,
        is_secondary=employment.kind == EmploymentKind.SECONDARY,
        subject=employment.subject,
        building=employment.building,
        rate=employment.rate,
        hired_on=employment.hired_on,
        position_since=employment.position_since,
        former_positions=[
            FormerPosition(former.position_title, former.since, former.until)
            for former in employment.former_positions.all()
        ],
        pauses=[Pause(pause.since, pause.until) for pause in employment.breaks.all()],
        category=employment.category,
        category_on=employment.category_on,
        attested_on=employment.attested_on,
        attestation_result=employment.attestation_result,
        results=employment.results,
        total_months=employment.total_experience_months,
        teaching_months=employment.teaching_experience_months,
        as_of=employment.experience_as_of,
        total_now=experience.total,
        teaching_now=experience.teaching,
    )


def _position_of(employment: Employment, organization_type: str) -> Position | None:
    if employment.position_code in books.position_codes():
        return position(employment.position_code)
    return find_position(employment.position_title, organization_type=organization_type)


def colleagues_of(organization: Organization, public_ids: Iterable[str], *, day: date) -> list[Person]:
    """Those of the named people who work in the organisation on the day, by name."""
    works = Employment.objects.filter(organization=organization, person__public_id__in=set(public_ids))
    found = {one.person for one in works.working_on(day).select_related("person")}
    return sorted(found, key=lambda person: (person.search, person.pk))
