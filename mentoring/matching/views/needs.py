"""«Кому нужен наставник»: the list, decisions on rows, the yearly update."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.selectors import story
from mentoring.core.errors import Refusal
from mentoring.core.wording import counted, school_year_label
from mentoring.matching import access, actions, exports, selectors
from mentoring.matching.actions.exports import record_export
from mentoring.matching.choices import NeedState
from mentoring.matching.forms import DueForm, NeedForm, ReasonForm
from mentoring.matching.models import Need, NeedsUpdate
from mentoring.matching.selectors.needs import NeedRow, NeedsPage, colleagues_without_need, own_row
from mentoring.matching.views import lists, scope
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.repeats import repeatable
from mentoring.ui.shapes import Link

ALL = "all"
TITLES = {
    NeedState.PROPOSED: "Ждут решения",
    NeedState.CONFIRMED: "Ждут наставника",
    NeedState.MET: "Наставник есть",
    NeedState.NOT_REQUIRED: "Не требуется",
    NeedState.CLOSED: "Закрыто",
}
SORTS = {
    "name": lambda row: row.person.search,
    "position": lambda row: row.position.lower(),
    "ground": lambda row: row.ground,
    "since": lambda row: (row.since is None, row.since),
}


@require_safe
def need_list(request: ActorRequest) -> HttpResponse:
    """Show proposals of the rules and what was decided, by state, with search and order."""
    page = scope.of_needs(request)
    needs = selectors.needs_page(request.actor, page.organization, day=page.today)
    state = _state(request, needs)
    rows = _rows(request, needs, state)
    context = {
        "page": page,
        "needs": needs,
        "state": state,
        "form_url": _form_url(page, state),
        "waiting_count": len(selectors.waiting_needs(request.actor, page.organization)) if page.may_lead else 0,
        "is_proposed": state == NeedState.PROPOSED,
        "is_waiting": state == NeedState.CONFIRMED,
        "tabs": lists.state_tabs(request, _tabs(needs), current=state),
        "words": lists.words_of(request),
        "numbers": scope.paged(request, rows),
        "year": school_year_label(needs.update.school_year),
        "may_close_year": needs.update.completed_on is None and not lists.words_of(request),
        "may_complete": page.may_lead and not needs.update.undecided and needs.update.completed_on is None,
    }
    return render_page(request, "matching/need_list.html", context, fragment="found")


@require_POST
def need_confirm(request: ActorRequest) -> HttpResponse:
    """Confirm everybody who is ticked; with that the list of the year where nobody is left undecided."""
    page = scope.led(request)
    people = scope.colleagues(page, request.POST.getlist("people"))
    done = actions.confirm_needs(organization=page.organization, people=people, today=page.today, by=request.actor)
    waiting = counted(len(done), "педагог", "педагога", "педагогов")
    tell(request, f"Подтверждено: {waiting}. Теперь выберите наставников.")
    if request.POST.get("complete"):
        _complete(request, page)
    return redirect(_back(page, state=NeedState.CONFIRMED))


@require_http_methods(["GET", "POST"])
def need_add(request: ActorRequest) -> HttpResponse:
    """Add a need by hand."""
    page = scope.led(request)
    people = colleagues_without_need(page.organization, day=page.today)
    choices = [(str(person.public_id), person.full_name) for person in people]
    form = NeedForm(request.POST or None, people=choices, day=page.today)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_need(
                organization=page.organization,
                person=scope.colleague(page, form.cleaned_data["person"]),
                ground=form.cleaned_data["ground"],
                reason=form.cleaned_data["reason"],
                today=page.today,
                by=request.actor,
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Записано: педагог ждёт наставника.")
            return redirect(_back(page, state=NeedState.CONFIRMED))
    context = {"page": page, "form": form, "back": _back(page), "trail": _trail(page)}
    return render_page(request, "matching/need_add.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def need_dismiss(request: ActorRequest, public_id: str) -> HttpResponse:
    """Record that no mentor is needed, and why."""
    page = scope.led(request)
    person = scope.colleague(page, public_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.dismiss_need(
                organization=page.organization, person=person, reason=form.reason(), today=page.today, by=request.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, f"{person}: наставник не требуется. Это можно изменить в любой день.")
            return redirect(_back(page))
    context = {"page": page, "form": form, "person": person, "back": _back(page), "trail": _trail(page)}
    return render_page(request, "matching/need_dismiss.html", context, status=422 if form.errors else 200)


@require_safe
def need_detail(request: ActorRequest, public_id: str) -> HttpResponse:
    """Show one need with its fact, state and history."""
    need = get_object_or_404(Need.objects.visible_to(request.actor).with_person(), public_id=public_id)
    today = need.organization.today()
    may_lead = bool(access.can_lead(request.actor, need.organization))
    context = {
        "need": need,
        "row": own_row(need, day=today),
        "may_lead": may_lead,
        "may_reconsider": may_lead and need.state == NeedState.NOT_REQUIRED,
        "may_dismiss": may_lead and need.state in (NeedState.PROPOSED, NeedState.CONFIRMED),
        "history": story(need) if may_lead else [],
        "trail": _trail_to_list(request),
    }
    return render_page(request, "matching/need_detail.html", context)


@require_POST
def need_reconsider(request: ActorRequest, public_id: str) -> HttpResponse:
    """Take «не требуется» back."""
    need = get_object_or_404(Need.objects.visible_to(request.actor).with_person(), public_id=public_id)
    actions.reconsider_need(need=need, today=need.organization.today(), by=request.actor)
    tell(request, f"{need.person}: снова в списке на решение.")
    return redirect(reverse("matching:need_list") + f"?state={NeedState.PROPOSED}")


@require_POST
def update_complete(request: ActorRequest) -> HttpResponse:
    """Confirm the list of the school year."""
    page = scope.led(request)
    _complete(request, page)
    return redirect(_back(page))


@require_http_methods(["GET", "POST"])
def update_list(request: ActorRequest) -> HttpResponse:
    """Show updates of former years and move the due day of this one."""
    page = scope.led(request) if request.method == "POST" else scope.of_needs(request)
    needs = selectors.needs_page(request.actor, page.organization, day=page.today)
    form = DueForm(request.POST or None, initial={"due_on": needs.update.due_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_due(
                organization=page.organization, due_on=form.cleaned_data["due_on"], today=page.today, by=request.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Срок обновления изменён.")
            return redirect(reverse("matching:update_list") + page.query)
    context = {
        "page": page,
        "form": form,
        "update": needs.update,
        "year": school_year_label(needs.update.school_year),
        "updates": _former_updates(request, page),
        "trail": _trail(page),
    }
    return render_page(request, "matching/update_list.html", context, status=422 if form.errors else 200)


def _former_updates(request: ActorRequest, page: scope.Scope) -> list[tuple[str, NeedsUpdate]]:
    updates = selectors.updates_history(request.actor, page.organization)
    return [(school_year_label(one.school_year), one) for one in updates]


@repeatable
@require_POST
def need_export(request: ActorRequest) -> HttpResponse:
    """Give the list as the conditions left it."""
    page = scope.of_needs(request)
    record_export(organization=page.organization, what="needs", by=request.actor)
    needs = selectors.needs_page(request.actor, page.organization, day=page.today)
    rows = _rows(request, needs, _state(request, needs))
    return scope.xlsx(exports.needs_workbook(rows), name="komu-nuzhen-nastavnik")


def _complete(request: ActorRequest, page: scope.Scope) -> None:
    try:
        update = actions.complete_update(organization=page.organization, today=page.today, by=request.actor)
    except Refusal as refusal:
        tell(request, refusal.message, tone="now")
    else:
        tell(request, f"Список за {school_year_label(update.school_year)} подтверждён.")


def _state(request: ActorRequest, needs: NeedsPage) -> str:
    """The asked state; without one the first that needs somebody's hand."""
    wanted = request.GET.get("state", "")
    if wanted in (*NeedState.values, ALL):
        return wanted
    busy = (state for state in (NeedState.PROPOSED, NeedState.CONFIRMED) if needs.count(state))
    return str(next(busy, ALL))


