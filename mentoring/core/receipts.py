"""Where the first sending of a form led, so that the second click lands there too."""

import time
from datetime import timedelta

from django.db.models import QuerySet

from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.models import Receipt

LONGEST_LOCATION = 500
WAIT_SECONDS, STEP_SECONDS = 1.0, 0.05


def note_answer(*, location: str, by: Actor) -> None:
    """Write down where a form that was taken leads; a longer address than fits is left out."""
    if len(location) <= LONGEST_LOCATION:
        _receipts(by).filter(location="").update(location=location)


def first_answer(by: Actor) -> str:
    """Where the first sending of this form led; empty when it was never taken or was answered on the spot.

    Both clicks of a doubled one are on their way at once: what the first has done is seen before where it leads is
    written down, so the second waits for that a moment.
    """
    ends_at = time.monotonic() + WAIT_SECONDS
    while (location := _location(by)) is None and time.monotonic() < ends_at:
        time.sleep(STEP_SECONDS)
    return location or ""


def _location(by: Actor) -> str | None:
    """The address written down; None while a form taken just now may still write its own."""
    found = list(_receipts(by).values_list("location", "created_at"))
    written = next((location for location, _ in found if location), "")
    just_now = clock.now() - timedelta(seconds=WAIT_SECONDS)
    return None if not written and any(created_at > just_now for _, created_at in found) else written


def _receipts(by: Actor) -> "QuerySet[Receipt]":
    if by.user_id is None:
        return Receipt.objects.none()
    return Receipt.objects.filter(user_id=by.user_id, token=by.form_token)
