"""Compare a row with what is known, field by field; what the list does not state is never a change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.core.wording import comparison_key
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.imports.model import StaffRow
from mentoring.staff.imports.values.experience import months_between

Value = str | int | bool | date | Decimal | None

YEAR = 12
ROUNDING_MONTHS = 1
NAMES = ("last_name", "first_name", "patronymic")
TEXTS = ("position", "subject")
PLAIN = ("birth_date", "category", "category_on", "hired_on", "email", "phone", "rate", "is_main")
EXPERIENCE = ("total_experience_months", "teaching_experience_months")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a person: what it was and what the list makes it."""

    field: str
    was: Value
    becomes: Value


def changes_between(row: StaffRow, known: KnownEmployee) -> tuple[Change, ...]:
    """List what the row would change."""
    changes = [*changed(NAMES, row, known, differ=names_differ), *changed(TEXTS, row, known, differ=texts_differ)]
    changes += changed(PLAIN, row, known, differ=lambda was, becomes: was != becomes)
    if row.gender and known.gender != row.gender and (row.is_gender_stated or not known.gender):
        changes.append(Change("gender", known.gender, row.gender))
    if row.birth_year is not None and row.birth_date is None and known.year_of_birth is None:
        changes.append(Change("birth_year", None, row.birth_year))
    changes += [change for name in EXPERIENCE if (change := changed_experience(name, row, known))]
    return tuple(changes)


def changed(
    names: tuple[str, ...], row: StaffRow, known: KnownEmployee, *, differ: Callable[[Value, Value], bool]
) -> list[Change]:
    """List the changes of some fields."""
    found = []
    for name in names:
        becomes: Value = getattr(row, name)
        was: Value = getattr(known, name) or None if name != "is_main" else known.is_main
        if becomes is None or was == becomes:  # most fields of most people: the closer look is dear
            continue
        if was is None or differ(was, becomes):
            found.append(Change(name, was, becomes))
    return found


def names_differ(was: Value, becomes: Value) -> bool:
    """Compare parts of a name: a list without ё takes no ё away, one with it gives it."""
    if comparison_key(str(was)) != comparison_key(str(becomes)):
        return True
    return "ё" in str(becomes).lower() and "ё" not in str(was).lower()


def texts_differ(was: Value, becomes: Value) -> bool:
    """Compare titles: capitals and ё are no difference."""
    return comparison_key(str(was)) != comparison_key(str(becomes))


def changed_experience(name: str, row: StaffRow, known: KnownEmployee) -> Change | None:
    """Compare experience at the day of the list: what has grown by itself is no change."""
    becomes: int | None = getattr(row, name)
    was: int | None = getattr(known, name)
    if becomes is None or (was is not None and is_as_expected(becomes, was, row=row, known=known)):
        return None
    return Change(name, was, becomes)


def is_as_expected(becomes: int, was: int, *, row: StaffRow, known: KnownEmployee) -> bool:
    """Tell whether experience is what it must be by now.

    Allowed are a month of rounding, and whole years where the list counts nothing smaller. A list that names no day of
    its own may repeat what it said before: it was only not brought up to date.
    """
    if becomes == was and (not row.is_as_of_stated or row.experience_as_of == known.experience_as_of):
        return True
    if row.experience_as_of is None or known.experience_as_of is None:
        return becomes == was
    expected = was + months_between(known.experience_as_of, row.experience_as_of)
    if abs(becomes - expected) <= ROUNDING_MONTHS:
        return True
    return becomes % YEAR == 0 and becomes // YEAR == expected // YEAR
