"""The lists of the product and how often each asks the database when it holds so many rows."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.access.growth import grow
from tests.access.world import World, undone

LISTS = {
    **dict.fromkeys(("staff:employment_list", "accounts:people_list", "accounts:post_list"), "head"),
    **dict.fromkeys(("matching:need_list", "matching:mentor_list", "matching:mentorship_list"), "curator"),
    **dict.fromkeys(("programs:program_list", "programs:path", "programs:signing"), "curator"),
    **dict.fromkeys(("documents:document_list", "audit:journal", "notifications:message_list"), "curator"),
    **dict.fromkeys(("workspace:home", "workspace:needed", "matching:restricted_journal"), "curator"),
    **dict.fromkeys(("matching:mentorship_announce", "matching:mentorship_decide", "matching:need_add"), "curator"),
}
WHOLE = ("matching:need_list", "matching:mentor_list")  # lists that show a part until asked for all
EXPORTS = {
    "GET": ("programs:program_export", "documents:document_export", "accounts:people_export", "audit:journal_export"),
    "POST": ("matching:need_export", "matching:mentor_export", "matching:mentorship_export"),
}


class Listed(NamedTuple):
    """A list, or its file, as somebody asks for it."""

    name: str
    method: str
    role: str
    query: str = ""

    def __str__(self) -> str:
        return f"{self.name}{self.query}"


def everywhere() -> Iterator[Listed]:
    """Every list and every file of a list."""
    yield from (Listed(name, "GET", role) for name, role in LISTS.items())
    yield from (Listed(name, "GET", "curator", "?state=all") for name in WHOLE)
    yield from (Listed(name, method, "head") for method, names in EXPORTS.items() for name in names)


def queries(world: World, *, rows: int) -> dict[str, int]:
    """How many queries each list takes in a school with so many rows more; the rows are taken back."""
    with undone():
        grow(world.own, rows)
        return {str(listed): _count(world, listed) for listed in everywhere()}


def _count(world: World, listed: Listed) -> int:
    with CaptureQueriesContext(connection) as taken:
        answer = world.browsers[listed.role].ask(listed.method, reverse(listed.name) + listed.query)
    assert answer.status_code == 200, (str(listed), answer.status_code)
    return len(taken)
