"""Search and order of lists whose rows are composed in memory: one organisation has some hundreds of people."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.wording import search_text
from mentoring.ui.shapes import Link

Row = TypeVar("Row")
Key = Callable[[Row], Any]


def words_of(request: ActorRequest) -> str:
    """What is searched for."""
    return request.GET.get("q", "").strip()[:200]


def found(rows: Sequence[Row], words: str, *, text: Callable[[Row], str]) -> list[Row]:
    """Rows whose text has every word."""
    wanted = search_text(words).split()
    return [row for row in rows if all(word in text(row) for word in wanted)]


def ordered(request: ActorRequest, rows: list[Row], keys: Mapping[str, "Key[Row]"]) -> list[Row]:
    """Rows in the order that the address asks for; their own order otherwise."""
    wanted = request.GET.get("sort", "")
    key = keys.get(wanted.removeprefix("-"))
    return sorted(rows, key=key, reverse=wanted.startswith("-")) if key else rows


def state_tabs(request: ActorRequest, states: Sequence[tuple[str, str, int]], *, current: str) -> list[Link]:
    """Tabs by state with their numbers; the other conditions of the address stay."""
    links = []
    for state, title, count in states:
        query = request.GET.copy()
        query["state"] = state
        query.pop("page", None)
        url = f"{request.path}?{query.urlencode()}"
        links.append(Link(title=title, url=url, count=count, current=state == current))
    return links
