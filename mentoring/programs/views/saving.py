"""Save a form that two people may have open: merge what can be merged, show the rest twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from mentoring.audit.selectors import story
from mentoring.core.errors import Stale
from mentoring.programs.forms.merging import MergingForm
from mentoring.ui.shapes import Difference

ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both people changed, and who saved first."""

    items: Sequence[Difference]
    saved_by: str
    saved_at: datetime | None


def save_merged(
    form: MergingForm, thing: models.Model, save: Callable[[Mapping[str, Any], int], object]
) -> Conflict | None:
    """Save through `save(values, version)`; None when it is saved. A line that is gone stays Stale."""
    for _ in range(ATTEMPTS):
        merge = form.merge(thing)
        if merge.conflicts:
            return conflict_of(thing, merge.conflicts)
        try:
            save(merge.values, thing.version)  # type: ignore[attr-defined]
        except Stale:
            thing.refresh_from_db()
            if getattr(thing, "removed_at", None) is not None:
                raise
        else:
            return None
    raise Stale("Пока вы правили, текст изменили несколько раз. Сохраните ещё раз.")


def conflict_of(thing: models.Model, items: Sequence[Difference]) -> Conflict:
    """The conflict with the name of who saved first."""
    last = next(iter(story(thing, limit=1)), None)
    return Conflict(items, last.who if last else "", last.at if last else None)
