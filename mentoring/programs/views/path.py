"""«Путь к приказу»: every pair before its order, batch verbs, draft orders."""

from collections.abc import Callable, Mapping, Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal
from mentoring.documents.models import Document
from mentoring.programs import actions
from mentoring.programs.choices import OrderKind
from mentoring.programs.forms.papers import TermsForm, terms_initial
from mentoring.programs.models import EarlyEnd, Program
from mentoring.programs.papers.remarks import path_remarks
from mentoring.programs.selectors.checks import defaults_of
from mentoring.programs.selectors.path import PathRow, path_page, ready_programs
from mentoring.programs.views import scope
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.words import counted

PAIRS = "пара,пары,пар"


@require_http_methods(["GET", "POST"])
def path(request: ActorRequest) -> HttpResponse:
    """Show every pair before its order; do what the pressed button says to the chosen ones."""
    place = scope.led(request)
    verb = VERBS.get(request.POST.get("do", "")) if request.method == "POST" else None
    if verb is not None:
        return verb(request, place)
    return _page(request, place, _defaults_form(place))


def _page(request: ActorRequest, place: scope.Scope, form: TermsForm, *, status: int = 200) -> HttpResponse:
    page = path_page(request.actor, place.organization)
    context = {"place": place, "page": page, "remarks": path_remarks(page, today=place.today), "form": form}
    return render_page(request, "programs/path.html", context, status=status)


def _accept(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    page = path_page(request.actor, place.organization)
    chosen = _ticked(request, page.to_accept)
    done = actions.accept_programs(organization=place.organization, programs=chosen, by=request.actor)
    if done.accepted:
        tell(request, f"Приняты программы: {counted(len(done.accepted), PAIRS)}. Можно готовить документы.")
    for _, reason in done.lacking[:3]:
        tell(request, reason, tone="now")
    return _back(place)


def _prepare(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    page = path_page(request.actor, place.organization)
    chosen = _ticked(request, page.to_prepare)
    made = actions.accept_and_prepare(
        organization=place.organization, programs=chosen, today=place.today, by=request.actor
    )
    papers = counted(len(made.documents), "документ подготовлен,документа подготовлено,документов подготовлено")
    tell(request, f"{papers}. Напечатайте их одним заданием и дайте подписать.")
    for _, reason in made.lacking[:3]:
        tell(request, reason, tone="now")
    return _back(place)


def _remake(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    """All papers that would read otherwise now: those who sign must see one and the same text."""
    page = path_page(request.actor, place.organization)
    programs = path_remarks(page, today=place.today).outdated
    made = actions.remake_papers(
        organization=place.organization, programs=programs, today=place.today, by=request.actor
    )
    papers = counted(len(made), "документ составлен,документа составлено,документов составлено")
    tell(request, f"{papers} заново. Напечатайте их и уберите прежние листы.")
    return _back(place)


def _defaults(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    """The first time the usual terms are asked on this very page; papers are prepared by the same click."""
    form = TermsForm(request.POST)
    if not form.is_valid():
        return _page(request, place, form, status=422)
    try:
        actions.set_defaults(
            organization=place.organization,
            terms=form.terms(),
            version=form.cleaned_data["version"],
            today=place.today,
            by=request.actor,
        )
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, place, form, status=refusal.status)
    tell(request, "Обычные условия записаны: их получили пары, у которых своих ещё нет.")
    return _back(place)


def _order(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    chosen = _ticked(request, path_page(request.actor, place.organization).ready)
    document = actions.draft_pair_order(
        organization=place.organization, programs=chosen, today=place.today, by=request.actor
    )
    tell(request, f"Приказ составлен: {counted(len(chosen), PAIRS)}. Проверьте, впишите номер и напечатайте.")
    return redirect("documents:document_detail", document.public_id)


def _end(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    wanted = scope.uuids(request.POST.getlist("ends"))
    rows = EarlyEnd.objects.visible_to(request.actor).filter(organization=place.organization, public_id__in=wanted)
    document = actions.draft_end_order(
        organization=place.organization, ends=list(rows), today=place.today, by=request.actor
    )
    tell(request, "Приказ о прекращении составлен. Проверьте, впишите номер и напечатайте.")
    return redirect("documents:document_detail", document.public_id)


@require_POST
def order_redraft(request: ActorRequest, public_id: str) -> HttpResponse:
    """Draft an unsigned order anew: with corrected names and without pairs that are ready no longer."""
    papers = Document.objects.visible_to(request.actor).filter(order_lines__isnull=False).distinct()
    document = get_object_or_404(papers.select_related("organization__territory"), public_id=public_id)
    today = document.organization.today()
    if document.order_lines.filter(kind=OrderKind.END).exists():
        actions.redraft_end_order(document=document, today=today, by=request.actor)
    else:
        more = ready_programs(request.actor, document.organization) if "more" in request.POST else []
        actions.redraft_pair_order(document=document, more=more, today=today, by=request.actor)
    tell(request, "Приказ составлен заново: напечатайте его ещё раз, прежние листы уберите.")
    return redirect("documents:document_detail", document.public_id)


def _ticked(request: ActorRequest, rows: Sequence[PathRow]) -> list[Program]:
    """The ticked programmes among those to which the verb applies; the others are left as they are."""
    wanted = set(scope.uuids(request.POST.getlist("ids")))
    return [row.program for row in rows if row.program.public_id in wanted]


def _defaults_form(place: scope.Scope) -> TermsForm:
    return TermsForm(initial=terms_initial(defaults_of(place.organization)))


def _back(place: scope.Scope) -> HttpResponse:
    return redirect(reverse("programs:path") + place.query)


VERBS: Mapping[str, Callable[[ActorRequest, scope.Scope], HttpResponse]] = {
    "accept": _accept,
    "prepare": _prepare,
    "remake": _remake,
    "defaults": _defaults,
    "order": _order,
    "end": _end,
}
