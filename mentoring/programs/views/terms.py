"""Terms of the mentor's work: usual ones of the МОО and those of one pair."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.programs import access, actions
from mentoring.programs.forms.papers import PairTermsForm, TermsForm, terms_initial
from mentoring.programs.models import Program
from mentoring.programs.selectors.checks import defaults_of
from mentoring.programs.views import scope
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page


@require_http_methods(["GET", "POST"])
def defaults(request: ActorRequest) -> HttpResponse:
    """What the МОО offers every mentor."""
    place = scope.led(request)
    stored = defaults_of(place.organization)
    form = TermsForm(request.POST or None, initial=terms_initial(stored))
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                version = form.cleaned_data["version"]
                actions.set_defaults(
                    organization=place.organization,
                    terms=form.terms(),
                    version=version,
                    today=place.today,
                    by=request.actor,
                )
                tell(request, "Обычные условия записаны: их получили пары, у которых своих ещё нет.")
                return redirect(reverse("programs:path") + place.query)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    context = {"place": place, "form": form, "trail": scope.to_path()}
    return render_page(request, "programs/defaults.html", context, status=status)


@require_http_methods(["GET", "POST"])
def program_terms(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """What is offered to the mentor of this pair."""
    program = scope.program_of(request, public_id)
    require(access.can_lead(request.actor, program.organization))
    form = PairTermsForm(request.POST or None, initial=terms_initial(program.terms))
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                _save(request, program, form)
                tell(request, "Условия записаны. Если документы уже напечатаны, напечатайте их заново.")
                return redirect("programs:program_detail", program.public_id)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    context = {"program": program, "form": form, "title": "Условия работы наставника"}
    return render_page(request, "programs/terms.html", context | {"trail": scope.to_program(program)}, status=status)


def _save(request: ActorRequest, program: Program, form: PairTermsForm) -> None:
    actions.edit_terms(
        program=program,
        terms=form.terms(),
        contract=form.contract(),
        version=form.cleaned_data["version"],
        today=program.organization.today(),
        by=request.actor,
    )
