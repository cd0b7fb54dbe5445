"""What every template may use: the shell of the page and a fresh token for each form."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from mentoring.core.actor import ANONYMOUS
from mentoring.ui.display import Display
from mentoring.ui.menu import build_menu
from mentoring.ui.shell import is_demo, who_is


def new_form_token() -> str:
    """A token that makes a doubled submit of one form one thing; each form of a page has its own."""
    return uuid.uuid4().hex


def page(request: HttpRequest) -> dict[str, object]:
    """Context processor: nothing is counted before the shell asks for it."""
    actor = getattr(request, "actor", ANONYMOUS)
    display = Display.read(request)
    return {
        "menu": _later(lambda: build_menu(actor, path=request.path)),
        "who": _later(lambda: who_is(request)),
        "demo": _later(lambda: is_demo(request)),
        "display": display,
        "theme": display.theme,
        "vision": display.vision,
        "form_token": new_form_token,
    }


def _later(build: Callable[[], object]) -> "SimpleLazyObject[object]":
    return SimpleLazyObject(build)
