"""Lines of a programme: each keeps its own version, so that two people editing one line lose nothing (R-1.3)."""

from django.db.models import Max

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Stale
from mentoring.programs.actions.common import GONE, check_version, opened, reopen
from mentoring.programs.inputs import ItemInput
from mentoring.programs.models import Program, ProgramItem


@command
def add_item(*, program: Program, item: ItemInput, by: Actor) -> ProgramItem:
    """Add a мероприятие at the end of the plan."""
    stored = opened(program, by)
    last = stored.items.aggregate(last=Max("position"))["last"] or 0
    added = ProgramItem.objects.create(
        program=stored, position=last + 1, activity_code=item.activity_code, **item.values()
    )
    if not item.activity_code:
        _note_difficulties(stored)
    reopen(stored)
    record("programs.item.added", subject=stored, by=by)
    return added


@command
def edit_item(*, item: ProgramItem, changes: ItemInput, version: int, by: Actor) -> ProgramItem:
    """Change a мероприятие; both agreements to it are taken back. Raises Stale when the line has a newer text."""
    stored = opened(item.program, by)
    line = _line(item)
    check_version(line.version, version)
    changed = [name for name, value in changes.values().items() if getattr(line, name) != value]
    if not changed:
        return line
    for name in changed:
        setattr(line, name, getattr(changes, name))
    line.mentor_agreed_at = line.mentee_agreed_at = None
    line.version += 1
    line.save(update_fields=[*changed, "mentor_agreed_at", "mentee_agreed_at", "version"])
    if {"aimed_at", "aimed_text"} & set(changed):
        _note_difficulties(stored)
    reopen(stored)
    record("programs.item.edited", subject=line, by=by, organization_id=stored.organization_id, fields=changed)
    return line


@command
def move_item(*, item: ProgramItem, up: bool, by: Actor) -> None:
    """Put a мероприятие one line higher or lower; agreements stay, for the text is the same."""
    stored = opened(item.program, by)
    lines = list(ProgramItem.objects.filter(program=stored, removed_at=None).order_by("position", "due_on", "pk"))
    place = next((number for number, line in enumerate(lines) if line.pk == item.pk), None)
    if place is None:
        raise Stale(GONE)
    other = place - 1 if up else place + 1
    if 0 <= other < len(lines):
        lines[place], lines[other] = lines[other], lines[place]
    for number, line in enumerate(lines, start=1):
        ProgramItem.objects.filter(pk=line.pk).update(position=number)
    record("programs.item.moved", subject=stored, by=by)


@command
def remove_item(*, item: ProgramItem, version: int, by: Actor) -> None:
    """Take a мероприятие out of the plan; it can be put back. Raises Stale when it has changed meanwhile."""
    stored = opened(item.program, by)
    line = _line(item)
    check_version(line.version, version)
    line.removed_at = clock.now()
    line.version += 1
    line.save(update_fields=["removed_at", "version"])
    reopen(stored)
    record("programs.item.removed", subject=stored, by=by)


@command
def restore_item(*, item: ProgramItem, by: Actor) -> ProgramItem:
    """Put a removed мероприятие back where it stood; both sides agree to it anew."""
    stored = opened(item.program, by)
    line = ProgramItem.objects.select_for_update().get(pk=item.pk)
    if line.removed_at is None:
        return line
    line.removed_at = line.mentor_agreed_at = line.mentee_agreed_at = None
    line.version += 1
    line.save(update_fields=["removed_at", "mentor_agreed_at", "mentee_agreed_at", "version"])
    reopen(stored)
    record("programs.item.restored", subject=stored, by=by)
    return line


def _line(item: ProgramItem) -> ProgramItem:
    line = ProgramItem.objects.select_for_update().get(pk=item.pk)
    if line.removed_at is not None:
        raise Stale(GONE)
    return line


def _note_difficulties(program: Program) -> None:
    """Somebody has thought of what this very person finds hard: the programme is no copy of a template (R-2.3)."""
    program.difficulties_edited_at = clock.now()
    program.save(update_fields=["difficulties_edited_at"])
