"""Territories and the settings of the whole installation."""

from uuid import UUID

from django.conf import settings as conf
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.audit.requests import actor_of
from mentoring.audit.selectors import story
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.organizations import access
from mentoring.organizations.actions import add_territory, change_territory, keep_installation
from mentoring.organizations.actions.territories import BELOW
from mentoring.organizations.choices import Level
from mentoring.organizations.forms import InstallationForm, NewTerritoryForm, TerritoryForm
from mentoring.organizations.models import Installation, Territory
from mentoring.organizations.selectors import public_address, territories_of, the_installation
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

TRAIL = [Link(title="Территории", url="/territories/")]


@require_safe
def territory_list(request: HttpRequest) -> HttpResponse:
    """Territories that the actor leads, from the top down."""
    actor = actor_of(request)
    require(access.can_register(actor))
    found = list(territories_of(actor))
    context = {"territories": found, "may_add": any(each.level != Level.MUNICIPALITY for each in found)}
    return render_page(request, "organizations/territory_list.html", context)


@require_http_methods(["GET", "POST"])
def territory_add(request: HttpRequest) -> HttpResponse:
    """Add a territory inside one that the actor leads."""
    actor = actor_of(request)
    require(access.can_register(actor))
    form = NewTerritoryForm(request.POST or None, parents=territories_of(actor))
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"]
        level, zone = BELOW[Level(parent.level)], form.cleaned_data["time_zone"]
        try:
            add_territory(name=form.cleaned_data["name"], level=level, parent=parent, time_zone=zone, by=actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Территория добавлена.")
            return redirect("organizations:territory_list")
    context = {"form": form, "trail": TRAIL}
    return render_page(request, "organizations/territory_add.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def territory_edit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Correct the name or the time zone."""
    actor = actor_of(request)
    territory = get_object_or_404(Territory.objects.visible_to(actor), public_id=public_id)
    require(access.can_register(actor, territory))
    initial = {"name": territory.name, "time_zone": territory.time_zone}
    form = TerritoryForm(request.POST or None, initial=initial, present=territory.time_zone)
    if request.method == "POST" and form.is_valid():
        try:
            change_territory(territory=territory, by=actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Территория изменена.")
            return redirect("organizations:territory_list")
    context = {"form": form, "territory": territory, "history": story(territory), "trail": TRAIL}
    return render_page(request, "organizations/territory_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def installation(request: HttpRequest) -> HttpResponse:
    """What this copy is for, and whether the second factor is compulsory."""
    require(access.can_keep_installation(actor_of(request)))
    present = the_installation()
    if present is None:
        raise Http404
    form = _installation_form(request, present)
    if request.method == "POST" and form.is_valid():
        try:
            keep_installation(
                address=form.cleaned_data.get("public_url"),
                second_factor_required=form.cleaned_data["second_factor_required"],
                by=actor_of(request),
            )
        except Refusal as refusal:
            form.add_error("second_factor_required", refusal.message)
        else:
            tell(request, "Настройки сохранены.")
            return redirect("organizations:installation")
    context = {"installation": present, "form": form, "history": story(present), **_address()}
    return render_page(request, "organizations/installation.html", context, status=422 if form.errors else 200)


def _address() -> dict[str, object]:
    """Under which address the site works now, and whether another one waits."""
    return {
        "address": conf.PUBLIC_BASE_URL,
        "is_address_given": conf.IS_ADDRESS_GIVEN,
        "awaits_restart": public_address() != conf.PUBLIC_BASE_URL,
    }


def _installation_form(request: HttpRequest, present: Installation) -> InstallationForm:
    values = request.POST if request.method == "POST" else None
    initial = {"second_factor_required": present.second_factor_required, "public_url": present.public_url}
    return InstallationForm(values, is_address_given=conf.IS_ADDRESS_GIVEN, initial=initial)
