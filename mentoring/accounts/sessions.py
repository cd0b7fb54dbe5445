"""Signed-in browsers: their list and their end."""

from django.contrib.sessions.models import Session

from mentoring.accounts.models import User, UserSession


def close_sessions(user: User, *, except_key: str = "") -> int:
    """Sign the user out everywhere but in this browser; the number of browsers signed out."""
    closing = UserSession.objects.filter(user=user).exclude(session_key=except_key)
    keys = list(closing.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    closing.delete()
    return len(keys)
