"""What happened, told to the person on the next page, with a way back where there is one."""

import json

from django.contrib import messages
from django.http import HttpRequest

from mentoring.ui.shapes import Tone

LEVELS: dict[str, int] = {
    "good": messages.SUCCESS,
    "now": messages.WARNING,
    "late": messages.ERROR,
    "accent": messages.INFO,
    "quiet": messages.INFO,
}


def tell(request: HttpRequest, text: str, *, tone: Tone = "good", undo_url: str = "", undo: str = "Отменить") -> None:
    """Leave a message for the next page; `undo_url` receives a POST from the button beside the text."""
    extra = json.dumps({"url": undo_url, "label": undo}) if undo_url else ""
    messages.add_message(request, LEVELS[tone], text, extra_tags=extra, fail_silently=True)


def undo_of(extra_tags: str) -> dict[str, str] | None:
    """The undo button that `tell` put beside a message."""
    if not extra_tags.startswith("{"):
        return None
    found = json.loads(extra_tags)
    return {"url": str(found["url"]), "label": str(found["label"])}
