"""Numbers of programmes, consents and orders by organisation: no actor, no names; refusals are not counted.

Beside each number who may see its rows gets them.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from mentoring.core.actor import Actor
from mentoring.core.dates import full_months
from mentoring.programs.choices import ConsentState, OrderKind, ProgramState
from mentoring.programs.models import Consent, OrderLine, Program
from mentoring.programs.rules.term import ONE_DAY


@dataclass(frozen=True, slots=True)
class Measure:
    """So many out of so many."""

    n: int
    total: int


def programs_by_state(organization_ids: Collection[int]) -> dict[tuple[int, str], int]:
    """Count programmes by organisation and state; those that came to nothing are left out."""
    rows = Program.objects.filter(organization_id__in=organization_ids).exclude(state=ProgramState.CANCELLED)
    counted = rows.order_by().values_list("organization_id", "state").annotate(n=Count("pk"))
    return {(organization_id, state): n for organization_id, state, n in counted}


def rows_of_programs(actor: Actor, state: str) -> QuerySet[Program]:
    """The programmes behind one number of `programs_by_state`."""
    return Program.objects.visible_to(actor).filter(state=state)


def ordered_pairs(organization_ids: Collection[int]) -> dict[int, int]:
    """Count pairs fixed by a signed order, by organisation."""
    rows = OrderLine.objects.filter(
        kind=OrderKind.START, is_live=True, document__state="signed", program__organization_id__in=organization_ids
    )
    return dict(rows.order_by().values_list("program__organization_id").annotate(n=Count("pk")))


def rows_of_ordered_pairs(actor: Actor) -> QuerySet[Program]:
    """The programmes behind `ordered_pairs`."""
    lines = OrderLine.objects.filter(kind=OrderKind.START, is_live=True, document__state="signed")
    return Program.objects.visible_to(actor).filter(pk__in=lines.values("program_id"))


def signed_consents(organization_ids: Collection[int]) -> dict[int, Measure]:
    """How many prepared papers are signed, by organisation."""
    rows = Consent.objects.filter(
        organization_id__in=organization_ids, state__in=(ConsentState.PREPARED, ConsentState.SIGNED)
    ).exclude(program__state=ProgramState.CANCELLED)
    found: dict[int, list[int]] = {}
    for organization_id, state, n in rows.order_by().values_list("organization_id", "state").annotate(n=Count("pk")):
        counts = found.setdefault(organization_id, [0, 0])
        counts[0] += n if state == ConsentState.SIGNED else 0
        counts[1] += n
    return {organization_id: Measure(*counts) for organization_id, counts in found.items()}


def rows_of_signed_consents(actor: Actor) -> QuerySet[Consent]:
    """The papers behind the first number of `signed_consents`."""
    return Consent.objects.visible_to(actor).filter(state=ConsentState.SIGNED)


def average_term_months(organization_ids: Collection[int]) -> dict[int, float]:
    """The average term of running programmes in whole months, by organisation."""
    rows = Program.objects.filter(organization_id__in=organization_ids, state=ProgramState.RUNNING)
    found: dict[int, list[int]] = {}
    for organization_id, starts_on, ends_on in rows.values_list("organization_id", "starts_on", "ends_on"):
        found.setdefault(organization_id, []).append(full_months(starts_on, ends_on + ONE_DAY))
    return {organization_id: sum(months) / len(months) for organization_id, months in found.items()}


def rows_of_average_term(actor: Actor) -> QuerySet[Program]:
    """The programmes behind `average_term_months`."""
    return rows_of_programs(actor, ProgramState.RUNNING)
