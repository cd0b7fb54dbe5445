"""What a mentor offers as a form that two people may have open at once."""

from collections.abc import Sequence
from datetime import date

from django.http import QueryDict

from mentoring.matching import books
from mentoring.matching.actions.mentors import Profile
from mentoring.matching.forms import ProfileForm
from mentoring.matching.models import Mentor
from mentoring.ui.conflicts import differences, on_version, settled
from mentoring.ui.shapes import Difference


def initial_of(mentor: Mentor) -> dict[str, object]:
    """What the form is opened with."""
    return {
        "version": mentor.version,
        "capacity": mentor.capacity,
        "hours_per_month": mentor.hours_per_month,
        "areas": mentor.areas,
        "results": mentor.results,
    }


def chosen(data: QueryDict, mentor: Mentor) -> QueryDict:
    """What was sent; where the person chose what had been saved before, that."""
    stored = {
        "capacity": str(mentor.capacity),
        "hours_per_month": str(mentor.hours_per_month or ""),
        "areas": mentor.areas,
        "results": mentor.results,
    }
    return settled(data, stored)


def conflict(
    data: QueryDict, typed: ProfileForm, mentor: Mentor, *, day: date
) -> tuple[ProfileForm, Sequence[Difference]]:
    """The same form over the newest version, and what was typed beside what was saved."""
    mentor.refresh_from_db()
    form = ProfileForm(on_version(data, mentor.version), day=day)
    theirs = _words(mentor, day)
    labels = {name: str(form.fields[name].label) for name in theirs}
    return form, differences(_words(typed.profile(), day), theirs, labels=labels)


def _words(offer: Profile | Mentor, day: date) -> dict[str, str]:
    titles = books.area_titles(day)
    return {
        "capacity": str(offer.capacity),
        "hours_per_month": str(offer.hours_per_month or ""),
        "areas": ", ".join(titles.get(area, area) for area in offer.areas),
        "results": offer.results,
    }
