"""The plan of a loaded list: look, decide, load, undo."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.selectors import story
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.wording import counted
from mentoring.staff import selectors, storage
from mentoring.staff.actions import (
    PlanOutdated,
    apply_list,
    assign_columns,
    decide_rows,
    drop_list,
    plan_list,
    read_loaded,
    settle_errors,
    undo_list,
)
from mentoring.staff.actions.loading import mapping_of
from mentoring.staff.choices import ImportState
from mentoring.staff.forms.loading import ColumnsForm, choices_in, version_in
from mentoring.staff.imports.bad_rows import bad_rows_workbook
from mentoring.staff.imports.page import plan_page, summary
from mentoring.staff.imports.plan import build_plan
from mentoring.staff.models import StaffImport
from mentoring.staff.views.listing import xlsx
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

ROWS_A_PAGE = 100
TEMPLATES: dict[str, str] = {
    ImportState.QUEUED: "staff/import_waiting.html",
    ImportState.PLANNED: "staff/import_plan.html",
}


@require_safe
def import_detail(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Show a list in whatever state it is: being read, waiting for a decision, loaded, undone."""
    loaded = _found(request, public_id)
    context: dict[str, object] = {"loaded": loaded, "summary": summary(loaded), "trail": _trail(request, loaded)}
    if loaded.state == ImportState.PLANNED:
        context |= _planned(request, loaded)
    elif loaded.state != ImportState.QUEUED:
        context |= {"history": story(loaded), "may_undo": loaded.state == ImportState.APPLIED}
    return render_page(request, TEMPLATES.get(loaded.state, "staff/import_done.html"), context)


@require_POST
def import_columns(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take columns assigned by hand and plan the file anew."""
    loaded = _found(request, public_id)
    form = ColumnsForm(request.POST, columns=loaded.plan.get("columns", []))
    if form.is_valid():
        mapping = {**mapping_of(loaded), **form.mapping()}
        assigned = assign_columns(
            loaded=loaded, mapping=mapping, version=form.cleaned_data["version"], by=request.actor
        )
        plan_list(loaded=assigned, by=request.actor)
        tell(request, "Столбцы назначены, файл прочитан заново.")
    return redirect("staff:import_detail", public_id)


@require_POST
def import_choices(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take the answers to the questions of a list."""
    loaded = _found(request, public_id)
    told = choices_in(request.POST, loaded.plan)
    decide_rows(loaded=loaded, choices=told, version=version_in(request.POST), by=request.actor)
    tell(request, "Ответы записаны.")
    return redirect(reverse("staff:import_detail", args=[public_id]) + f"?tab={request.POST.get('tab', '')[:20]}")


@require_POST
def import_apply(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Load the list; when the staff has changed meanwhile, plan it anew and say so."""
    loaded = _found(request, public_id)
    today = loaded.organization.today()
    try:
        done = apply_list(loaded=loaded, version=version_in(request.POST), today=today, by=request.actor)
    except PlanOutdated as outdated:
        plan_list(loaded=loaded, by=request.actor)
        tell(request, outdated.message, tone="now")
        return redirect("staff:import_detail", public_id)
    people = counted(done.counts["new"] + done.counts["changed"], "человек", "человека", "человек")
    tell(request, f"Список загружен: {people}.", undo_url=reverse("staff:import_undo", args=[public_id]))
    return redirect("staff:import_detail", public_id)


@require_POST
def import_undo(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take the last load back."""
    undo_list(loaded=_found(request, public_id), by=request.actor)
    tell(request, "Загрузка отменена: список стоит так, как стоял до неё.")
    return redirect("staff:import_detail", public_id)


@require_POST
def import_drop(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Give a list up before anything was written."""
    loaded = _found(request, public_id)
    drop_list(loaded=loaded, by=request.actor)
    tell(request, "Список не загружен, файл удалён.")
    return redirect(selectors.imports_url(request.actor, loaded.organization))


@require_POST
def import_settle(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Say that the errors need nothing more."""
    settle_errors(loaded=_found(request, public_id), by=request.actor)
    tell(request, "Отмечено: с ошибками этого списка больше ничего делать не нужно.")
    return redirect("staff:import_detail", public_id)


@require_safe
def import_bad_rows(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Give the rows with errors as a spreadsheet to mend and load again."""
    loaded = _found(request, public_id)
    workbook = read_workbook(storage.path_of(loaded.path))
    staff = read_loaded(loaded, workbook, today=loaded.organization.today())
    return xlsx(bad_rows_workbook(build_plan(staff), workbook), name="stroki-s-oshibkami")


def _found(request: ActorRequest, public_id: UUID) -> StaffImport:
    visible = StaffImport.objects.visible_to(request.actor).select_related("organization__territory")
    return get_object_or_404(visible, public_id=public_id)


def _planned(request: ActorRequest, loaded: StaffImport) -> dict[str, object]:
    url = reverse("staff:import_detail", args=[loaded.public_id])
    page = plan_page(loaded, tab=request.GET.get("tab", ""), url=url)
    return {
        "plan": page,
        "numbers": Paginator(page.lines, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "columns": ColumnsForm(initial={"version": loaded.version}, columns=loaded.plan["columns"]),
    }


def _trail(request: ActorRequest, loaded: StaffImport) -> list[Link]:
    organization = loaded.organization
    return [
        Link(title="Педагоги", url=selectors.list_url(request.actor, organization)),
        Link(title="Загрузки", url=selectors.imports_url(request.actor, organization)),
    ]
