"""Add мероприятия from the library: search, conditions, one button each."""

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.programs import access, actions
from mentoring.programs.forms.plans import LibraryForm
from mentoring.programs.models import Program
from mentoring.programs.selectors.library import LibraryQuery, from_library, library_rows
from mentoring.programs.views.scope import program_of, to_program
from mentoring.reference.books import UnknownCodeError
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page

PER_PAGE = 20


@require_http_methods(["GET", "POST"])
def library(request: ActorRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show the library for this programme; add the chosen мероприятие at the end of the plan."""
    program = program_of(request, public_id)
    require(access.can_edit(request.actor, program))
    if request.method == "POST":
        return _add(request, program)
    form = LibraryForm(request.GET)
    form.is_valid()
    given = form.cleaned_data
    query = LibraryQuery(
        **{name: given.get(name) or "" for name in ("aimed_at", "kind", "group")}, words=given.get("q") or ""
    )
    rows = library_rows(program, query)
    context = {
        "program": program,
        "form": form,
        "words": query.words,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "total": len(rows),
        "trail": to_program(program),
    }
    return render_page(request, "programs/library.html", context, fragment="found")


def _add(request: ActorRequest, program: Program) -> HttpResponse:
    try:
        item = from_library(program, request.POST.get("code", ""))
    except UnknownCodeError:
        raise Http404 from None
    added = actions.add_item(program=program, item=item, by=request.actor)
    undo = reverse("programs:item_remove", args=[program.public_id, added.public_id])
    tell(request, f"Добавлено: «{item.title}». Уточните, чему оно служит именно у вас.", undo_url=undo)
    return redirect(request.get_full_path())
