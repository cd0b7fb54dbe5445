"""A server for the gallery and a window to look at it with."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page

from mentoring.ui.menu import menu
from mentoring.ui.shell import demo_flags, identities


class QuietHandler(WSGIRequestHandler):
    """A handler that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """A browser asks for several files at once."""

    daemon_threads = True


@pytest.fixture(autouse=True)
def shell_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """What domains have registered stays outside: no menu, nobody signed in, no demo, no database."""
    for registry in (menu, identities, demo_flags):
        monkeypatch.setattr(registry, "_items", {})


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of a server with the gallery; it needs no database."""
    server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), ThreadedServer, QuietHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window; errors of scripts and of the content policy fail the test."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="ru")
    opened.set_default_timeout(20_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert not errors
