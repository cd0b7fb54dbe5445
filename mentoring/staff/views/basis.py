"""Step 0: the basis of processing."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.selectors import story
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents.access import can_keep_papers
from mentoring.staff import access, selectors
from mentoring.staff.actions import draft_basis_paper, end_basis, record_basis
from mentoring.staff.forms.basis import BasisForm
from mentoring.staff.views import scope
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page


@require_http_methods(["GET", "POST"])
def basis(request: ActorRequest) -> HttpResponse:
    """Show the basis in force, or take the one form of step 0."""
    page = scope.of_basis(request)
    if request.method == "POST":
        require(access.can_record_basis(request.actor, page.organization))
    form = BasisForm(scope.posted(request), initial=selectors.basis_draft(request.actor, page.organization))
    if request.method == "POST" and form.is_valid():
        try:
            record_basis(
                organization=page.organization, facts=form.facts(), today=page.organization.today(), by=request.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Основание записано. Теперь можно загрузить список педагогов.")
            return redirect(reverse("staff:basis") + page.query)
    return render_page(request, "staff/basis.html", _context(request, page, form), status=422 if form.errors else 200)


def _context(request: ActorRequest, page: scope.Scope, form: BasisForm) -> dict[str, object]:
    found = selectors.basis_of(request.actor, page.organization)
    return {
        "page": page,
        "form": form,
        "basis": found,
        "history": story(found) if found else (),
        "may_record": access.can_record_basis(request.actor, page.organization),
        "may_keep": access.can_keep_staff(request.actor, page.organization),
        "may_draft": can_keep_papers(request.actor, page.organization),
    }


@require_POST
def basis_paper(request: ActorRequest) -> HttpResponse:
    """Prepare the order for a basis recorded before a head was appointed."""
    page = scope.of_basis(request)
    found = selectors.basis_of(request.actor, page.organization)
    if found is not None:
        draft_basis_paper(basis=found, today=page.organization.today(), by=request.actor)
        tell(request, "Приказ подготовлен: откройте его, напечатайте и подпишите.")
    return redirect(reverse("staff:basis") + page.query)


@require_POST
def basis_end(request: ActorRequest) -> HttpResponse:
    """End the basis in force, so that a new one can be recorded."""
    page = scope.of_basis(request)
    found = selectors.basis_of(request.actor, page.organization)
    if found is not None:
        end_basis(basis=found, today=page.organization.today(), by=request.actor)
        tell(request, "Прежнее основание закончено. Запишите новое: до этого загружать список нельзя.", tone="now")
    return redirect(reverse("staff:basis") + page.query)
