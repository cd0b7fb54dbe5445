"""What begins and ends on its day: a signed order acts from the date that stands in it, not from the signature.

The signature turns at once what is due; the schedule turns the rest when its day comes in the organisation.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.documents.choices import DocumentState
from mentoring.matching.actions import close_need, start_pair, stop_pair
from mentoring.organizations.models import Organization
from mentoring.programs import notifications
from mentoring.programs.actions.papers import locked_whole
from mentoring.programs.choices import OrderKind, ProgramState
from mentoring.programs.models import EarlyEnd, OrderLine, Program
from mentoring.programs.states import PROGRAM


@command
def turn_day(*, organization: Organization, today: date, by: Actor) -> None:
    """Start the programmes and stop the pairs whose day has come; done twice it changes nothing."""
    start_due(list(Program.objects.approved_by(today).filter(organization=organization)), today=today, by=by)
    ends = EarlyEnd.objects.ordered_by(today).filter(organization=organization)
    stop_due(list(ends), today=today, by=by)


def start_due(programs: Sequence[Program], *, today: date, by: Actor) -> None:
    """Start those of the approved programmes whose first day has come."""
    if not programs:
        return
    signed = _signed_on(programs)
    for program in locked_whole(programs[0].organization, programs):
        if program.state != ProgramState.APPROVED or program.starts_on > today:
            continue
        PROGRAM.move(program, "start")
        program.started_on = max(signed.get(program.pk, program.starts_on), program.starts_on)
        program.version += 1
        program.save(update_fields=["state", "started_on", "version"])
        start_pair(mentorship=program.mentorship, on=program.started_on, by=by)
        record("programs.program.started", subject=program, by=by)
        notifications.started(program)


def stop_due(ends: Iterable[EarlyEnd], *, today: date, by: Actor) -> None:
    """Stop those of the pairs whose last day stands in a signed order and is over; mentees wait for another mentor."""
    due = {end.program_id: end for end in ends if end.ends_on <= today}
    if not due:
        return
    organization = next(iter(due.values())).organization
    for program in locked_whole(organization, list(Program.objects.filter(pk__in=due))):
        if program.state != ProgramState.RUNNING:
            continue
        end = due[program.pk]
        PROGRAM.move(program, "stop")
        program.ended_on = end.ends_on
        program.version += 1
        program.save(update_fields=["state", "ended_on", "version"])
        stop_pair(mentorship=program.mentorship, on=end.ends_on, by=by)
        if not end.seeks_new:
            _close_needs(program, on=end.ends_on, by=by)
        record("programs.program.stopped", subject=program, by=by)
        notifications.stopped(program)


def _signed_on(programs: Sequence[Program]) -> dict[int, date]:
    """On which day the order on each programme was signed."""
    lines = OrderLine.objects.filter(
        program__in=programs, kind=OrderKind.START, is_live=True, document__state=DocumentState.SIGNED
    )
    found = lines.values_list("program_id", "document__signed_on")
    return {program_id: signed_on for program_id, signed_on in found if signed_on is not None}


def _close_needs(program: Program, *, on: date, by: Actor) -> None:
    for mentee in program.mentorship.mentees.select_related("need"):
        if mentee.need is not None:
            close_need(need=mentee.need, today=on, by=by)
