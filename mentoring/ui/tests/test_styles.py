"""One stylesheet: complete, small, in its layers."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from mentoring.ui.styles import FOLDER, IMPORT, MAIN, build_stylesheet, compress

FILES = sorted(path for path in FOLDER.rglob("*.css") if path != MAIN)
PAGE_LIMIT_BYTES = 100_000


def test_main_file_lists_every_file_once() -> None:
    listed = [found["path"] for found in IMPORT.finditer(MAIN.read_text("utf-8"))]

    assert sorted(listed) == [path.relative_to(FOLDER).as_posix() for path in FILES]


def test_nothing_is_left_to_import() -> None:
    assert "@import" not in build_stylesheet().text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_keeps_the_rules(path: Path) -> None:
    css = path.read_text("utf-8")
    is_token = path.parent.name == "tokens" or path.name == "print.css"

    assert css.count("{") == css.count("}")
    assert "!important" not in css
    assert not re.search(r"^#[\w-]+|[\s,]#[a-z][\w-]* *\{", css, re.MULTILINE), "an id in a selector"
    assert is_token or not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(", css), "a colour outside the tokens"


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parent.name == "components"], ids=lambda path: path.name
)
def test_component_is_one_block(path: Path) -> None:
    used = set(
        re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/|\d\.\d+", "", path.read_text("utf-8"), flags=re.DOTALL))
    )

    assert used, "an empty file"


def test_comments_and_needless_space_go() -> None:
    assert compress("/* why */\n.card {\n  color: red;\n}\n") == ".card{color: red;}"


def test_stylesheet_is_kept_for_ever(client: Client) -> None:
    sheet = build_stylesheet()

    response = client.get(reverse("ui:styles", args=[sheet.version]))

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/css")
    assert "immutable" in response["Cache-Control"]


def test_old_address_leads_to_the_present_one(client: Client) -> None:
    response = client.get(reverse("ui:styles", args=["old"]))

    assert response.status_code == 302
    assert build_stylesheet().version in response["Location"]


def test_whole_page_is_small(client: Client) -> None:
    html = client.get(reverse("ui:gallery")).content
    scripts = [
        Path(finders.find("django_htmx/htmx-2.min.js")),
        *Path(finders.find("ui/js/main.js")).parent.glob("*.js"),
    ]
    parts = [html, build_stylesheet().text.encode(), *(path.read_bytes() for path in scripts)]

    assert sum(len(gzip.compress(part)) for part in parts) < PAGE_LIMIT_BYTES
