"""The page of a programme and what is said on it by one button."""

import uuid
from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.programs import access, actions
from mentoring.programs.models import Program
from mentoring.programs.selectors.card import program_page
from mentoring.programs.views.scope import program_of, to_list, to_program
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page, wants_fragment
from mentoring.ui.repeats import repeatable


@require_safe
def program_detail(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Who, how long, to what end, the plan line by line, agreement, papers, history."""
    return card(request, program_of(request, public_id))


@require_POST
def program_agree(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Agree to the whole programme for one's own side."""
    program = program_of(request, public_id)
    agreed = actions.agree_program(program=program, by=request.actor)
    whole = agreed.mentor_agreed_at and agreed.mentee_agreed_at
    tell(request, "Программу согласовали обе стороны." if whole else "Согласовано вами. Ждём вторую сторону.")
    return redirect("programs:program_detail", program.public_id)


@require_POST
def program_accept(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Accept the draft for the organisation."""
    program = program_of(request, public_id)
    done = actions.accept_programs(organization=program.organization, programs=[program], by=request.actor)
    for _, reason in done.lacking:
        tell(request, reason, tone="now")
    if done.accepted:
        tell(request, "Программа принята. Можно готовить документы к подписи.")
    return redirect("programs:program_detail", program.public_id)


@repeatable
@require_POST
def program_paper(request: ActorRequest, public_id: uuid.UUID, form: str) -> HttpResponse:
    """Make the programme a paper with its present text and hand it over as Word or PDF."""
    program = program_of(request, public_id)
    document = actions.make_program_paper(program=program, today=program.organization.today(), by=request.actor)
    return redirect(f"documents:document_{form}", document.public_id)


@require_POST
def program_replace(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Let the signed papers of the pair go, so that terms may be changed and signed anew."""
    program = program_of(request, public_id)
    actions.replace_papers(program=program, today=program.organization.today(), by=request.actor)
    tell(request, "Подписи сняты: измените срок или условия и подготовьте документы заново.", tone="now")
    return redirect("programs:program_detail", program.public_id)


@require_http_methods(["GET", "POST"])
def step_out(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say no before the order: one question, no reason."""
    program = program_of(request, public_id)
    require(access.can_step_out(request.actor, program))
    if request.method == "POST":
        actions.step_out(program=program, today=program.organization.today(), by=request.actor)
        tell(request, "Готово: вы не участвуете в этой паре. Объяснять ничего не нужно.", tone="quiet")
        return redirect("workspace:home")
    context = {"program": program, "trail": to_program(program)}
    return render_page(request, "programs/step_out.html", context)


def card(
    request: ActorRequest,
    program: Program,
    more: Mapping[str, object] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The page of a programme, to htmx its content alone; `more` puts a line of it into editing."""
    page = program_page(request.actor, program, today=program.organization.today())
    context = {"page": page, "program": program, "trail": to_list(), **(more or {})}
    return render_page(request, "programs/program_detail.html", context, status=status, fragment="content")


def after_change(request: ActorRequest, program: Program, *, anchor: str) -> HttpResponse:
    """Back to the page at the place of the change; to htmx the fresh content under the address of the page."""
    address = reverse("programs:program_detail", args=[program.public_id]) + f"#{anchor}"
    if not wants_fragment(request):
        return redirect(address)
    answer = card(request, program_of(request, program.public_id))
    answer["HX-Replace-Url"] = address
    return answer
