"""The register of papers: find, print in one job, take out as a table."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents import access, exports, papers, selectors
from mentoring.documents.actions import mark_printed, record_export
from mentoring.documents.forms.register import RegisterForm
from mentoring.documents.models import Document
from mentoring.documents.views.answers import EXCEL, PDF, ZIP, attachment
from mentoring.documents.views.chosen import chosen_documents
from mentoring.ui.pages import render_page
from mentoring.ui.repeats import repeatable

ROWS = 50
EXPORT_ROWS = 10_000


@require_safe
def document_list(request: ActorRequest) -> HttpResponse:
    """Papers that the actor may see, by conditions."""
    form = RegisterForm(request.GET, years=selectors.years_of_papers(request.actor))
    query = form.query(sort=request.GET.get("sort", ""))
    found = selectors.register(request.actor, query)
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": selectors.register_rows(page.object_list),
        "is_filtered": bool(query.words or query.kind or query.state or query.year),
        "may_keep": access.keeps_any_papers(request.actor),
    }
    return render_page(request, "documents/document_list.html", context, fragment="rows")


@require_safe
def export(request: ActorRequest) -> HttpResponse:
    """The same rows as a spreadsheet."""
    require(access.keeps_any_papers(request.actor))
    form = RegisterForm(request.GET, years=selectors.years_of_papers(request.actor))
    found = list(selectors.register(request.actor, form.query(sort=request.GET.get("sort", "")))[:EXPORT_ROWS])
    organizations = {document.organization for document in found}
    for organization in sorted(organizations, key=lambda one: one.pk):
        require(access.can_keep_papers(request.actor, organization))
        record_export(organization=organization, by=request.actor)
    return attachment(exports.register_workbook(found), name="Документы.xlsx", content_type=EXCEL)


@repeatable
@require_POST
def chosen(request: ActorRequest) -> HttpResponse:
    """What is done to the chosen papers: print in one job, Word files in a zip, mark signatures."""
    require(access.keeps_any_papers(request.actor))
    documents = chosen_documents(request.actor, request.POST.getlist("ids"))
    if not documents:
        raise Refusal("Ни один документ не выбран: отметьте нужные строки и повторите.")
    wanted = request.POST.get("do", "")
    if wanted == "sign":
        return _to_signing(documents)
    mark_printed(documents=documents, by=request.actor)
    if wanted == "word":
        return attachment(papers.word_archive(documents), name="Документы.zip", content_type=ZIP)
    return attachment(papers.pdf_of(documents), name="Документы.pdf", content_type=PDF)


def _to_signing(documents: list[Document]) -> HttpResponse:
    query = urlencode({"paper": [str(document.public_id) for document in documents]}, doseq=True)
    return redirect(f"{reverse('documents:signing')}?{query}")
