"""What the page shell asks from the domains below the pages: who is signed in, is it a demo."""

from collections.abc import Callable

from django.http import HttpRequest

from mentoring.core.registry import Registry
from mentoring.ui.shapes import Who

identities: Registry[Callable[[HttpRequest], Who | None]] = Registry("who is signed in")
demo_flags: Registry[Callable[[HttpRequest], bool]] = Registry("is this a demo")


def who_is(request: HttpRequest) -> Who | None:
    """The first answer of the registered callables, or None for a stranger."""
    for identify in identities.values():
        if who := identify(request):
            return who
    return None


def is_demo(request: HttpRequest) -> bool:
    """Tell whether any registered callable says that the people here are made up."""
    return any(flag(request) for flag in demo_flags.values())
