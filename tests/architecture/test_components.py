"""Pages call components that exist, with attributes that they know."""

import re
from pathlib import Path

from tests.architecture.source import ROOT

COMPONENTS = ROOT / "mentoring" / "ui" / "templates" / "cotton"
BUILT_IN = {"slot", "vars"}
NOISE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
CALL = re.compile(r'<c-(?P<tag>[a-z-]+)(?P<attributes>(?:\s+[:\w.-]+(?:="[^"]*")?)*)\s*/?>')
ATTRIBUTE = re.compile(r'\s:?([\w.-]+)(?:="[^"]*")?')
# What any element may have: the component passes it on.
OF_ELEMENTS = re.compile(
    r"id|class|title|name|value|type|form|form(?:action|novalidate)|disabled|checked|required|rel|target|lang|role|tabindex"
    r"|(?:data|hx|aria)-[\w-]+"
)


def _known() -> dict[str, set[str]]:
    known = {}
    for path in COMPONENTS.glob("*.html"):
        declared = re.search(r"<c-vars ([^>]*)/>", path.read_text(encoding="utf-8"))
        known[path.stem.replace("_", "-")] = set(re.findall(r':?([\w-]+)="', declared[1])) if declared else set()
    return known


def _calls(path: Path) -> list[tuple[str, list[str]]]:
    text = NOISE.sub("", path.read_text(encoding="utf-8"))
    return [
        (call["tag"], ATTRIBUTE.findall(call["attributes"]))
        for call in CALL.finditer(text)
        if call["tag"] not in BUILT_IN
    ]


def test_pages_call_known_components_with_known_attributes() -> None:
    known = _known()
    wrong = [
        f"{path.relative_to(ROOT)}: <c-{tag} {attribute}>"
        for path in sorted((ROOT / "mentoring").rglob("templates/**/*.html"))
        for tag, attributes in _calls(path)
        for attribute in (attributes or [""])
        if tag not in known or (attribute and attribute not in known[tag] and not OF_ELEMENTS.fullmatch(attribute))
    ]

    assert not wrong