def _form_url(page: scope.Scope, state: str) -> str:
    """Where the ticked rows go: who leads confirms proposals and asks those who wait."""
    names = {NeedState.PROPOSED: "matching:need_confirm", NeedState.CONFIRMED: "matching:readiness_review"}
    name = names.get(NeedState(state)) if page.may_lead and state in names else None
    return reverse(name) + page.query if name else ""


def _tabs(needs: NeedsPage) -> list[tuple[str, str, int]]:
    tabs = [(state.value, title, needs.count(state)) for state, title in TITLES.items()]
    return [*(tab for tab in tabs if tab[2] or tab[0] != NeedState.CLOSED), (ALL, "Все", len(needs.rows))]


def _rows(request: ActorRequest, needs: NeedsPage, state: str) -> list[NeedRow]:
    rows = [row for row in needs.rows if state in (ALL, row.state)]
    rows = lists.found(rows, lists.words_of(request), text=lambda row: row.person.search)
    return lists.ordered(request, rows, SORTS)


def _back(page: scope.Scope, *, state: str = "") -> str:
    query = page.query
    if state:
        query = f"{query}&state={state}" if query else f"?state={state}"
    return reverse("matching:need_list") + query


def _trail_to_list(request: ActorRequest) -> list[Link]:
    """The way back to the list, for who may open it: a mentee reads only her own need."""
    shown = request.actor.has_role(*access.SEES_NEEDS)
    return [Link(title="Кому нужен наставник", url=reverse("matching:need_list"))] if shown else []


def _trail(page: scope.Scope) -> list[Link]:
    return [Link(title="Кому нужен наставник", url=_back(page))]
