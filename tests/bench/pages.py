"""How heavy and how quick the pages of the demo school are."""

import gzip
import re
import statistics
import sys
import time
from collections import deque
from collections.abc import Iterator
from importlib import resources
from urllib.parse import urljoin, urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from mentoring.config.demo.build import build
from mentoring.ui.styles import stylesheet
from tests.journeys.crawl import is_page, shape

ROLES = ("demo-head", "demo-curator", "demo-clerk", "demo-teacher10", "demo-teacher27")  # the last: mentor, mentee
LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"')
TIMED = ("/", "/staff/", "/needs/", "/mentors/", "/pairs/", "/programs/", "/programs/path/", "/documents/", "/journal/")
TIMES = 7


def figures() -> Iterator[tuple[str, float, str]]:
    """Name, value, unit."""
    build(size="school")
    yield from _weights()
    yield from _times()


def _weights() -> Iterator[tuple[str, float, str]]:
    files = _files_bytes()
    weights: dict[str, int] = {}
    for role in ROLES:
        for url, body in _walk(_client(role)):
            weights[shape(url)] = max(weights.get(shape(url), 0), len(gzip.compress(body)))
    heaviest = max(weights, key=lambda url: weights[url])
    sys.stderr.write(f"largest of {len(weights)} kinds of pages: {heaviest}\n")
    yield "stylesheet and scripts of every page, compressed", files / 1000, "kB"
    yield "largest page with all its files, compressed", (files + weights[heaviest]) / 1000, "kB"
    yield "median page with all its files, compressed", (files + statistics.median(weights.values())) / 1000, "kB"


def _files_bytes() -> int:
    """The stylesheet, the library, the icon and every module: more than any one page loads."""
    folder = resources.files("mentoring.ui").joinpath("static", "ui")
    own = [file.read_bytes() for file in folder.joinpath("js").iterdir()]
    library = finders.find("django_htmx/htmx-2.min.js")
    assert isinstance(library, str)
    with open(library, "rb") as file:
        parts = [stylesheet().text.encode(), file.read(), folder.joinpath("img", "icon.svg").read_bytes(), *own]
    return sum(len(gzip.compress(part)) for part in parts)


def _client(role: str) -> Client:
    client = Client(headers={"host": "localhost"})
    entered = client.post(reverse("accounts:demo_enter"), {"login": role})
    assert entered.status_code == 302, entered.status_code
    return client


def _walk(client: Client) -> Iterator[tuple[str, bytes]]:
    """A page of each kind that links lead to, with its body."""
    waiting, kinds = deque(["/"]), set[str]()
    while waiting:
        url = waiting.popleft()
        if shape(url) in kinds or not is_page(url):
            continue
        kinds.add(shape(url))
        answer = client.get(url)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        yield url, answer.content
        found = (
            urljoin(url, link.replace("&amp;", "&")).split("#")[0] for link in LINK.findall(answer.content.decode())
        )
        waiting.extend(link for link in found if not urlsplit(link).netloc)


def _times() -> Iterator[tuple[str, float, str]]:
    """Median server time of the curator's pages, ninety people on the staff."""
    client = _client("demo-curator")
    for url in TIMED:
        client.get(url)
        taken = []
        for _ in range(TIMES):
            started = time.perf_counter()
            assert client.get(url).status_code == 200, url
            taken.append(time.perf_counter() - started)
        yield f"page {url}", statistics.median(taken) * 1000, "ms"
