"""How views answer: a whole page, its fragment, options of a combobox, the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from mentoring.ui.shapes import Option

MESSAGES_FRAGMENT = "ui/fragments/messages.html"


def render_page(
    request: HttpRequest, template: str, context: object = None, *, status: int = 200, fragment: str = ""
) -> HttpResponse:
    """Answer with a page; to htmx, where a fragment is named, with that partial and the fresh messages.

    The context is a mapping or a dataclass whose fields become variables.
    """
    values = _as_mapping(context)
    if not (fragment and wants_fragment(request)):
        return HttpResponse(render_to_string(template, values, request), status=status)
    body = render_to_string(f"{template}#{fragment}", values, request)
    answer = HttpResponse(body + render_to_string(MESSAGES_FRAGMENT, {}, request), status=status)
    answer["Vary"] = "HX-Request"
    return answer


def render_options(request: HttpRequest, options: Sequence[Option], *, total: int | None = None) -> HttpResponse:
    """Answer a combobox; `total` tells how many there are when only the first are given."""
    context = {"options": options, "rest": max(0, (total or 0) - len(options)), "field": request.GET.get("field", "")}
    return HttpResponse(render_to_string("ui/forms/options.html", context, request))


def wants_fragment(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a part of a page rather than goes to another one."""
    htmx = getattr(request, "htmx", None)
    if not htmx:
        return False
    return not htmx.boosted and not htmx.history_restore_request


def address_here(request: HttpRequest, wanted: str) -> str:
    """The address when it leads to a page of this site by its path, else the empty string."""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours and wanted.startswith("/") else ""


def page_of(request: HttpRequest) -> str:
    """The page where the person is: that which she asks for, or the one whose form or part she has sent."""
    told = request.headers.get("HX-Current-URL", "")
    if request.method == "GET" and not told:
        return request.get_full_path()
    return _path_here(request, told or request.headers.get("Referer", "")) or "/"


def _path_here(request: HttpRequest, url: str) -> str:
    """The address without the host when it is of this site, else the empty string."""
    try:
        place = urlsplit(url)
    except ValueError:
        return ""
    is_ours = place.netloc == request.get_host()
    return address_here(request, urlunsplit(place._replace(scheme="", netloc=""))) if is_ours else ""


def _as_mapping(context: object) -> dict[str, Any]:
    if context is None:
        return {}
    if isinstance(context, Mapping):
        return dict(context)
    if is_dataclass(context) and not isinstance(context, type):
        return {field.name: getattr(context, field.name) for field in fields(context)}
    raise TypeError(f"A page is given a mapping or a dataclass, not {type(context).__name__}")
