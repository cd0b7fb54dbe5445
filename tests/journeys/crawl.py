"""Walking over a site by its links, as a person who clicks everything that leads somewhere and changes nothing."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from playwright.sync_api import Page

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
FILE = re.compile(r"/(word|pdf|paper|template|bad-rows|export)/$|^/files/|^/static/|\.css$")
TOKEN = re.compile(r"/check/[^/]+/")
VIEWS = ("state", "tab", "show")
ENDS_SESSION = re.compile(r"^/(logout|demo)/")


def shape(url: str) -> str:
    """What an address has in common with its kind: no ids; of a query only what makes the page another one."""
    parts = urlsplit(url)
    views = sorted(pair for pair in parse_qsl(parts.query) if pair[0] in VIEWS)
    return TOKEN.sub("/check/*/", UUID.sub("*", parts.path)) + "".join(f"?{name}={value}" for name, value in views)


def leads_to(page: Page) -> list[str]:
    """Addresses of this site that links of the open page lead to."""
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    found = (urljoin(page.url, link).split("#")[0] for link in links if not link.startswith(("mailto:", "tel:", "#")))
    return [url for url in dict.fromkeys(found) if urlsplit(url).netloc == urlsplit(page.url).netloc]


def is_page(url: str) -> bool:
    """True when the address shows a page and leaves the person signed in."""
    path = urlsplit(url).path
    return not FILE.search(path) and not ENDS_SESSION.search(path)


def walk(page: Page, start: str) -> Iterator[tuple[str, int]]:
    """Open a page of each kind that links lead to and stop at each, with its status, for the caller to look."""
    waiting, seen, kinds = deque([start]), {start}, set[str]()
    while waiting:
        url = waiting.popleft()
        if shape(url) in kinds:
            continue
        kinds.add(shape(url))
        answer = page.goto(url)
        yield url, answer.status if answer else 0
        fresh = [found for found in leads_to(page) if found not in seen and is_page(found)]
        seen.update(fresh)
        waiting.extend(fresh)
