"""The journal of the organisation, «Мои действия», «Кто смотрел мои данные»."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mentoring.audit import access
from mentoring.audit.actions import note_export
from mentoring.audit.exports import journal_workbook
from mentoring.audit.forms import JournalConditions
from mentoring.audit.models import Event
from mentoring.audit.requests import actor_of, own_data_only, user_of
from mentoring.audit.selectors import events_like, journal_rows, look_rows, lookers_at_me
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.ui.downloads import dated_name, download
from mentoring.ui.pages import render_page

PAGE_ROWS = 50
MOST_EXPORTED = 5000


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """What was done in the organisations that the actor leads."""
    actor = actor_of(request)
    require(access.can_read_journal(actor))
    return _page(request, "audit/journal.html", Event.objects.visible_to(actor))


@require_safe
def journal_export(request: HttpRequest) -> HttpResponse:
    """The same as a spreadsheet; taking it out is itself written down."""
    actor = actor_of(request)
    require(access.can_read_journal(actor))
    events = _narrowed(Event.objects.visible_to(actor), JournalConditions(request.GET).values())
    rows = journal_rows(list(events[:MOST_EXPORTED]))
    note_export(subject=user_of(request), by=actor)
    return download(journal_workbook(rows), name=dated_name("Журнал", clock.today()))


@own_data_only
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What the actor did."""
    actor: Actor = actor_of(request)
    return _page(request, "audit/mine.html", Event.objects.visible_to(actor).done_by(actor))


@own_data_only
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at the actor's own data."""
    actor = actor_of(request)
    page = Paginator(lookers_at_me(actor), PAGE_ROWS).get_page(request.GET.get("page"))
    return render_page(request, "audit/looks.html", {"page": page, "rows": look_rows(actor, list(page))})


def _page(request: HttpRequest, template: str, events: QuerySet[Event]) -> HttpResponse:
    form = JournalConditions(request.GET)
    values = form.values()
    page = Paginator(_narrowed(events, values), PAGE_ROWS).get_page(request.GET.get("page"))
    context = {"page": page, "rows": journal_rows(list(page)), "form": form, "values": values}
    return render_page(request, template, context | {"is_narrowed": any(values.values())})


def _narrowed(events: QuerySet[Event], values: dict[str, Any]) -> QuerySet[Event]:
    if values["q"]:
        events = events_like(events, values["q"])
    if values["area"]:
        events = events.filter(name__startswith=values["area"])
    if values["since"]:
        events = events.filter(happened_at__date__gte=values["since"])
    if values["until"]:
        events = events.filter(happened_at__date__lte=values["until"])
    return events.order_by("-happened_at", "-pk")
