"""Agreement of the two sides: line by line or by one button for the whole (R-1.3)."""

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale
from mentoring.people.models import Person
from mentoring.programs import access, notifications
from mentoring.programs.actions.common import GONE, locked, side_of
from mentoring.programs.choices import ProgramState, Side
from mentoring.programs.models import MenteeAgreement, Program, ProgramItem
from mentoring.programs.selectors.checks import faults_of
from mentoring.programs.states import PROGRAM

FIELD_OF = {Side.MENTOR: "mentor_agreed_at", Side.MENTEE: "mentee_agreed_at"}


@command
def agree_item(*, item: ProgramItem, by: Actor) -> ProgramItem:
    """Say «согласен» or «согласна» to one мероприятие for one's own side."""
    line = _own_line(item, by)
    field = FIELD_OF[Side(side_of(by, line.program))]
    if getattr(line, field) is None:
        setattr(line, field, clock.now())
        line.save(update_fields=[field])
        record("programs.item.agreed", subject=line.program, by=by)
    return line


@command
def take_back_item_agreement(*, item: ProgramItem, by: Actor) -> ProgramItem:
    """Take one's side's word on a мероприятие back; the whole is no longer agreed either."""
    line = _own_line(item, by)
    side = Side(side_of(by, line.program))
    if getattr(line, FIELD_OF[side]) is None:
        return line
    setattr(line, FIELD_OF[side], None)
    line.save(update_fields=[FIELD_OF[side]])
    _take_back_whole(line.program, side)
    record("programs.item.agreement_taken_back", subject=line.program, by=by)
    return line


@command
def agree_program(*, program: Program, by: Actor) -> Program:
    """Agree to the whole programme by one button; when both sides have, it may go into an order."""
    stored = _writable(program)
    require(access.can_agree(by, stored))
    if found := faults_of(stored):
        raise Refusal(f"Согласовать пока нельзя. {found[0]}")
    agree_for(stored, person=_person(by), by=by)
    return stored


def agree_for(program: Program, *, person: Person, by: Actor) -> None:
    """Write down that a person of the pair agrees to the whole; the caller has locked and checked the programme."""
    side = Side.MENTOR if program.mentorship.mentor.person_id == person.pk else Side.MENTEE
    if side == Side.MENTEE:
        MenteeAgreement.objects.get_or_create(program=program, person=person, defaults={"agreed_at": clock.now()})
        if not _all_mentees_agree(program):
            record("programs.program.agreed", subject=program, by=by)
            return
    _agree_side(program, side)
    record("programs.program.agreed", subject=program, by=by)
    notifications.agreed(program, side=side)


def _agree_side(program: Program, side: Side) -> None:
    field, moment = FIELD_OF[side], clock.now()
    setattr(program, field, getattr(program, field) or moment)
    if program.mentor_agreed_at and program.mentee_agreed_at and program.state == ProgramState.DRAFT:
        PROGRAM.move(program, "agree")
    program.save(update_fields=[field, "state"])
    program.items.filter(removed_at=None, **{field: None}).update(**{field: moment})


def _all_mentees_agree(program: Program) -> bool:
    mentees = set(program.mentorship.mentees.values_list("person_id", flat=True))
    return mentees <= set(MenteeAgreement.objects.filter(program=program).values_list("person_id", flat=True))


def _take_back_whole(program: Program, side: Side) -> None:
    if side == Side.MENTEE:
        MenteeAgreement.objects.filter(program=program).delete()
    setattr(program, FIELD_OF[side], None)
    PROGRAM.move(program, "edit")
    program.save(update_fields=["state", FIELD_OF[side]])


def _writable(program: Program) -> Program:
    stored = locked(program)
    PROGRAM.check(stored, "edit")
    return stored


def _own_line(item: ProgramItem, by: Actor) -> ProgramItem:
    stored = _writable(item.program)
    require(access.can_agree(by, stored))
    line = ProgramItem.objects.select_for_update().get(pk=item.pk)
    if line.removed_at is not None:
        raise Stale(GONE)
    line.program = stored
    return line


def _person(by: Actor) -> Person:
    return Person.objects.get(pk__in=by.own_ids)
