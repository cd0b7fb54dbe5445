"""The head of a programme: term, forms, aim, note; both sides and the curator change it (R-1.3, R-2.3)."""

from collections.abc import Mapping
from datetime import date

from django.db import models

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.programs import access
from mentoring.programs.actions.common import check_version, opened, reopen
from mentoring.programs.actions.papers import refresh_papers
from mentoring.programs.choices import ConsentKind, ConsentState
from mentoring.programs.models import Program, ProgramItem
from mentoring.programs.rules.term import Term, term_fault

SIGNED_FIELDS = frozenset({"starts_on", "ends_on", "forms", "kinds", "mode"})  # consents name them
HEADER_FIELDS = SIGNED_FIELDS | {
    "area", "motive", "role_model", "problem", "aim", "schedule", "mentor_content", "mentee_content", "criteria",
    "risks",
}  # fmt: skip
SIGNED_ALREADY = (
    "С этим сроком, формой и режимом уже подписано согласие. Чтобы их изменить, подготовьте документы пары заново: "
    "их подпишут ещё раз."
)


@command
def edit_program(*, program: Program, changes: Mapping[str, object], version: int, today: date, by: Actor) -> Program:
    """Change the head of a programme. Raises Stale, and Refusal on a wrong term or when consents name the old one."""
    stored = opened(program, by)
    check_version(stored.version, version)
    if unknown := set(changes) - HEADER_FIELDS:
        raise KeyError(f"not a field of the programme's head: {sorted(unknown)}")
    changed = [name for name, value in changes.items() if getattr(stored, name) != value]
    if not changed:
        return stored
    _check_signed(stored, changed)
    for name in changed:
        setattr(stored, name, changes[name])
    if fault := term_fault(stored.starts_on, stored.ends_on):
        raise Refusal(fault)
    if "problem" in changed:
        stored.difficulties_edited_at = clock.now()
    stored.version += 1
    stored.save(update_fields=[*changed, "difficulties_edited_at", "version"])
    reopen(stored)
    if SIGNED_FIELDS & set(changed):
        refresh_papers(stored, today=today)
    record("programs.program.edited", subject=stored, by=by, fields=changed)
    return stored


@command
def respread(*, program: Program, stretches: Mapping[int, Term], by: Actor) -> int:
    """Give the мероприятия new dates; `stretches` are by the key of a line. The number of lines that moved."""
    stored = opened(program, by)
    moved = 0
    for line in ProgramItem.objects.select_for_update().filter(program=stored, pk__in=stretches):
        term = stretches[line.pk]
        if (line.starts_on, line.due_on) != (term.starts_on, term.ends_on):
            line.starts_on, line.due_on = term.starts_on, term.ends_on
            line.mentor_agreed_at = line.mentee_agreed_at = None
            line.version += 1
            line.save(update_fields=["starts_on", "due_on", "mentor_agreed_at", "mentee_agreed_at", "version"])
            moved += 1
    if moved:
        reopen(stored)
        record("programs.program.respread", subject=stored, by=by)
    return moved


@command
def record_consideration(
    *, program: Program, body: str, number: str, held_on: date | None, version: int, by: Actor
) -> Program:
    """Write down who considered the programme; an empty body takes the mark away. It changes no agreement."""
    stored = opened(program, by)
    require(access.can_lead(by, stored.organization))
    check_version(stored.version, version)
    stored.considered_by, stored.considered_number, stored.considered_on = body, number, held_on
    if body and (not number or held_on is None):
        raise Refusal("Кто рассмотрел программу, подтверждает протокол: укажите его номер и дату.")
    if not body:
        stored.considered_number, stored.considered_on = "", None
    stored.version += 1
    stored.save(update_fields=["considered_by", "considered_number", "considered_on", "version"])
    record("programs.program.considered", subject=stored, by=by)
    return stored


def _check_signed(program: Program, changed: list[str]) -> None:
    if not SIGNED_FIELDS & set(changed):
        return
    papers = models.Q(kind__in=(ConsentKind.MENTOR, ConsentKind.MENTEE, ConsentKind.AGREEMENT))
    if program.consents.filter(papers, state=ConsentState.SIGNED).exists():
        raise Refusal(SIGNED_ALREADY)
