"""Headers of every page and file: nothing inline, nothing framed, nothing kept by the browser, nothing told outside."""

import re
from typing import Any

import pytest
from django.conf import settings

from tests.access import asking, matrix, objects
from tests.access.world import World

ROWS = matrix.read_rows()
OPENED = [
    (role, url_name, whose)
    for role in ("anonymous", "head", "mentee", "administrator")
    for (url_name, method, whose), letters in ROWS.items()
    if method == "GET" and whose == matrix.OWN and letters[matrix.ROLES.index(role)] in "+-x"
]
WITH_PICTURES_IN_PLACE = ("mfa_activate_totp",)  # the QR of a secret is drawn into the page and lies nowhere
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=\"|\son[a-z]+=\"|javascript:", re.IGNORECASE)
OUTSIDE = re.compile(r"(?:src|href|action)=\"(?:https?:)?//(?!testserver)", re.IGNORECASE)
SAFE_DATA = re.compile(r"<script[^>]*type=\"application/json\"[^>]*>")


@pytest.mark.parametrize("role", ["anonymous", "head", "mentee", "administrator"])
def test_headers_of_every_answer(world: World, role: str):
    wrong = [
        f"{url_name}: {fault}"
        for who, url_name, whose in OPENED
        if who == role
        for fault in _faults(role, url_name, world.browsers[role].ask("GET", objects.asked(world, url_name, whose).url))
    ]
    assert not wrong, "\n".join(wrong)


def _faults(role: str, url_name: str, answer: Any) -> list[str]:
    policy = answer.get("Content-Security-Policy", "")
    wanted = {
        "a policy": bool(policy),
        "no unsafe words in the policy": "unsafe" not in policy and "*" not in policy,
        "no data: outside of one page": "data:" not in policy or url_name in WITH_PICTURES_IN_PLACE,
        "no frames": "frame-ancestors 'none'" in policy or policy.startswith("sandbox"),
        "nosniff": answer.get("X-Content-Type-Options") == "nosniff",
        "DENY": answer.get("X-Frame-Options") == "DENY",
        "a referrer policy": answer.get("Referrer-Policy") in ("same-origin", "no-referrer"),
        "no-store": role == "anonymous" or "no-store" in answer.get("Cache-Control", ""),
        "no inline code": not _inline(answer),
        "nothing from outside": not _outside(answer),
    }
    return [fault for fault, is_right in wanted.items() if not is_right]


def _inline(answer: Any) -> bool:
    return INLINE.search(SAFE_DATA.sub("", _html(answer))) is not None


def _outside(answer: Any) -> bool:
    return OUTSIDE.search(_html(answer).replace(f'"{settings.PUBLIC_BASE_URL}/', '"/')) is not None


def _html(answer: Any) -> str:
    return asking.read(answer.content) if answer.get("Content-Type", "").startswith("text/html") else ""


def test_files_are_saved_and_never_run(world: World):
    head = world.browsers["head"]
    for name in ("documents:document_word", "documents:document_pdf", "documents:file"):
        answer = head.ask("GET", objects.asked(world, name, matrix.OWN).url)
        assert answer["Content-Disposition"].startswith("attachment"), name
        assert "sandbox" in answer["Content-Security-Policy"], name


def test_cookies_are_closed_to_scripts_and_other_sites(world: World):
    answer = world.browsers["anonymous"].get("/login/")
    cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
    assert cookies
    assert all("HttpOnly" in cookie and "SameSite=" in cookie for cookie in cookies)
