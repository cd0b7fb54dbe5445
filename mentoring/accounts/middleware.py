"""`request.actor`: who asks, with every post and tie of this very moment; idle browsers; the second factor."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from mentoring.accounts.choices import OTHERS_DATA_ROLES
from mentoring.accounts.models import User
from mentoring.accounts.presence import end_if_over, note_presence
from mentoring.accounts.selectors.actors import actor_for
from mentoring.core.actor import ANONYMOUS, Actor
from mentoring.organizations.selectors import is_second_factor_required
from mentoring.ui.pages import page_of
from mentoring.ui.repeats import is_repeatable

METHODS: Final = "account_authentication_methods"
FORM_NOT_TAKEN: Final = "form"
LIBRARY_PAGES: Final = ("account_", "mfa_")


class ActorRequest(HttpRequest):
    """A request after ActorMiddleware."""

    actor: Actor
    htmx: object


class ActorMiddleware:
    """Put the actor on each request; the form's one-time token goes with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = self._actor(request)  # type: ignore[attr-defined]  # declared by ActorRequest
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any) -> None:
        """Spend no token on a file: the same page hands it over as often as it is asked."""
        if is_repeatable(view):
            request.actor = request.actor.with_token("")  # type: ignore[attr-defined]  # set above

    def _actor(self, request: HttpRequest) -> Actor:
        user = request.user
        if not isinstance(user, User):
            return ANONYMOUS
        methods = request.session.get(METHODS, [])
        second_factor = any(record.get("method") == "mfa" for record in methods)
        actor = actor_for(user, second_factor=second_factor)
        token = request.POST.get("form_token", "") if request.method == "POST" else ""
        return actor.with_token(token[:64]) if token else actor


class AccessMiddleware:
    """Ends idle and old sessions, asks for the second factor at the first look at other people's data."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        actor: Actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
        if actor.user_id is not None:
            if reason := end_if_over(request, actor):
                return _signed_out(request, reason)
            note_presence(request, actor)
        response = self.get_response(request)
        if actor.user_id is not None and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Lead a person who sees others' data to the second factor, unless the page is about herself."""
        actor: Actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
        if actor.second_factor or not actor.has_role(*OTHERS_DATA_ROLES) or _is_own(request, view):
            return None
        if not is_second_factor_required():
            return None
        return _go(request, f"{reverse('accounts:second_factor')}?{urlencode({'next': page_of(request)})}")


class SignInMiddleware(LoginRequiredMiddleware):
    """Leads who has not signed in to do so, and then back to the page where she was, also from its form."""

    def handle_no_permission(  # type: ignore[override]  # htmx is led on by a header, not by a redirect
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponse:
        """Redirect as the framework does, but never to an address that only takes forms; say what became of a form."""
        if request.method == "POST":
            return _to_sign_in(request, FORM_NOT_TAKEN)
        return redirect_to_login(page_of(request), str(self.get_login_url(view_func)))


def own_data_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view that shows the person her own data alone: no second factor is asked for it."""
    view.own_data_only = True  # type: ignore[attr-defined]  # read by AccessMiddleware
    return view


def _is_own(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    name = getattr(request.resolver_match, "url_name", "") or ""
    is_public = not getattr(view, "login_required", True)
    return is_public or getattr(view, "own_data_only", False) or name.startswith(LIBRARY_PAGES)


def _signed_out(request: HttpRequest, reason: str) -> HttpResponse:
    answer = _to_sign_in(request, reason)
    logout(request)
    return answer


def _to_sign_in(request: HttpRequest, reason: str) -> HttpResponse:
    return _go(request, f"{reverse('account_login')}?{urlencode({'next': page_of(request), 'why': reason})}")


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """Lead the whole page there, also when htmx asked for a part of it."""
    if not request.headers.get("HX-Request"):
        return redirect(url)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = url
    return response
