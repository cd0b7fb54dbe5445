"""The head of a programme: term and forms, the note, dates anew, who considered it."""

import uuid
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.programs import access, actions
from mentoring.programs.forms.merging import MergingForm
from mentoring.programs.forms.plans import ConsiderationForm, NoteForm, ShapeForm
from mentoring.programs.models import Program
from mentoring.programs.selectors.drafting import new_stretches
from mentoring.programs.views.saving import Conflict, save_merged
from mentoring.programs.views.scope import program_of, to_program
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page

TITLES: Final = {ShapeForm: "Срок, форма и виды", NoteForm: "Пояснительная записка"}


@require_http_methods(["GET", "POST"])
def program_shape(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change the term, forms, kinds, area and the way of meeting."""
    return _edit(request, program_of(request, public_id), ShapeForm)


@require_http_methods(["GET", "POST"])
def program_note(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change the explanatory note."""
    return _edit(request, program_of(request, public_id), NoteForm)


@require_POST
def program_respread(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Spread the мероприятия over the present term anew."""
    program = program_of(request, public_id)
    moved = actions.respread(program=program, stretches=new_stretches(program), by=request.actor)
    words = "Даты распределены заново, каникулы и выходные обойдены." if moved else "Даты уже распределены так же."
    tell(request, words, tone="good" if moved else "quiet")
    return redirect("programs:program_detail", program.public_id)


@require_http_methods(["GET", "POST"])
def program_consideration(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write down who considered the programme and in which minutes: an office, not the pair itself."""
    program = program_of(request, public_id)
    require(access.can_lead(request.actor, program.organization))
    initial = {
        "body": program.considered_by,
        "number": program.considered_number,
        "held_on": program.considered_on,
        "version": program.version,
    }
    form = ConsiderationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_consideration(program=program, by=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Записано: это будет стоять в грифе «Рассмотрено».")
            return redirect("programs:program_detail", program.public_id)
    context = {"program": program, "form": form, "title": "Рассмотрено", "trail": to_program(program)}
    return render_page(request, "programs/program_form.html", context, status=422 if form.errors else 200)


def _edit(request: ActorRequest, program: Program, kind: type[MergingForm]) -> HttpResponse:
    require(access.can_edit(request.actor, program))
    form = kind(request.POST or None, initial=kind.initial_of(program))
    conflict, status = None, 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                conflict = _save(request, program, form)
                if conflict is None:
                    tell(request, "Сохранено. Обе стороны согласуют программу заново.")
                    return redirect("programs:program_detail", program.public_id)
                form, status = form.reopened(program), 409
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    context = {"program": program, "form": form, "conflict": conflict, "title": TITLES[kind]}
    return render_page(request, "programs/program_form.html", context | {"trail": to_program(program)}, status=status)


def _save(request: ActorRequest, program: Program, form: MergingForm) -> Conflict | None:
    return save_merged(
        form,
        program,
        lambda values, version: actions.edit_program(
            program=program, changes=values, version=version, today=program.organization.today(), by=request.actor
        ),
    )
