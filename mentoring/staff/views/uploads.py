"""Bring a list in: upload, wait, template, earlier loads."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal, WrongState
from mentoring.staff import selectors, storage
from mentoring.staff.actions import plan_list, take_list
from mentoring.staff.forms.loading import UploadForm
from mentoring.staff.imports.template import template_workbook
from mentoring.staff.models import StaffImport
from mentoring.staff.views import scope
from mentoring.staff.views.listing import xlsx
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

PER_PAGE = 25
AT_ONCE_BYTES = 300 * 1024  # a smaller file is read while the person waits; a larger one by the worker


@require_http_methods(["GET", "POST"])
def import_upload(request: ActorRequest) -> HttpResponse:
    """Take a file and show what it would change; nothing is written into the staff yet."""
    page = scope.kept(request)
    if selectors.basis_of(request.actor, page.organization) is None:
        return render_page(request, "staff/basis_needed.html", {"page": page}, status=409)
    form = UploadForm(scope.posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("staff:import_detail", _taken(request, page, form).public_id)
        except Refusal as refusal:
            form.add_error("file", refusal.message)
    context = {"page": page, "form": form, "trail": trail_of(request, page)}
    return render_page(request, "staff/import_upload.html", context, status=422 if form.is_bound else 200)


def _taken(request: ActorRequest, page: scope.Scope, form: UploadForm) -> StaffImport:
    """Keep the file and note it; a small one is read at once."""
    upload = form.cleaned_data["file"]
    file = storage.put(upload.chunks())
    try:
        loaded = take_list(organization=page.organization, name=upload.name, file=file, by=request.actor)
    except Refusal:
        storage.remove(file.name)
        raise
    if file.size <= AT_ONCE_BYTES:
        try:
            loaded = plan_list(loaded=loaded, by=request.actor)
        except WrongState:
            return loaded  # the worker was quicker
    return loaded


@require_safe
def import_progress(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Tell the waiting page whether the list has been read."""
    loaded = get_object_or_404(StaffImport.objects.visible_to(request.actor), public_id=public_id)
    return render_page(request, "staff/parts/progress.html", {"loaded": loaded})


@require_safe
def import_list(request: ActorRequest) -> HttpResponse:
    """Show earlier loads."""
    page = scope.kept(request)
    found = selectors.imports_of(request.actor, page.organization)
    numbers = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "numbers": numbers, "trail": [list_link(request, page)]}
    return render_page(request, "staff/import_list.html", context)


@require_safe
def import_template(request: ActorRequest) -> HttpResponse:
    """Give an empty spreadsheet with our headings and one example."""
    scope.kept(request)
    return xlsx(template_workbook(), name="spisok-pedagogov")


def list_link(request: ActorRequest, page: scope.Scope) -> Link:
    """The way to the list of people."""
    return Link(title="Педагоги", url=selectors.list_url(request.actor, page.organization))


def trail_of(request: ActorRequest, page: scope.Scope) -> list[Link]:
    """The way down to a page about loading."""
    return [list_link(request, page), Link(title="Загрузки", url=reverse("staff:import_list") + page.query)]
