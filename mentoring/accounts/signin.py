"""Signing a person in by other ways than a password; the second factor is asked all the same."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse

from mentoring.accounts.models import User


def sign_in(request: HttpRequest, user: User, *, method: str, next_url: str = "") -> HttpResponse:
    """Start a session of this user, or lead to her second factor first."""
    record_authentication(request, user, method=method)
    response: HttpResponse = perform_login(request, Login(user=user, redirect_url=next_url or None))
    return response
