"""Numbers of needs and pairs by organisation: no actor, no names; beside each number who may see its rows gets them."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from mentoring.core.actor import Actor
from mentoring.matching.choices import LIVE_STATES, MentorState, NeedState
from mentoring.matching.models import Mentor, Mentorship, Need


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """What a number is about; an empty field means «all»."""

    organization_id: int
    form: str = ""
    kind: str = ""
    state: str = ""


def needs_by_state(organization_ids: Collection[int]) -> dict[Cell, int]:
    """Count needs of organisations by state."""
    rows = Need.objects.filter(organization_id__in=organization_ids)
    counted = rows.order_by().values_list("organization_id", "state").annotate(n=Count("pk"))
    return {Cell(organization_id, state=state): n for organization_id, state, n in counted}


def waiting(organization_ids: Collection[int]) -> dict[int, int]:
    """Count people who wait for a mentor, by organisation."""
    rows = Need.objects.filter(organization_id__in=organization_ids, state=NeedState.CONFIRMED)
    counted = rows.order_by().values_list("organization_id").annotate(n=Count("person", distinct=True))
    return dict(counted)


def rows_of_waiting(actor: Actor) -> QuerySet[Need]:
    """The needs behind `waiting`."""
    return Need.objects.visible_to(actor).waiting()


def mentors_in_bank(organization_ids: Collection[int]) -> dict[int, int]:
    """Count mentors in the bank, by organisation."""
    rows = Mentor.objects.filter(organization_id__in=organization_ids, state=MentorState.IN_BANK)
    return dict(rows.order_by().values_list("organization_id").annotate(n=Count("pk")))


def rows_of_mentors_in_bank(actor: Actor) -> QuerySet[Mentor]:
    """The mentors behind `mentors_in_bank`."""
    return Mentor.objects.visible_to(actor).filter(state=MentorState.IN_BANK)


def pairs(organization_ids: Collection[int]) -> dict[Cell, int]:
    """Count pairs and groups by form, kind and state; a pair of two kinds stands in both kinds."""
    found: Counter[Cell] = Counter()
    rows = Mentorship.objects.filter(organization_id__in=organization_ids)
    for organization_id, form, kinds, state in rows.values_list("organization_id", "form", "kinds", "state"):
        found.update(Cell(organization_id, form=form, kind=kind, state=state) for kind in kinds)
    return dict(found)


def live_pairs(organization_ids: Collection[int]) -> dict[int, int]:
    """Count pairs and groups that are proposed, decided or in force, each once, by organisation."""
    rows = Mentorship.objects.filter(organization_id__in=organization_ids, state__in=LIVE_STATES)
    return dict(rows.order_by().values_list("organization_id").annotate(n=Count("pk")))


def rows_of_live_pairs(actor: Actor) -> QuerySet[Mentorship]:
    """The pairs behind `live_pairs`."""
    return Mentorship.objects.visible_to(actor).live()
