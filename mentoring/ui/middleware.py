"""What comes in from outside and what goes wrong inside: pages with a reason in words, never a stack trace."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from mentoring.core.errors import NothingTicked, Refusal
from mentoring.core.text import is_storable, storable
from mentoring.core.uploads import REQUEST_MAX_BYTES
from mentoring.ui import errors
from mentoring.ui.messages import tell
from mentoring.ui.pages import wants_fragment

LONGEST_NUMBER = 20  # more digits are more bytes than there are


class IntakeMiddleware:
    """Let nothing past that no form takes: a body that is too large, characters that the database cannot keep.

    The size is judged by what the sender announces, before the body is read. What a person may have pasted loses such
    characters and goes on; where only a machine writes – an address, a cookie – what has them is as good as absent.
    Pages are in UTF-8, so is what they send, whatever the sender says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_storable(request.path_info):
            raise Http404
        if _announced_bytes(request) > REQUEST_MAX_BYTES:
            return errors.too_large(request)
        request.encoding = "utf-8"
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if is_storable(name + value)}
        request.GET = _cleaned(request.GET)  # type: ignore[assignment]  # the stubs do not let a query be replaced
        if request.method == "POST":
            request.POST = _cleaned(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


class RefusalMiddleware:
    """Answer a `Refusal` that a view let pass with its own status and its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into a page; anything else goes on to where errors are reported."""
        if isinstance(exception, Refusal):
            return _page_of(request, exception)
        return None


def _announced_bytes(request: HttpRequest) -> int:
    """How long the body is by its own word; what is no number is no body, as for the framework."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced.lstrip("0")[:LONGEST_NUMBER] or "0") if announced.isascii() and announced.isdigit() else 0


def _cleaned(query: QueryDict) -> QueryDict:
    """The same query without characters that cannot be stored; itself when there are none, as nearly always."""
    if all(is_storable(name) and all(map(is_storable, values)) for name, values in query.lists()):
        return query
    cleaned = QueryDict(mutable=True, encoding=query.encoding)
    for name, values in query.lists():
        for value in values:
            cleaned.appendlist(storable(name), storable(value))
    cleaned._mutable = False
    return cleaned


def _page_of(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    back = errors.way_back(request)
    if isinstance(refusal, NothingTicked) and back and not wants_fragment(request):
        tell(request, refusal.message, tone="late")
        return redirect(back)
    if refusal.status == 403:
        return errors.permission_denied(request, refusal)
    if refusal.status == 409:
        return errors.conflict(request, refusal.message)
    return errors.unprocessable(request, refusal.message)
