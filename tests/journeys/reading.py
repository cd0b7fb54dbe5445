"""Everything a signed-in person can read: pages by links, downloads behind them, spreadsheets behind buttons."""

import html
import io
import zipfile
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import APIResponse

from tests.journeys.crawl import ENDS_SESSION, shape
from tests.journeys.site import Visitor

FIELDS = ("csrfmiddlewaretoken", "form_token")


@dataclass(frozen=True, slots=True)
class Read:
    """What stands at an address."""

    address: str
    status: int
    text: str


@dataclass
class Links(HTMLParser):
    """Links with their words, and forms that give a spreadsheet."""

    links: dict[str, str] = field(default_factory=dict)
    exports: dict[str, dict[str, str]] = field(default_factory=dict)
    _link: str = ""
    _form: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a link or a form; take hidden fields."""
        known = dict(attrs)
        if tag == "a":
            self._link = known.get("href") or ""
            self.links.setdefault(self._link, "")
        elif tag == "form" and "/export/" in (known.get("action") or ""):
            self._form = known["action"] or ""
            self.exports[self._form] = {}
        elif tag == "input" and self._form and known.get("name") in FIELDS:
            self.exports[self._form][known["name"] or ""] = known.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        """Close them."""
        if tag == "a":
            self._link = ""
        elif tag == "form":
            self._form = ""

    def handle_data(self, data: str) -> None:
        """Words of a link."""
        if self._link:
            self.links[self._link] += data


def everything(visitor: Visitor, *, of_kind: int = 2, about: str = "") -> Iterator[Read]:
    """Read `of_kind` pages of each kind, every page whose link names `about`, downloads and exports."""
    waiting, seen, kinds = deque([f"{visitor.site.url}/"]), {f"{visitor.site.url}/"}, Counter[str]()
    while waiting:
        url = waiting.popleft()
        answer = visitor.context.request.get(url)
        yield Read(url, answer.status, _text(answer))
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        found = Links()
        found.feed(answer.text())
        for action, fields in found.exports.items():
            address = urljoin(url, action)
            if _is_new(address, seen, kinds, of_kind):
                given = visitor.context.request.post(address, form=fields)
                yield Read(address, given.status, _text(given))
        for link, words in found.links.items():
            address = urljoin(url, link).split("#")[0]
            if _leads_on(address, visitor) and _is_new(address, seen, kinds, of_kind, wanted=about and about in words):
                waiting.append(address)


def _leads_on(address: str, visitor: Visitor) -> bool:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" == visitor.site.url and not ENDS_SESSION.search(parts.path)


def _is_new(address: str, seen: set[str], kinds: Counter[str], of_kind: int, *, wanted: object = False) -> bool:
    kind = shape(address)
    if address in seen or (kinds[kind] >= of_kind and not wanted):
        return False
    seen.add(address)
    kinds[kind] += 1
    return True


def _text(answer: APIResponse) -> str:
    body = answer.body()
    if not body.startswith(b"PK"):
        return html.unescape(body.decode("utf-8", "replace"))
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return "\n".join(html.unescape(parts.read(name).decode("utf-8", "replace")) for name in parts.namelist())
