"""One stylesheet out of many files: `ui.css` lists them in order, a browser gets them in one answer.

There is no build step: the text is put together on the first request; its address changes with the text, so that a
browser may keep it for ever.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(__file__).parent / "static" / "ui" / "css"
MAIN = FOLDER / "ui.css"

IMPORT = re.compile(r'@import url\("(?P<path>[\w./-]+)"\) layer\((?P<layer>\w+)\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND_MARKS = re.compile(r" ?([{};,]) ?")


@dataclass(frozen=True)
class Stylesheet:
    """The whole text and its version."""

    text: str
    version: str


def stylesheet() -> Stylesheet:
    """The stylesheet of all pages; while developing it is read anew each time."""
    return build_stylesheet() if settings.DEBUG else _kept_stylesheet()


def build_stylesheet() -> Stylesheet:
    """Put the files that the main one lists into it, each in its layer."""
    text = compress(IMPORT.sub(_inlined, COMMENT.sub("", MAIN.read_text("utf-8"))))
    return Stylesheet(text=text, version=hashlib.sha256(text.encode()).hexdigest()[:12])


def compress(css: str) -> str:
    """Leave out comments and needless space."""
    return AROUND_MARKS.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()


@lru_cache(maxsize=1)
def _kept_stylesheet() -> Stylesheet:
    return build_stylesheet()


def _inlined(found: re.Match[str]) -> str:
    return f"@layer {found['layer']} {{\n{(FOLDER / found['path']).read_text('utf-8')}\n}}"
