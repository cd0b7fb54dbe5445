"""Lines of the plan in place: add, edit, move, remove with undo, agree."""

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.programs import access, actions
from mentoring.programs.forms.plans import ItemForm
from mentoring.programs.models import Program, ProgramItem
from mentoring.programs.selectors.card import item_of
from mentoring.programs.views.cards import after_change, card
from mentoring.programs.views.saving import Conflict, save_merged
from mentoring.programs.views.scope import program_of
from mentoring.ui.messages import tell


@require_http_methods(["GET", "POST"])
def item_add(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write one's own мероприятие."""
    program = program_of(request, public_id)
    require(access.can_edit(request.actor, program))
    form = ItemForm(request.POST or None, program=program, initial={"aimed_at": "difficulty", "responsible": "both"})
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                added = actions.add_item(program=program, item=form.input(), by=request.actor)
                return after_change(request, program, anchor=f"item-{added.public_id}")
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    return card(request, program, {"new_item": form}, status=status)


@require_http_methods(["GET", "POST"])
def item_edit(request: ActorRequest, public_id: uuid.UUID, item_id: uuid.UUID) -> HttpResponse:
    """Edit a line where it stands; what somebody else has changed meanwhile is merged or shown beside."""
    program = program_of(request, public_id)
    require(access.can_edit(request.actor, program))
    item = _item(program, item_id)
    if request.method != "POST":
        form = ItemForm(initial=ItemForm.initial_of(item), program=program)
        return card(request, program, {"editing": item, "item_form": form})
    form = ItemForm(request.POST, program=program)
    conflict, status = None, 422
    try:
        if form.is_valid():
            conflict = _save(request, item, form)
            if conflict is None:
                return after_change(request, program, anchor=f"item-{item.public_id}")
            form, status = form.reopened(item), 409
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        status = refusal.status
    return card(request, program_of(request, public_id), _kept(item, form, conflict), status=status)


@require_POST
def item_move(request: ActorRequest, public_id: uuid.UUID, item_id: uuid.UUID, up: bool) -> HttpResponse:
    """Put a line one place higher or lower."""
    program = program_of(request, public_id)
    item = _item(program, item_id)
    actions.move_item(item=item, up=up, by=request.actor)
    return after_change(request, program, anchor=f"item-{item.public_id}")


@require_POST
def item_remove(request: ActorRequest, public_id: uuid.UUID, item_id: uuid.UUID) -> HttpResponse:
    """Take a line out; the message has a way back."""
    program = program_of(request, public_id)
    item = _item(program, item_id)
    actions.remove_item(item=item, version=item.version, by=request.actor)
    undo = reverse("programs:item_restore", args=[program.public_id, item.public_id])
    tell(request, "Мероприятие убрано.", tone="quiet", undo_url=undo, undo="Вернуть")
    return after_change(request, program, anchor="plan")


@require_POST
def item_restore(request: ActorRequest, public_id: uuid.UUID, item_id: uuid.UUID) -> HttpResponse:
    """Put a removed line back."""
    program = program_of(request, public_id)
    item = _item(program, item_id)
    actions.restore_item(item=item, by=request.actor)
    return after_change(request, program, anchor=f"item-{item.public_id}")


@require_POST
def item_agree(request: ActorRequest, public_id: uuid.UUID, item_id: uuid.UUID) -> HttpResponse:
    """Say «согласен» or «согласна» to a line, or take it back."""
    program = program_of(request, public_id)
    item = _item(program, item_id)
    if "back" in request.POST:
        actions.take_back_item_agreement(item=item, by=request.actor)
    else:
        actions.agree_item(item=item, by=request.actor)
    return after_change(request, program, anchor=f"item-{item.public_id}")


def _save(request: ActorRequest, item: ProgramItem, form: ItemForm) -> Conflict | None:
    return save_merged(
        form,
        item,
        lambda values, version: actions.edit_item(
            item=item, changes=form.input(dict(values)), version=version, by=request.actor
        ),
    )


def _kept(item: ProgramItem, form: ItemForm, conflict: Conflict | None) -> dict[str, object]:
    """The typed text at its line; when the line is gone meanwhile, as a new one."""
    item.refresh_from_db(fields=["removed_at"])
    if item.removed_at is not None:
        return {"new_item": form}
    return {"editing": item, "item_form": form, "conflict": conflict}


def _item(program: Program, item_id: uuid.UUID) -> ProgramItem:
    item = item_of(program, item_id)
    if item is None:
        raise Http404
    return item
