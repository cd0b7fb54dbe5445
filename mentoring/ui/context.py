"""What every template may use: the shell of the page and a fresh token for each form."""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from mentoring.core.actor import ANONYMOUS, Actor
from mentoring.core.web_address import is_local
from mentoring.ui.display import Display
from mentoring.ui.menu import build_menu
from mentoring.ui.shell import is_demo, who_is


def new_form_token() -> str:
    """A token that makes a doubled submit of one form one thing; each form of a page has its own."""
    return uuid.uuid4().hex


def draft_owner(actor: Actor) -> str:
    """A word by which the browser tells one person's drafts from another's; it says nothing of who she is."""
    return "" if actor.user_id is None else salted_hmac("mentoring.ui.drafts", str(actor.user_id)).hexdigest()[:32]


def page(request: HttpRequest) -> dict[str, object]:
    """Context processor: nothing is counted before the shell asks for it."""
    actor = getattr(request, "actor", ANONYMOUS)
    display = Display.read(request)
    return {
        "menu": _later(lambda: build_menu(actor, path=request.path)),
        "who": _later(lambda: who_is(request)),
        "is_address_local": is_local(settings.PUBLIC_BASE_URL),
        "demo": _later(lambda: is_demo(request)),
        "display": display,
        "theme": display.theme,
        "vision": display.vision,
        "form_token": new_form_token,
        "draft_owner": draft_owner(actor),
    }


def _later(build: Callable[[], object]) -> "SimpleLazyObject[object]":
    return SimpleLazyObject(build)
