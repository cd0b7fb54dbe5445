"""Write many rows by few statements."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from mentoring.people.models import Person
from mentoring.staff.models import Employment

AT_ONCE: Final = 500

T = TypeVar("T")
V = TypeVar("V", Person, Employment)


def overwrite(model: type[V], things: Sequence[V], *, fields: Iterable[str]) -> None:
    """Write the changed fields of loaded rows as their next version: an insert that meets its own key."""
    for thing in things:
        thing.version += 1
    if things:
        model._base_manager.bulk_create(
            things,
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=sorted({*fields, "version"}),
        )


def chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """The same things, so many at a time as one statement takes."""
    return (things[start : start + AT_ONCE] for start in range(0, len(things), AT_ONCE))
