"""A form that comes twice: the second click lands where the first did; what only hands over a file may be repeated."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from mentoring.core.actor import ANONYMOUS, Actor
from mentoring.core.errors import AlreadyDone
from mentoring.core.receipts import first_answer, note_answer
from mentoring.ui.messages import tell
from mentoring.ui.pages import wants_fragment

View = TypeVar("View", bound=Callable[..., HttpResponse])
REFUSED = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)


def repeatable(view: View) -> View:
    """Mark a view that hands over a file: the one-time token of its form is not spent, the file is given again."""
    view.is_repeatable = True  # type: ignore[attr-defined]  # read by the middleware that makes the actor
    return view


def is_repeatable(view: Callable[..., HttpResponse]) -> bool:
    """Tell whether the view may be asked by one form again and again."""
    return getattr(view, "is_repeatable", False)


class RepeatMiddleware:
    """Remember where a form led; lead its second sending there when that is refused because of the first.

    The second one fails in many ways: the command says that it was used, the page that such a thing is there already
    or that it is gone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        by: Actor = getattr(request, "actor", ANONYMOUS)
        if not by.form_token or by.user_id is None or wants_fragment(request):
            return response
        if location := response.get("Location", ""):
            note_answer(location=location, by=by)
        elif response.status_code in REFUSED and (location := first_answer(by)):
            tell(request, AlreadyDone().message, tone="quiet")
            return HttpResponseRedirect(location)
        return response
