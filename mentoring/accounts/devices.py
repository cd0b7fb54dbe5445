"""The browser: its name in words, and a mark by which a known one is told from a guesser's."""

import re
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

KNOWN_COOKIE: Final = "__Host-known" if settings.IS_SECURE else "known"
SALT: Final = "mentoring.accounts.known"
MOST_MARKS: Final = 10
YEAR_SECONDS: Final = 365 * 24 * 60 * 60
BROWSERS: Final = (
    ("YaBrowser", "Яндекс Браузер"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_name(request: HttpRequest) -> str:
    """«Firefox, Windows»; nothing finer is kept."""
    agent = request.headers.get("User-Agent", "")
    words = [next((title for mark, title in marks if re.search(mark, agent)), "") for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(word for word in words if word) or "Неизвестное устройство"


def remember_browser(request: HttpRequest, response: HttpResponse, *names: str) -> None:
    """Mark the browser in which a person has signed in by these names: guessers elsewhere cannot shut her out."""
    marks = [*(_mark(name) for name in names if name), *_marks_in(request)]
    response.set_cookie(
        KNOWN_COOKIE,
        signing.dumps(list(dict.fromkeys(marks))[:MOST_MARKS], salt=SALT),
        max_age=YEAR_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.IS_SECURE,
    )


def is_known_browser(request: HttpRequest, login: str) -> bool:
    """Tell whether somebody has signed in here by this name before."""
    return _mark(login) in _marks_in(request)


def _mark(name: str) -> str:
    """A name nobody can read from the cookie of a shared computer."""
    return salted_hmac(SALT, name, algorithm="sha256").hexdigest()[:20]


def _marks_in(request: HttpRequest) -> list[str]:
    try:
        found = signing.loads(request.COOKIES.get(KNOWN_COOKIE, ""), salt=SALT, max_age=YEAR_SECONDS)
    except signing.BadSignature:
        return []
    return [str(mark) for mark in found] if isinstance(found, list) else []
