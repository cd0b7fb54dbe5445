"""Goals in place: add, edit, remove with undo."""

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.programs import access, actions
from mentoring.programs.forms.plans import GoalForm
from mentoring.programs.models import Program, ProgramGoal
from mentoring.programs.selectors.card import goal_of
from mentoring.programs.views.cards import after_change, card
from mentoring.programs.views.saving import Conflict, save_merged
from mentoring.programs.views.scope import program_of
from mentoring.ui.messages import tell


@require_http_methods(["GET", "POST"])
def goal_add(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write one more goal."""
    program = program_of(request, public_id)
    require(access.can_edit(request.actor, program))
    form = GoalForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                actions.add_goal(program=program, goal=form.input(), by=request.actor)
                return after_change(request, program, anchor="goals")
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    return card(request, program, {"new_goal": form}, status=status)


@require_http_methods(["GET", "POST"])
def goal_edit(request: ActorRequest, public_id: uuid.UUID, goal_id: uuid.UUID) -> HttpResponse:
    """Edit a goal where it stands."""
    program = program_of(request, public_id)
    require(access.can_edit(request.actor, program))
    goal = _goal(program, goal_id)
    if request.method != "POST":
        form = GoalForm(initial=GoalForm.initial_of(goal))
        return card(request, program, {"editing": goal, "goal_form": form})
    form = GoalForm(request.POST)
    conflict, status = None, 422
    try:
        if form.is_valid():
            conflict = _save(request, goal, form)
            if conflict is None:
                return after_change(request, program, anchor="goals")
            form, status = form.reopened(goal), 409
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        status = refusal.status
    return card(request, program_of(request, public_id), _kept(goal, form, conflict), status=status)


@require_POST
def goal_remove(request: ActorRequest, public_id: uuid.UUID, goal_id: uuid.UUID) -> HttpResponse:
    """Take a goal out; the message has a way back."""
    program = program_of(request, public_id)
    goal = _goal(program, goal_id)
    actions.remove_goal(goal=goal, version=goal.version, by=request.actor)
    undo = reverse("programs:goal_restore", args=[program.public_id, goal.public_id])
    tell(request, "Задача убрана.", tone="quiet", undo_url=undo, undo="Вернуть")
    return after_change(request, program, anchor="goals")


@require_POST
def goal_restore(request: ActorRequest, public_id: uuid.UUID, goal_id: uuid.UUID) -> HttpResponse:
    """Put a removed goal back."""
    program = program_of(request, public_id)
    actions.restore_goal(goal=_goal(program, goal_id), by=request.actor)
    return after_change(request, program, anchor="goals")


def _save(request: ActorRequest, goal: ProgramGoal, form: GoalForm) -> Conflict | None:
    return save_merged(
        form,
        goal,
        lambda values, version: actions.edit_goal(
            goal=goal, changes=form.input(dict(values)), version=version, by=request.actor
        ),
    )


def _kept(goal: ProgramGoal, form: GoalForm, conflict: Conflict | None) -> dict[str, object]:
    """The typed text at its goal; when the goal is gone meanwhile, as a new one."""
    goal.refresh_from_db(fields=["removed_at"])
    if goal.removed_at is not None:
        return {"new_goal": form}
    return {"editing": goal, "goal_form": form, "conflict": conflict}


def _goal(program: Program, goal_id: uuid.UUID) -> ProgramGoal:
    goal = goal_of(program, goal_id)
    if goal is None:
        raise Http404
    return goal
