"""The page behind a QR code: number, date, kind, whether the paper acts; no people and no content."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.core import clock
from mentoring.documents import selectors
from mentoring.ui.pages import render_page


@require_safe
@never_cache
@login_not_required
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Tell anyone who holds the paper whether it is in force today."""
    result = selectors.check_result(token, today=clock.today())
    return render_page(request, "documents/check.html", {"result": result}, status=200 if result else 404)
