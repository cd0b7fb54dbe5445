"""What tests of pages share."""

import re

from django.urls import reverse


def url(name: str, *args: object) -> str:
    """An address of matching."""
    return reverse(f"matching:{name}", args=args)


def text_of(response: object) -> str:
    """What a reader sees, with ordinary spaces."""
    body = response.content.decode()  # type: ignore[attr-defined]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body).replace("\u00a0", " ").replace("&nbsp;", " "))
