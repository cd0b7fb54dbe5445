"""The request as pages below accounts see it: the actor was put there by accounts' middleware."""

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from mentoring.core.actor import ANONYMOUS, Actor


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor = getattr(request, "actor", ANONYMOUS)
    return actor if isinstance(actor, Actor) else ANONYMOUS


def user_of(request: HttpRequest) -> Model:
    """The signed-in user of a page that nobody opens without signing in."""
    user = request.user
    assert isinstance(user, Model)  # noqa: S101 - LoginRequiredMiddleware let nobody else in
    return user


def own_data_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view that shows the person her own data alone: no second factor is asked for it."""
    view.own_data_only = True  # type: ignore[attr-defined]  # read by accounts' middleware
    return view
