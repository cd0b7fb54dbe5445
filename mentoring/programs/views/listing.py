"""The list of programmes and its export; difficulties stand in neither."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.programs import access, exports
from mentoring.programs.actions import record_export
from mentoring.programs.forms.papers import ListForm
from mentoring.programs.selectors.listing import NEWEST_FIRST, ProgramQuery, program_list, program_rows
from mentoring.programs.views.scope import PER_PAGE, attachment
from mentoring.ui.pages import render_page

EXPORT_ROWS = 10_000


@require_safe
def program_list_page(request: ActorRequest) -> HttpResponse:
    """Programmes that the actor may see, by conditions."""
    form, query = _asked(request)
    found = program_list(request.actor, query)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "words": query.words,
        "page": page,
        "rows": program_rows(list(page)),
        "is_filtered": bool(query.words or query.state),
        "leads": request.actor.has_role(*access.LEADERS),
    }
    return render_page(request, "programs/program_list.html", context, fragment="found")


@require_safe
def program_export(request: ActorRequest) -> HttpResponse:
    """The same rows as a spreadsheet, for who leads."""
    require(access.leads_any(request.actor))
    _, query = _asked(request)
    found = list(program_list(request.actor, query)[:EXPORT_ROWS])
    for organization in sorted({program.organization for program in found}, key=lambda one: one.pk):
        require(access.can_lead(request.actor, organization))
        record_export(organization=organization, by=request.actor)
    return attachment(exports.programs_workbook(program_rows(found)), name="programmy")


def _asked(request: ActorRequest) -> tuple[ListForm, ProgramQuery]:
    form = ListForm(request.GET)
    form.is_valid()
    given = form.cleaned_data
    words, state = given.get("q") or "", given.get("state") or ""
    return form, ProgramQuery(words=words, state=state, sort=request.GET.get("sort", NEWEST_FIRST))
