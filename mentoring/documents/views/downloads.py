"""Files of papers: made from the payload, or the scan as it came."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.documents import papers, storage
from mentoring.documents.models import Document, File
from mentoring.documents.views.answers import PDF, WORD, attachment


@require_safe
def word(request: ActorRequest, public_id: str) -> HttpResponse:
    """The Word file of a paper."""
    document = _document(request, public_id)
    return attachment(papers.word_of(document), name=papers.file_name(document, "docx"), content_type=WORD)


@require_safe
def pdf(request: ActorRequest, public_id: str) -> HttpResponse:
    """The PDF of a paper."""
    document = _document(request, public_id)
    return attachment(papers.pdf_of([document]), name=papers.file_name(document, "pdf"), content_type=PDF)


@require_safe
def file(request: ActorRequest, public_id: str) -> HttpResponse:
    """A scan, as it was uploaded."""
    found = get_object_or_404(File.objects.visible_to(request.actor), public_id=public_id)
    try:
        content = storage.read(found.sha256)
    except FileNotFoundError:
        raise Http404 from None
    return attachment(content, name=found.name, content_type=found.content_type)


def _document(request: ActorRequest, public_id: str) -> Document:
    rows = Document.objects.visible_to(request.actor).select_related("organization")
    return get_object_or_404(rows, public_id=public_id)
