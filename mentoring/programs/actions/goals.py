"""Goals of a programme; each keeps its own version."""

from django.db.models import Max

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Stale
from mentoring.programs.actions.common import GONE, check_version, opened, reopen
from mentoring.programs.inputs import GOAL_FIELDS, GoalInput
from mentoring.programs.models import Program, ProgramGoal


@command
def add_goal(*, program: Program, goal: GoalInput, by: Actor) -> ProgramGoal:
    """Add a goal."""
    stored = opened(program, by)
    last = stored.goals.aggregate(last=Max("position"))["last"] or 0
    added = ProgramGoal.objects.create(program=stored, position=last + 1, text=goal.text, measure=goal.measure)
    reopen(stored)
    record("programs.goal.added", subject=stored, by=by)
    return added


@command
def edit_goal(*, goal: ProgramGoal, changes: GoalInput, version: int, by: Actor) -> ProgramGoal:
    """Change a goal. Raises Stale when it has a newer text."""
    stored = opened(goal.program, by)
    line = _line(goal)
    check_version(line.version, version)
    changed = [name for name in GOAL_FIELDS if getattr(line, name) != getattr(changes, name)]
    if not changed:
        return line
    for name in changed:
        setattr(line, name, getattr(changes, name))
    line.version += 1
    line.save(update_fields=[*changed, "version"])
    reopen(stored)
    record("programs.goal.edited", subject=line, by=by, organization_id=stored.organization_id, fields=changed)
    return line


@command
def remove_goal(*, goal: ProgramGoal, version: int, by: Actor) -> None:
    """Take a goal out; it can be put back. Raises Stale."""
    stored = opened(goal.program, by)
    line = _line(goal)
    check_version(line.version, version)
    line.removed_at = clock.now()
    line.version += 1
    line.save(update_fields=["removed_at", "version"])
    reopen(stored)
    record("programs.goal.removed", subject=stored, by=by)


@command
def restore_goal(*, goal: ProgramGoal, by: Actor) -> ProgramGoal:
    """Put a removed goal back where it stood."""
    stored = opened(goal.program, by)
    line = ProgramGoal.objects.select_for_update().get(pk=goal.pk)
    if line.removed_at is None:
        return line
    line.removed_at = None
    line.version += 1
    line.save(update_fields=["removed_at", "version"])
    reopen(stored)
    record("programs.goal.restored", subject=stored, by=by)
    return line


def _line(goal: ProgramGoal) -> ProgramGoal:
    line = ProgramGoal.objects.select_for_update().get(pk=goal.pk)
    if line.removed_at is not None:
        raise Stale(GONE)
    return line
