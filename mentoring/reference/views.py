"""Books of reference data for whoever wants to know what the system goes by."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from mentoring.reference.shelf import book_named, shelf
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

WORDS_AT_MOST = 100


@require_safe
def book_list(request: HttpRequest) -> HttpResponse:
    """All books, and how much of each is not sure."""
    books = shelf()
    return render_page(
        request, "reference/book_list.html", {"books": books, "doubtful": sum(book.doubtful for book in books)}
    )


@require_safe
def book_detail(request: HttpRequest, name: str) -> HttpResponse:
    """One book, narrowed by words and by the mark «проверить»."""
    book = book_named(name)
    if book is None:
        raise Http404
    words, only_doubtful = request.GET.get("q", "")[:WORDS_AT_MOST], "verify" in request.GET
    lines = [line for line in book.having(words) if line.verify or not only_doubtful]
    context = {
        "book": book,
        "lines": lines,
        "words": words,
        "only_doubtful": only_doubtful,
        "trail": [Link(title="Справочники", url=reverse("reference:book_list"))],
    }
    return render_page(request, "reference/book_detail.html", context)
