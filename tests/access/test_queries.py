"""Lists ask the database as often for a thousand rows as for ten."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.access.growth import grow
from tests.access.world import World

LISTS = {
    **dict.fromkeys(("staff:employment_list", "accounts:people_list", "accounts:post_list"), "head"),
    **dict.fromkeys(("matching:need_list", "matching:mentor_list", "matching:mentorship_list"), "curator"),
    **dict.fromkeys(("programs:program_list", "programs:path", "programs:signing"), "curator"),
    **dict.fromkeys(("documents:document_list", "audit:journal", "notifications:message_list"), "curator"),
    **dict.fromkeys(("workspace:home", "workspace:needed", "matching:restricted_journal"), "curator"),
    **dict.fromkeys(("matching:mentorship_announce", "matching:mentorship_decide", "matching:need_add"), "curator"),
}
EXPORTS = {
    "GET": ("programs:program_export", "documents:document_export", "accounts:people_export", "audit:journal_export"),
    "POST": ("matching:need_export", "matching:mentor_export", "matching:mentorship_export"),
}
ROWS = 1_000


@pytest.mark.slow
def test_number_of_queries_does_not_grow_with_the_rows(world: World):
    few = _counts(world)
    grow(world.own, ROWS)
    many = _counts(world)
    grown = {name: (few[name], count) for name, count in many.items() if count > few[name]}
    assert grown == {}


def _counts(world: World) -> dict[str, int]:
    pages = [(name, "GET", role, "") for name, role in LISTS.items()]
    pages += [(f"{name}", "GET", "curator", "?state=all") for name in ("matching:need_list", "matching:mentor_list")]
    pages += [(name, method, "head", "") for method, names in EXPORTS.items() for name in names]
    return {f"{name}{query}": _count(world, name, method, role, query) for name, method, role, query in pages}


def _count(world: World, name: str, method: str, role: str, query: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = world.browsers[role].ask(method, reverse(name) + query)
    assert answer.status_code == 200, (name, answer.status_code)
    return len(queries)
