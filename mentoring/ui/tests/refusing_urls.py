"""The addresses of the site and one more, which answers with any page of errors."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from mentoring.config.urls import handler400, handler403, handler404, handler429, handler500
from mentoring.ui.errors import conflict, csrf_failure, too_large, unprocessable

__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500", "urlpatterns"]
RAISED = {
    "400": SuspiciousOperation,
    "403": PermissionDenied("Приказ подписывает руководитель."),
    "404": Http404,
    "500": RuntimeError,
}


@login_not_required
def refuse(request: HttpRequest, kind: str) -> HttpResponse:
    """Answer with the page of this kind."""
    if kind == "409":
        return conflict(request, "Приказ уже подписан.")
    if kind == "422":
        return unprocessable(request, "У наставника нет свободных мест.")
    if kind == "413":
        return too_large(request)
    if kind == "csrf":
        return csrf_failure(request)
    raise RAISED[kind]


urlpatterns = [path("refused/<slug:kind>/", refuse), path("", include("mentoring.config.urls"))]
