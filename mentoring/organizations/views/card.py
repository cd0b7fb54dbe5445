"""One organisation: facts, history of names, settings; a new name, closing, joining to another."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.audit.requests import actor_of
from mentoring.audit.selectors import story
from mentoring.core.access import require
from mentoring.core.errors import Refusal, Stale
from mentoring.organizations import access
from mentoring.organizations.actions import (
    Names,
    change_settings,
    close_organization,
    merge_organization,
    rename_organization,
)
from mentoring.organizations.forms import WEEKS, CloseForm, MergeForm, RenameForm, SettingsForm
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Effect, effects_of_closing
from mentoring.organizations.selectors import names_of, successors_for
from mentoring.organizations.views.register import trail
from mentoring.ui.conflicts import differences, on_version, settled
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

LABELS = {
    "place": "Место составления документов",
    "head_title": "Должность руководителя",
    "week_days": "Рабочая неделя",
}


@require_safe
def organization_detail(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The card."""
    actor, organization = actor_of(request), _organization(request, public_id)
    context = {
        "organization": organization,
        "names": names_of(organization),
        "today": organization.today(),
        "week": dict(WEEKS)[organization.week_days],
        "may_edit": access.can_edit(actor, organization),
        "may_close": access.can_register(actor, organization.territory) and organization.closed_on is None,
        "joined": organization.merged.order_by("search", "pk"),
        "history": story(organization),
        "trail": trail(),
    }
    return render_page(request, "organizations/organization_detail.html", context)


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """The actor's own organisation; with several, their list."""
    found = list(
        Organization.objects.visible_to(actor_of(request)).filter(pk__in=actor_of(request).organization_ids)[:2]
    )
    if len(found) == 1:
        return redirect("organizations:organization_detail", found[0].public_id)
    return redirect("organizations:organization_list")


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where papers are made out, how the week goes."""
    organization = _organization(request, public_id)
    require(access.can_edit(actor_of(request), organization))
    stored = _stored_settings(organization)
    if request.method == "GET":
        form = SettingsForm(initial=stored | {"version": organization.version})
        return _settings_page(request, organization, form)
    data = settled(request.POST, stored)
    form = SettingsForm(data)
    if not form.is_valid():
        return _settings_page(request, organization, form, status=422)
    given, version = form.settings(), form.cleaned_data["version"]
    try:
        change_settings(organization=organization, settings=given, version=version, by=actor_of(request))
    except Stale:
        mine = {name: str(value) for name, value in asdict(given).items()}
        both = differences(mine, stored, labels=LABELS)
        form = SettingsForm(on_version(data, organization.version))
        return _settings_page(request, organization, form, status=409, differences=both)
    tell(request, "Настройки сохранены.")
    return redirect("organizations:organization_detail", public_id)


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A new name from a day on."""
    organization = _organization(request, public_id)
    require(access.can_edit(actor_of(request), organization))
    today = organization.today()
    names = {"full_name": organization.full_name, "short_name": organization.short_name}
    form = RenameForm(request.POST or None, initial=names | {"since": today})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        given = Names(full_name=values["full_name"], short_name=values["short_name"])
        since, basis, actor = values["since"], values["basis"], actor_of(request)
        try:
            rename_organization(organization=organization, names=given, since=since, basis=basis, today=today, by=actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Наименование записано, прежнее осталось в истории.")
            return redirect("organizations:organization_detail", public_id)
    return _form_page(request, "rename", organization, form)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Close from a day on, after seeing what that does."""
    organization = _organization(request, public_id)
    require(access.can_register(actor_of(request), organization.territory))
    form = CloseForm(request.POST or None, initial={"closed_on": organization.today()})
    if request.method == "POST" and form.is_valid():
        try:
            close_organization(
                organization=organization, closed_on=form.cleaned_data["closed_on"], by=actor_of(request)
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Организация закрыта. История и документы остались.", tone="now")
            return redirect("organizations:organization_detail", public_id)
    return _form_page(request, "close", organization, form, effects=_effects(request, organization, form))


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Join to another organisation, after seeing what that does."""
    actor, organization = actor_of(request), _organization(request, public_id)
    require(access.can_register(actor, organization.territory))
    today = organization.today()
    successors = successors_for(organization, actor=actor, today=today)
    form = MergeForm(request.POST or None, successors=successors, initial={"closed_on": today})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            merge_organization(organization=organization, into=values["into"], closed_on=values["closed_on"], by=actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Организация присоединена. Людей и пары переведите в новую по приказам.", tone="now")
            return redirect("organizations:organization_detail", public_id)
    return _form_page(request, "merge", organization, form, effects=_effects(request, organization, form))


def _organization(request: HttpRequest, public_id: UUID) -> Organization:
    rows = Organization.objects.visible_to(actor_of(request)).select_related("territory", "merged_into")
    return get_object_or_404(rows, public_id=public_id)


def _stored_settings(organization: Organization) -> dict[str, str]:
    """The settings as the form shows them."""
    return {
        "place": organization.place,
        "head_title": organization.title_of_head,
        "week_days": str(organization.week_days),
    }


def _effects(request: HttpRequest, organization: Organization, form: CloseForm) -> list[Effect]:
    day = form.cleaned_data.get("closed_on") if form.is_bound else None
    return effects_of_closing(organization, day=day or organization.today(), actor=actor_of(request))


def _settings_page(
    request: HttpRequest, organization: Organization, form: SettingsForm, *, status: int = 200, **more: object
) -> HttpResponse:
    context = {"organization": organization, "form": form, "trail": _trail(organization), **more}
    return render_page(request, "organizations/settings.html", context, status=status)


def _form_page(request: HttpRequest, name: str, organization: Organization, form: Any, **more: object) -> HttpResponse:
    context = {"organization": organization, "form": form, "trail": _trail(organization), **more}
    return render_page(request, f"organizations/{name}.html", context, status=422 if form.errors else 200)


def _trail(organization: Organization) -> list[Link]:
    return [*trail(), Link(title=organization.short_name, url=f"/organizations/{organization.public_id}/")]
