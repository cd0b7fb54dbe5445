"""Pages of the design system itself: the gallery and the stylesheet."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from mentoring.ui.display import Display
from mentoring.ui.errors import csrf_failure
from mentoring.ui.gallery.page import gallery_page, people_like
from mentoring.ui.pages import render_options, render_page
from mentoring.ui.styles import stylesheet

__all__ = ["csrf_failure", "gallery", "gallery_options", "gallery_section", "styles"]

FOR_EVER = "public, max-age=31536000, immutable"


@login_not_required
@require_safe
def styles(request: HttpRequest, version: str) -> HttpResponse:
    """The whole stylesheet; an old address leads to the present one."""
    sheet = stylesheet()
    if version != sheet.version:
        return redirect("ui:styles", version=sheet.version)
    return HttpResponse(sheet.text, content_type="text/css; charset=utf-8", headers={"Cache-Control": FOR_EVER})


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    return _gallery(request, "")


@login_not_required
@require_safe
def gallery_section(request: HttpRequest, section: str) -> HttpResponse:
    """One section of the gallery as a page."""
    return _gallery(request, section)


@login_not_required
@require_safe
def gallery_options(request: HttpRequest) -> HttpResponse:
    """Answers of the gallery's combobox."""
    found = people_like(request.GET.get("q", ""))
    return render_options(request, found[:8], total=len(found))


def _gallery(request: HttpRequest, section: str) -> HttpResponse:
    display = Display.read(request).changed_by(request.GET.dict())
    context = gallery_page(section, display=display)
    if context is None:
        raise Http404
    return render_page(request, "ui/gallery.html", context)
