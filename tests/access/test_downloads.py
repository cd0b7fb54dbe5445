"""A page that has handed over a file hands it over again: no second click is refused."""

from typing import Any

from django.http import HttpResponse

from tests.access import matrix, objects
from tests.access.world import Browser, World, undone

ROWS = matrix.read_rows()
ROLE = "head"
BY_FORM = {
    *("documents:document_chosen", "matching:mentor_export", "matching:mentorship_export", "matching:need_export"),
    *("programs:program_pdf", "programs:program_word", "staff:employment_export"),
}
BY_LINK = {
    *("accounts:people_export", "accounts:post_export", "audit:journal_export", "documents:document_export"),
    *("documents:document_pdf", "documents:document_word", "documents:file", "organizations:organization_export"),
    *("programs:program_export", "staff:import_bad_rows", "staff:import_template"),
}


def test_every_file_is_given_twice_by_one_page(world: World):
    found: dict[str, set[str]] = {"GET": set(), "POST": set()}
    wrong = []
    for method, names in found.items():
        for url_name in matrix.url_names():
            if ROWS[(url_name, method, matrix.OWN)][matrix.ROLES.index(ROLE)] != "+" or url_name == "account_logout":
                continue
            first, second = _twice(world, method, url_name)
            if "attachment" in first.headers.get("Content-Disposition", ""):
                names.add(url_name)
                wrong += [url_name] * (second.headers.get("Content-Type") != first.headers["Content-Type"])

    assert not wrong
    assert found["POST"] == BY_FORM
    assert found["GET"] >= BY_LINK


def _twice(world: World, method: str, url_name: str) -> list[HttpResponse]:
    asked = objects.asked(world, url_name, matrix.OWN)
    body = asked.body | _chosen(world).get(url_name, {}) | {"form_token": "a" * 32}
    with undone():
        return [_file(world.browsers[ROLE], method, asked.url, body) for _ in range(2)]


def _file(browser: Browser, method: str, url: str, body: dict[str, Any]) -> HttpResponse:
    """The answer, or what it leads on to."""
    answer = browser.get(url) if method == "GET" else browser.post(url, body)
    return browser.get(answer.url) if answer.status_code == 302 else answer


def _chosen(world: World) -> dict[str, dict[str, Any]]:
    """What is ticked on the pages of these forms."""
    return {
        "documents:document_chosen": {"ids": [str(world.own.things["document"].public_id)], "do": "word"},
        "staff:employment_export": {"purpose": "mentoring"},
    }
