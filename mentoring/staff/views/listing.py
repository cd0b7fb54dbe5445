"""The list «Педагоги» and its export."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal
from mentoring.staff import access, exports, selectors
from mentoring.staff.actions import export_list
from mentoring.staff.forms.listing import ExportForm, StaffFilterForm
from mentoring.staff.views import scope
from mentoring.ui.pages import render_page
from mentoring.ui.repeats import repeatable

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def employment_list(request: ActorRequest) -> HttpResponse:
    """Show who works here, with search, conditions, order and pages."""
    page = scope.listed(request)
    today = page.organization.today()
    query, form = _asked(request, page)
    ids = selectors.staff_ids(request.actor, query, today=today)
    numbers = Paginator(ids, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "form": form,
        "words": query.words,
        "numbers": numbers,
        "rows": selectors.staff_rows(request.actor, list(numbers), today=today),
        "total": selectors.staff_count_of(page.organization, today=today),
        "is_filtered": any((query.words, *form.chosen().values())),
        "has_basis": selectors.basis_of(request.actor, page.organization) is not None,
        "may_keep": access.can_keep_staff(request.actor, page.organization),
    }
    return render_page(request, "staff/employment_list.html", context, fragment="found")


@repeatable
@require_http_methods(["GET", "POST"])
def employment_export(request: ActorRequest) -> HttpResponse:
    """Ask what for, then give the list as the conditions left it."""
    page = scope.kept(request)
    today = page.organization.today()
    query, _ = _asked(request, page)
    ids = selectors.staff_ids(request.actor, query, today=today)
    form = ExportForm(scope.posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            export_list(
                organization=page.organization, purpose=form.purpose_code(), employment_ids=ids, by=request.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            rows = selectors.staff_rows(request.actor, ids, today=today)
            return xlsx(exports.staff_workbook(rows), name="pedagogi")
    context = {"page": page, "form": form, "count": len(ids), "back": request.GET.urlencode()}
    return render_page(request, "staff/employment_export.html", context, status=422 if form.errors else 200)


def xlsx(content: bytes, *, name: str) -> HttpResponse:
    """A spreadsheet to keep."""
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"', "Cache-Control": "no-store"},
    )


def _asked(request: ActorRequest, page: scope.Scope) -> tuple[selectors.StaffQuery, StaffFilterForm]:
    """What the address asks for, understood as far as it can be."""
    today = page.organization.today()
    show = request.GET.get("show", "")
    part = selectors.StaffQuery(organization_id=page.organization.pk, show=show)
    form = StaffFilterForm(request.GET, positions=selectors.positions_listed(request.actor, part, today=today))
    query = selectors.StaffQuery(
        organization_id=page.organization.pk,
        words=request.GET.get("q", "")[:200],
        sort=request.GET.get("sort", ""),
        **form.chosen(),
    )
    return query, form
