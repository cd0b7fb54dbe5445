"""The gallery shows every component, and the components keep the rules."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.ui.gallery.page import SECTIONS
from mentoring.ui.styles import FOLDER

TEMPLATES = Path(__file__).parents[1] / "templates"
COMPONENTS = sorted((TEMPLATES / "cotton").glob("*.html"))
ALL_TEMPLATES = sorted(TEMPLATES.rglob("*.html"))
BUILT_IN = {"vars", "slot", "component"}
DOCS = Path(__file__).parents[3] / "docs" / "ui.md"


def tag_of(path: Path) -> str:
    """Name of a component as pages write it."""
    return path.stem.replace("_", "-")


def used_in(paths: list[Path]) -> set[str]:
    """Components that these templates call."""
    return {tag for path in paths for tag in re.findall(r"<c-([a-z-]+)", path.read_text("utf-8"))} - BUILT_IN


@pytest.mark.parametrize("section", SECTIONS)
def test_section_opens(client: Client, section: str) -> None:
    response = client.get(reverse("ui:gallery_section", args=[section]))

    assert response.status_code == 200
    assert SECTIONS[section] in response.content.decode()


def test_unknown_section_is_not_there(client: Client) -> None:
    assert client.get(reverse("ui:gallery_section", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("query", ["theme=dark", "theme=contrast", "vision=low", "vision=low&colors=blue&size=3"])
def test_gallery_opens_in_every_theme(client: Client, query: str) -> None:
    html = client.get(f"{reverse('ui:gallery')}?{query}").content.decode()

    for pair in query.split("&"):
        name, value = pair.split("=")
        assert f'data-{name}="{value}"' in html


def test_every_component_is_in_the_gallery() -> None:
    pages = [*(TEMPLATES / "ui" / "gallery").glob("*.html"), TEMPLATES / "ui" / "gallery.html"]
    shown, seen = used_in(pages), set()
    while shown - seen:
        seen = set(shown)
        shown |= used_in([path for path in COMPONENTS if tag_of(path) in seen])

    assert {tag_of(path) for path in COMPONENTS} - shown == set()


def test_only_known_components_are_called() -> None:
    assert used_in(ALL_TEMPLATES) - {tag_of(path) for path in COMPONENTS} == set()


def test_every_component_is_described() -> None:
    text = DOCS.read_text("utf-8")

    assert [tag_of(path) for path in COMPONENTS if f"c-{tag_of(path)}" not in text] == []


@pytest.mark.parametrize("path", COMPONENTS, ids=tag_of)
def test_component_says_what_it_is_and_has_its_css(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"\{# .+ css: ([\w/]+) #\}", first)

    assert found, "the first line tells what it is and which file is its css"
    assert (FOLDER / f"{found[1]}.css").exists() or (FOLDER / "components" / f"{found[1]}.css").exists()


@pytest.mark.parametrize("path", COMPONENTS, ids=tag_of)
def test_every_attribute_has_a_default(path: Path) -> None:
    declared = re.search(r"<c-vars ([^>]*)/>", path.read_text("utf-8"))
    words = re.sub(r'="[^"]*"', "=", declared[1] if declared else "").split()

    assert [word for word in words if not word.endswith("=")] == [], "without a default it would leak in from the page"


def test_gallery_has_no_inline_code(client: Client) -> None:
    html = client.get(reverse("ui:gallery")).content.decode()

    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", html) == []


def test_ids_are_used_once(client: Client) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(reverse("ui:gallery")).content.decode())

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


@pytest.mark.parametrize("path", ALL_TEMPLATES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_template_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 120
