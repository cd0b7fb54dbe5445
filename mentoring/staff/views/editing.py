"""Corrections on a person's card: facts, a new position, breaks, dismissal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal, Stale
from mentoring.people.actions import correct_person
from mentoring.staff import access, selectors
from mentoring.staff.actions import change_position, dismiss, edit_employment, end_break, record_break
from mentoring.staff.forms.conflicts import Conflict, chosen, conflict
from mentoring.staff.forms.editing import (
    BreakEndForm,
    BreakForm,
    DismissForm,
    PositionForm,
    WorkForm,
    initial_of,
)
from mentoring.staff.forms.identity import IdentityForm, identity_of
from mentoring.staff.models import Employment
from mentoring.staff.registries import bonds_left
from mentoring.staff.views.cards import back_to_card, found, trail_of
from mentoring.staff.views.scope import posted
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPage:
    """A page with one short form about a person."""

    title: str
    lead: str
    submit: str
    done: str


POSITION = SmallPage(
    title="Новая должность",
    lead="Прежняя должность останется в карточке со своими датами.",
    submit="Записать должность",
    done="Новая должность записана, прежняя осталась в карточке.",
)
BREAK = SmallPage(
    title="Перерыв в работе",
    lead="После долгого перерыва педагогу может быть нужен наставник. Причины здоровья сюда не пишут.",
    submit="Записать перерыв",
    done="Перерыв записан.",
)
BREAK_END = SmallPage(
    title="Конец перерыва", lead="Последний день перерыва входит в него.", submit="Записать", done="Перерыв закончен."
)
DISMISSAL = SmallPage(
    title="Увольнение",
    lead="Карточка и история останутся, из списка человек уйдёт на следующий день. Увольнение можно отменить.",
    submit="Записать увольнение",
    done="Увольнение записано.",
)


@require_http_methods(["GET", "POST"])
def employment_edit(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Correct the facts of work; when somebody saved in between, both versions are shown."""
    employment = _kept(request, public_id)
    stored = WorkForm(initial=initial_of(employment))
    form = WorkForm(chosen(request.POST, stored)) if request.method == "POST" else stored
    clash = None
    if form.is_bound and form.is_valid():
        try:
            edit_employment(
                employment=employment, facts=form.facts(), version=form.cleaned_data["version"], by=request.actor
            )
        except Stale:
            clash = conflict(form, stored, version=employment.version)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Сведения сохранены.")
            return back_to_card(employment)
    return _edit_page(request, employment, form, clash, template="staff/employment_edit.html")


@require_http_methods(["GET", "POST"])
def identity_edit(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Mend a misspelt name, the gender, the birth; when somebody saved in between, both versions are shown."""
    employment = _kept(request, public_id)
    person = employment.person
    stored = IdentityForm(initial=identity_of(person))
    form = IdentityForm(chosen(request.POST, stored)) if request.method == "POST" else stored
    clash = None
    if form.is_bound and form.is_valid():
        try:
            correct_person(
                person=person, identity=form.identity(), version=form.cleaned_data["version"], by=request.actor
            )
        except Stale:
            clash = conflict(form, stored, version=person.version)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Сведения сохранены. Проверьте, как имя пишется в документах.")
            return back_to_card(employment)
    return _edit_page(request, employment, form, clash, template="staff/identity_edit.html")


def _edit_page(
    request: ActorRequest, employment: Employment, form: Form, clash: Conflict | None, *, template: str
) -> HttpResponse:
    shown = clash.form if clash else form
    _suggest(shown, employment)
    context = {
        "work": employment,
        "form": shown,
        "differences": clash.differences if clash else (),
        "trail": _trail(request, employment),
    }
    status = 409 if clash else 422 if form.is_bound else 200
    return render_page(request, template, context, status=status)


@require_http_methods(["GET", "POST"])
def position_change(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Write a new position from a day on."""
    employment = _kept(request, public_id)
    form = PositionForm(posted(request), initial={"version": employment.version})
    _suggest(form, employment)
    return _small(
        request,
        employment,
        form,
        page=POSITION,
        act=lambda: change_position(employment=employment, **form.cleaned_data, by=request.actor),
    )


@require_http_methods(["GET", "POST"])
def break_add(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Write an interruption of work."""
    employment = _kept(request, public_id)
    form = BreakForm(posted(request))
    return _small(
        request,
        employment,
        form,
        page=BREAK,
        act=lambda: record_break(employment=employment, facts=form.facts(), by=request.actor),
    )


@require_http_methods(["GET", "POST"])
def break_end(request: ActorRequest, public_id: UUID, since: date) -> HttpResponse:
    """Write the last day of an interruption."""
    employment = _kept(request, public_id)
    pause = get_object_or_404(employment.breaks.all(), since=since)
    form = BreakEndForm(posted(request), initial={"until": employment.organization.today()})
    return _small(
        request,
        employment,
        form,
        page=BREAK_END,
        act=lambda: end_break(pause=pause, **form.cleaned_data, by=request.actor),
    )


@require_http_methods(["GET", "POST"])
def dismissal(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Write the last day of work."""
    employment = _kept(request, public_id)
    form = DismissForm(
        posted(request), initial={"version": employment.version, "last_day": employment.organization.today()}
    )
    left = bonds_left(request.actor, employment)
    page = replace(DISMISSAL, lead=f"{DISMISSAL.lead} {left}", done=f"{DISMISSAL.done} {left}") if left else DISMISSAL
    return _small(
        request,
        employment,
        form,
        page=page,
        act=lambda: dismiss(employment=employment, **form.cleaned_data, by=request.actor),
    )


def _kept(request: ActorRequest, public_id: UUID) -> Employment:
    """The employment, for somebody who keeps the list: 404 when unseen, 403 when only seen."""
    employment = found(request, public_id)
    require(access.can_keep_staff(request.actor, employment.organization))
    return employment


def _small(
    request: ActorRequest, employment: Employment, form: Form, *, page: SmallPage, act: Callable[[], object]
) -> HttpResponse:
    """Ask, do, and go back to the card; a refusal keeps what was typed."""
    if form.is_bound and form.is_valid():
        try:
            act()
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, page.done)
            return back_to_card(employment)
    context = {"work": employment, "form": form, "small": page, "trail": _trail(request, employment)}
    return render_page(request, "staff/small_form.html", context, status=422 if form.is_bound else 200)


def _trail(request: ActorRequest, employment: Employment) -> list[Link]:
    card = Link(title=employment.person.full_name, url=selectors.card_url(employment))
    return [*trail_of(request, employment), card]


def _suggest(form: Form, employment: Employment) -> None:
    """Offer positions under the field of the position, where the form has one."""
    organization = employment.organization
    offered = selectors.position_suggestions(organization, today=organization.today())
    for name in ("position_title", "title"):
        if name in form.fields:
            form.fields[name].widget.suggestions = offered
