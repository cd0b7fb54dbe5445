"""The register of organisations: list, export, a new one."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.audit.requests import actor_of, user_of
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.organizations import access
from mentoring.organizations.actions import Names, NewOrganization, note_export, register_organization
from mentoring.organizations.exports import register_workbook
from mentoring.organizations.forms import RegisterConditions, RegisterForm
from mentoring.organizations.models import Organization
from mentoring.organizations.selectors import RegisterFilter, register, territories_of
from mentoring.ui.downloads import dated_name, download
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

PAGE_ROWS = 50
SORTS = {
    "name": ("search", "pk"),
    "-name": ("-search", "pk"),
    "type": ("type", "search", "pk"),
    "-type": ("-type", "search", "pk"),
    "territory": ("territory__name", "search", "pk"),
    "-territory": ("-territory__name", "search", "pk"),
}


@require_safe
def organization_list(request: HttpRequest) -> HttpResponse:
    """Organisations that the actor may see."""
    actor = actor_of(request)
    found, form, is_narrowed = _found(request)
    page = Paginator(found, PAGE_ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "form": form,
        "words": request.GET.get("q", ""),
        "is_narrowed": is_narrowed,
        "may_register": access.can_register(actor),
        "today": clock.today(),
    }
    return render_page(request, "organizations/organization_list.html", context)


@require_safe
def organization_export(request: HttpRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    found, _, _ = _found(request)
    note_export(subject=user_of(request), by=actor_of(request))
    return download(register_workbook(found), name=dated_name("Организации", clock.today()))


@require_http_methods(["GET", "POST"])
def organization_add(request: HttpRequest) -> HttpResponse:
    """Put an organisation into the register."""
    actor = actor_of(request)
    require(access.can_register(actor))
    form = RegisterForm(request.POST or None, territories=territories_of(actor))
    if request.method == "POST" and form.is_valid():
        try:
            given = _given(form.cleaned_data)
            made = register_organization(given=given, today=given.territory.today(), by=actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Организация в реестре. Теперь назначьте её руководителя.")
            return redirect("organizations:organization_detail", made.public_id)
    context = {"form": form, "trail": trail()}
    return render_page(request, "organizations/organization_add.html", context, status=422 if form.errors else 200)


def trail() -> list[Link]:
    """The way down to a page of the register."""
    return [Link(title="Организации", url="/organizations/")]


def _found(request: HttpRequest) -> tuple[QuerySet[Organization], RegisterConditions, bool]:
    actor = actor_of(request)
    form = RegisterConditions(request.GET, territories=territories_of(actor))
    form.is_valid()
    values: dict[str, Any] = {name: form.cleaned_data.get(name) for name in form.fields}
    narrowed = RegisterFilter(
        words=values["q"] or "",
        type=values["type"] or "",
        territory=str(values["territory"].public_id) if values["territory"] else "",
        state=values["state"] or "",
    )
    found = register(actor, narrowed, today=clock.today())
    order = SORTS.get(request.GET.get("sort", ""), SORTS["name"])
    return found.order_by(*order), form, narrowed != RegisterFilter()


def _given(values: dict[str, Any]) -> NewOrganization:
    names = Names(full_name=values["full_name"], short_name=values["short_name"])
    rest = {name: values[name] for name in ("type", "territory", "code", "place", "week_days", "opened_on")}
    return NewOrganization(names=names, **rest)
