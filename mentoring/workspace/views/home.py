"""The first page of everybody, everything that waits, search."""

from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core import clock
from mentoring.notifications.now import needed_now
from mentoring.ui.pages import render_page
from mentoring.workspace import selectors


@require_safe
def home(request: ActorRequest) -> HttpResponse:
    """«Мой день»: what is needed now, how the year goes, own pairs."""
    return render_page(request, "workspace/home.html", selectors.home(request.actor, today=_today(request)))


@require_safe
def needed(request: ActorRequest) -> HttpResponse:
    """Everything that waits, not only the first five."""
    today = _today(request)
    items = selectors.need_rows(needed_now(request.actor, today=today), today=today)
    return render_page(request, "workspace/needed.html", {"needs": items})


@require_safe
def search(request: ActorRequest) -> HttpResponse:
    """People, papers and pairs by words."""
    found = selectors.search(request.actor, words=request.GET.get("q", "")[:200])
    return render_page(request, "workspace/search.html", {"found": found})


def _today(request: ActorRequest) -> date:
    organizations = selectors.organizations_of(request.actor)
    return organizations[0].today() if organizations else clock.today()
