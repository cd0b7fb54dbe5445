"""How a person wants to see pages: kept with her account, carried by a cookie."""

from django.http import HttpResponse

from mentoring.ui.display import CHOICES, Display


def restore_display(response: HttpResponse, code: str) -> None:
    """Put the remembered look into the browser in which she has just signed in."""
    values = dict(zip(CHOICES, code.split("."), strict=False))
    Display().changed_by(values).write(response)
