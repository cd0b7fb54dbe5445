"""Pages of errors: what happened and what to do, in the dress of the rest."""

from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from mentoring.core.uploads import too_large as too_large_words
from mentoring.ui.display import Display
from mentoring.ui.pages import wants_fragment

LESS = "выберите поменьше или отсканируйте в 200 точек на дюйм, в оттенках серого"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return _answer(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the person sees the thing but may not do this; the exception's text is the reason."""
    return _answer(request, 403, str(exception or ""))


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing that this person may see."""
    return _answer(request, 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was opened before signing in again or in a browser without cookies."""
    return _answer(request, 403, template="csrf")


def conflict(request: HttpRequest, reason: str) -> HttpResponse:
    """409: the thing has moved on."""
    return _answer(request, 409, reason)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: a file that no form takes; answered before it has come."""
    return _answer(request, 413, too_large_words(LESS))


def unprocessable(request: HttpRequest, reason: str) -> HttpResponse:
    """422: a rule refuses."""
    return _answer(request, 422, reason)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: shown without a word from the database, which may be what broke."""
    context = {"display": Display.read(request), "demo": False, "who": None}
    return HttpResponse(engines["django"].get_template("ui/errors/500.html").render(context), status=500)


def way_back(request: HttpRequest) -> str:
    """The page of this site whose form was sent here; empty when the browser does not tell or names this very page."""
    came_from = request.headers.get("Referer", "")
    if request.method != "POST" or not _is_own_address(request, came_from):
        return ""
    parts = urlsplit(came_from)
    if not parts.path or parts.path == request.path:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_own_address(request: HttpRequest, address: str) -> bool:
    try:
        hosts = {request.get_host()}
    except DisallowedHost:  # refused for its foreign name; its page is asked for the way back all the same
        return False
    return url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure())


def _answer(request: HttpRequest, status: int, reason: str = "", *, template: str = "") -> HttpResponse:
    """An error as a page; to htmx as a message, because a page does not fit into a part of another."""
    context = {"reason": reason, "status": status, "back": way_back(request)}
    if wants_fragment(request):
        return _answer_htmx(request, status, context)
    return HttpResponse(render_to_string(f"ui/errors/{template or status}.html", context, request), status=status)


def _answer_htmx(request: HttpRequest, status: int, context: dict[str, object]) -> HttpResponse:
    answer = HttpResponse(render_to_string("ui/errors/fragment.html", context, request), status=status)
    answer["HX-Retarget"] = "#messages"
    answer["HX-Reswap"] = "innerHTML show:none"
    return answer
