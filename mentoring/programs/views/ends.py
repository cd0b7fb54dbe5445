"""An early end: notice, its earliest day, taking it back; no reason is asked and nobody is to blame."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.programs import access, actions
from mentoring.programs.choices import EndInitiator, Side
from mentoring.programs.forms.papers import EndForm
from mentoring.programs.models import EarlyEnd, Program
from mentoring.programs.rules.notice import earliest_end
from mentoring.programs.views.scope import program_of, to_program
from mentoring.reference.books import calendar
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page

OWN = {Side.MENTOR: EndInitiator.MENTOR, Side.MENTEE: EndInitiator.MENTEE}


@require_http_methods(["GET", "POST"])
def end_notice(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write a notice down; its paper is prepared at once."""
    program = program_of(request, public_id)
    require(access.can_end(request.actor, program))
    form = _form(request, program)
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                today = program.organization.today()
                end = actions.give_notice(program=program, notice=form.notice(), today=today, by=request.actor)
                tell(request, f"Записано: пара не действует с {end.ends_on:%d.%m.%Y}. Дальше — приказ о прекращении.")
                return redirect("programs:program_detail", program.public_id)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    context = {"program": program, "form": form, "trail": to_program(program)}
    return render_page(request, "programs/end_notice.html", context, status=status)


@require_POST
def end_take_back(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take the notice back while the order is not drafted."""
    program = program_of(request, public_id)
    ends = EarlyEnd.objects.visible_to(request.actor).select_related("program")
    actions.take_notice_back(end=get_object_or_404(ends, program=program), by=request.actor)
    tell(request, "Уведомление снято: пара продолжает работу.")
    return redirect("programs:program_detail", program.public_id)


def _form(request: ActorRequest, program: Program) -> EndForm:
    today, week = program.organization.today(), program.organization.week_days
    initiators = _initiators(request, program)
    earliest = earliest_end(today, initiator=EndInitiator.MENTOR, calendar=calendar(), week=week)
    ends_on = max(earliest, program.starts_on)
    initial = {"initiator": initiators[0][0], "given_on": today, "ends_on": ends_on, "seeks_new": True}
    return EndForm(request.POST or None, initiators=initiators, earliest=earliest, initial=initial)


def _initiators(request: ActorRequest, program: Program) -> list[tuple[str, str]]:
    if access.can_lead(request.actor, program.organization):
        return [(str(code), str(title)) for code, title in EndInitiator.choices]
    side = Side.MENTOR if access.is_mentor(request.actor, program) else Side.MENTEE
    return [(OWN[side].value, str(OWN[side].label))]
