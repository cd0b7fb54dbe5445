"""The signing table: many papers, one date, one scan of many pages. Other domains lead here with `?paper=…&next=…`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents import access, selectors
from mentoring.documents.actions import sign_documents
from mentoring.documents.forms.papers import SignForm
from mentoring.documents.models import Document
from mentoring.documents.views import trails
from mentoring.documents.views.chosen import chosen_documents
from mentoring.documents.views.scans import scan_of
from mentoring.ui.messages import tell
from mentoring.ui.pages import address_here, render_page
from mentoring.ui.words import counted


@require_http_methods(["GET", "POST"])
def signing(request: ActorRequest) -> HttpResponse:
    """Show the papers that wait, mark those that are ticked."""
    require(access.keeps_any_papers(request.actor))
    documents = chosen_documents(request.actor, request.GET.getlist("paper"))
    if not documents:
        raise Refusal("Здесь нет документов для подписи: вернитесь и выберите их в списке.")
    form = SignForm(
        request.POST or None, request.FILES or None, initial={"signed_on": documents[0].organization.today()}
    )
    if request.method != "POST":
        return _table(request, documents, form)
    ticked = chosen_documents(request.actor, request.POST.getlist("ids"))
    if not ticked:
        form.add_error(None, "Ни один документ не отмечен: поставьте отметки у подписанных и повторите.")
    if not form.is_valid():
        return _table(request, documents, form, status=422)
    try:
        return _signed(request, ticked, form)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _table(request, documents, form, status=refusal.status)


def _table(request: ActorRequest, documents: list[Document], form: SignForm, *, status: int = 200) -> HttpResponse:
    kept = request.POST.getlist("ids") if request.method == "POST" else None
    rows = selectors.signing_rows(documents, ticked=kept)
    context = {"form": form, "rows": rows, "back": _next(request), "trail": trails.to_register(request.actor)}
    return render_page(request, "documents/signing.html", context, status=status)


def _signed(request: ActorRequest, documents: list[Document], form: SignForm) -> HttpResponse:
    organization = documents[0].organization
    if any(document.organization_id != organization.pk for document in documents):
        raise Refusal("Документы разных организаций отмечают отдельно: оставьте отметки у одной из них.")
    scan = scan_of(form, organization=organization, by=request.actor)
    signed = sign_documents(
        documents=documents,
        signed_on=form.cleaned_data["signed_on"],
        today=organization.today(),
        scan=scan,
        by=request.actor,
    )
    tell(request, f"Отмечены подписи: {counted(len(signed), 'документ,документа,документов')}.")
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    """Where the person came from, when it is a page of this site."""
    return address_here(request, request.GET.get("next", "")) or reverse("documents:document_list")
