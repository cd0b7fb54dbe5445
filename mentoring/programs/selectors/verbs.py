"""What the actor may do with a programme now: the page shows these verbs and no others."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.core.actor import Actor
from mentoring.documents.models import Document
from mentoring.programs import access
from mentoring.programs.choices import UNDER_ORDER, ConsentKind, ConsentState, OrderKind, ProgramState, Side
from mentoring.programs.models import EarlyEnd, Program
from mentoring.programs.states import PROGRAM

BEFORE_ORDER = (ProgramState.DRAFT, ProgramState.AGREED, ProgramState.ORDERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """Each is allowed by the rule and possible in the present state."""

    edit: bool
    agree: bool
    accept: bool
    replace: bool
    edit_terms: bool
    step_out: bool
    end: bool
    take_back: bool


def verbs_of(actor: Actor, program: Program, *, faults: Sequence[str], end: EarlyEnd | None) -> Verbs:
    """Ask the rules and the states once for the whole page (needs `with_consents`)."""
    side = side_of(actor, program)
    leads = access.can_lead(actor, program.organization).allowed
    writable = PROGRAM.can(program, "edit")
    is_accepted = program.accepted_at is not None or program.state == ProgramState.AGREED
    ordered = program.state in UNDER_ORDER
    end_ordered = end_order_of(program) is not None
    return Verbs(
        edit=writable and access.can_edit(actor, program).allowed,
        agree=bool(side) and writable and not faults and not has_agreed(actor, program),
        accept=leads and not side and writable and not faults and not is_accepted,
        replace=leads and writable and _has_signed_papers(program),
        edit_terms=leads and writable,
        step_out=bool(side) and program.state in BEFORE_ORDER,
        end=ordered and end is None and access.can_end(actor, program).allowed,
        take_back=ordered and end is not None and not end_ordered and access.can_take_back(actor, program, end).allowed,
    )


def end_order_of(program: Program) -> Document | None:
    """The order on the end in which the programme stands, signed or not (needs `with_consents`)."""
    lines = (line for line in program.order_lines.all() if line.is_live and line.kind == OrderKind.END)
    return next((line.document for line in lines), None)


def side_of(actor: Actor, program: Program) -> str:
    """Which side of the pair the actor is; empty for others."""
    if access.is_mentor(actor, program):
        return Side.MENTOR
    return Side.MENTEE if access.is_mentee(actor, program) else ""


def has_agreed(actor: Actor, program: Program) -> bool:
    """Tell whether the actor has agreed to the whole for her own side."""
    if access.is_mentor(actor, program):
        return program.mentor_agreed_at is not None
    return any(actor.is_person(agreement.person_id) for agreement in program.agreements.all())


def _has_signed_papers(program: Program) -> bool:
    return any(
        consent.state == ConsentState.SIGNED and consent.kind != ConsentKind.PROGRAM
        for consent in program.consents.all()
    )
