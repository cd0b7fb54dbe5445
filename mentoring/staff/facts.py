"""Numbers of the staff by organisation: no actor, no names."""

from collections import Counter
from datetime import date

from django.db.models import Count, QuerySet

from mentoring.core.actor import Actor
from mentoring.reference.books import positions, threshold
from mentoring.staff.experience import experience_on
from mentoring.staff.models import Employment


def teachers(*, day: date) -> dict[int, int]:
    """Count those who work in teaching positions on the day by organisation."""
    counts = _teachers(Employment.objects.all(), day).values_list("organization_id").annotate(number=Count("pk"))
    return dict(counts.order_by())


def beginners(*, day: date) -> dict[int, int]:
    """Count teachers whose teaching experience is below the threshold of the day by organisation."""
    return dict(Counter(work.organization_id for work in _beginners(Employment.objects.all(), day)))


def rows_of_teachers(actor: Actor, *, day: date) -> QuerySet[Employment]:
    """The people behind `teachers` whom the actor may see."""
    return _teachers(Employment.objects.visible_to(actor).with_person(), day).order_by("person__search", "pk")


def rows_of_beginners(actor: Actor, *, day: date) -> list[Employment]:
    """The people behind `beginners` whom the actor may see."""
    return _beginners(rows_of_teachers(actor, day=day), day)


def _teachers(works: QuerySet[Employment], day: date) -> QuerySet[Employment]:
    """A position outside of the nomenclature counts as a teacher's until somebody names it otherwise."""
    others = [entry.code for entry in positions() if not entry.is_teacher]
    return works.working_on(day).exclude(position_code__in=others)  # type: ignore[attr-defined, no-any-return]


def _beginners(works: QuerySet[Employment], day: date) -> list[Employment]:
    least = threshold("beginner_months", day=day).value
    teaching = [
        (work, experience_on(work, day).known_teaching) for work in _teachers(works, day).prefetch_related("breaks")
    ]
    return [work for work, months in teaching if months is not None and months < least]
