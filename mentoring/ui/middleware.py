"""Expected failures become pages: the reason in words and what to do, never a stack trace."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from mentoring.core.errors import AlreadyDone, Refusal
from mentoring.ui import errors
from mentoring.ui.messages import tell


class RefusalMiddleware:
    """Answer a `Refusal` that a view let pass with its own status and its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into a page; anything else goes on to where errors are reported."""
        if isinstance(exception, AlreadyDone) and exception.location:
            tell(request, exception.message, tone="quiet")
            return HttpResponseRedirect(exception.location)
        if isinstance(exception, Refusal):
            return _page_of(request, exception)
        return None


def _page_of(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    if refusal.status == 403:
        return errors.permission_denied(request, refusal)
    if refusal.status == 409:
        return errors.conflict(request, refusal.message)
    return errors.unprocessable(request, refusal.message)
