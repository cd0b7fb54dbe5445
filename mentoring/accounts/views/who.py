"""The user of a page that nobody opens without signing in."""

from django.http import HttpRequest

from mentoring.accounts.models import User


def me(request: HttpRequest) -> User:
    """The signed-in user."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - LoginRequiredMiddleware let nobody else in
    return user
