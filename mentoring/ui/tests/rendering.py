"""How tests draw a piece of a template."""

import re

from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


def render(source: str, request: HttpRequest | None = None, **context: object) -> str:
    """Draw a template text, in which components work, as a page would."""
    compiled = CottonCompiler().process(source)
    html = engines["django"].from_string(compiled).render(context, request or RequestFactory().get("/"))
    return re.sub(r"[ \n]+", " ", html)
