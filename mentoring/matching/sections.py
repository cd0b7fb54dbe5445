"""What matching adds to a person's card, and whose work it builds on."""

from collections.abc import Collection
from datetime import date

from mentoring.core.actor import Actor
from mentoring.matching.choices import NeedState
from mentoring.matching.models import Mentee, Mentor, Mentorship, Need, Readiness
from mentoring.matching.selectors.needs import own_row
from mentoring.matching.selectors.pairs import row_of
from mentoring.staff.models import Employment
from mentoring.staff.registries import CardSection


def mentoring_section(actor: Actor, employment: Employment, today: date) -> CardSection | None:
    """«Наставничество»: her need, her place among the mentors, her pairs; each as far as the reader may see it."""
    same = {"organization_id": employment.organization_id}
    need = (
        Need.objects.visible_to(actor)
        .filter(person_id=employment.person_id, **same)
        .exclude(state=NeedState.CLOSED)
        .with_person()
        .order_by("-school_year", "-pk")
        .first()
    )
    mentor = Mentor.objects.visible_to(actor).filter(person_id=employment.person_id, **same).first()
    pairs = Mentorship.objects.visible_to(actor).filter(**same).with_people()
    own = pairs.filter(mentor__person_id=employment.person_id) | pairs.filter(mentees__person_id=employment.person_id)
    rows = [row_of(pair) for pair in own.distinct().order_by("-created_at", "-pk")]
    if need is None and mentor is None and not rows:
        return None
    content = {"need": own_row(need, day=today) if need else None, "mentor": mentor, "pairs": rows}
    return CardSection(title="Наставничество", template="matching/parts/person.html", content=content, order=20)


def employments_in_use(employment_ids: Collection[int]) -> set[int]:
    """Employments of people about whom something is decided or said here: their import cannot be undone."""
    works = list(Employment.objects.filter(pk__in=employment_ids).values_list("pk", "person_id", "organization_id"))
    people = {person_id for _, person_id, _ in works}
    used: set[tuple[int, int]] = set(
        Mentee.objects.filter(person_id__in=people).values_list("person_id", "mentorship__organization_id")
    )
    used |= set(Need.objects.filter(person_id__in=people).values_list("person_id", "organization_id"))
    used |= set(Mentor.objects.filter(person_id__in=people).values_list("person_id", "organization_id"))
    used |= set(Readiness.objects.filter(person_id__in=people).values_list("person_id", "organization_id"))
    return {pk for pk, person_id, organization_id in works if (person_id, organization_id) in used}
