"""Undo the last load while nobody has built on it: everything stands again as it stood before."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import F

from mentoring.audit.journal import record, record_each
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.core.wording import counted
from mentoring.people.models import Person, PersonCaseForm, PersonName
from mentoring.staff import access
from mentoring.staff.actions.bulk import V, chunks, overwrite
from mentoring.staff.actions.footing import referring
from mentoring.staff.choices import ImportState
from mentoring.staff.models import Employment, PositionPeriod, StaffImport
from mentoring.staff.registries import in_use
from mentoring.staff.states import IMPORT

FIRST_VERSION: Final = 1
DATES: Final = frozenset({"hired_on", "category_on", "experience_as_of", "position_since", "gone_since", "birth_date"})


class BuiltOn(Refusal):
    """Something has been done with what the list brought; it stays."""

    status = 409


@command
def undo_list(*, loaded: StaffImport, by: Actor) -> StaffImport:
    """Take the last load back; raises WrongState and BuiltOn."""
    found = StaffImport.objects.select_for_update(of=("self",)).select_related("organization")
    stored = found.get(pk=loaded.pk)
    require(access.can_keep_staff(by, stored.organization))
    IMPORT.move(stored, "undo")
    refuse_built_on(stored)
    _restore_changed(stored.effects["changed"], by)
    _restore_marks(stored.effects["gone"], stored.effects["back"])
    _remove_new(stored.effects["new"])
    stored.undone_at = clock.now()
    stored.version += 1
    stored.save(update_fields=["state", "undone_at", "version"])
    record("staff.import.undone", subject=stored, by=by)
    return stored


def refuse_built_on(stored: StaffImport) -> None:
    """Raise BuiltOn when the load is not the last one, or somebody has worked with what it brought."""
    later = StaffImport.objects.filter(organization_id=stored.organization_id, state=ImportState.APPLIED)
    if later.filter(applied_at__gt=stored.applied_at).exists():
        raise BuiltOn("После этой загрузки была другая. Сначала отмените последнюю.")
    if not stored.effects:
        raise BuiltOn("Загрузка слишком давняя: сведения для отмены уже удалены. Исправьте карточки вручную.")
    changed = len(_changed_since(stored.effects))
    if changed:
        people = counted(changed, "человека", "человек", "человек")
        raise BuiltOn(
            f"После загрузки изменили сведения {people}: отменить её целиком нельзя. Исправьте карточки вручную."
        )
    used = len(_built_on(stored.effects["new"]))
    if used:
        people = counted(used, "загруженным человеком", "загруженными людьми", "загруженными людьми")
        raise BuiltOn(f"С {people} уже работают: есть пары, роли или документы. Отменить загрузку нельзя.")


def _changed_since(effects: Mapping[str, Any]) -> set[int]:
    """Employments that somebody saved after the load."""
    works = {pk: FIRST_VERSION for pk, _, _ in effects["new"]}
    works |= {effect["work"]: effect["version"] for effect in effects["changed"]}
    works |= dict(effects["gone"])
    works |= {pk: version for pk, version, _ in effects["back"]}
    people = {person: FIRST_VERSION for _, person, is_new in effects["new"] if is_new}
    people |= {effect["person"]: effect["person_version"] for effect in effects["changed"] if effect["person_was"]}
    return _other_versions(Employment, works) | _other_versions(Person, people)


def _other_versions(model: type[Employment] | type[Person], expected: Mapping[int, int]) -> set[int]:
    found: dict[int, int] = {}
    for some in chunks(list(expected)):
        found |= dict(model._base_manager.filter(pk__in=some).values_list("pk", "version"))
    return {pk for pk, version in expected.items() if found.get(pk) != version}


def _built_on(new: Sequence[tuple[int, int, bool]]) -> set[int]:
    """New people and employments to which anything in the system refers."""
    works = [work for work, _, _ in new]
    people = [person for _, person, is_new in new if is_new]
    found: set[int] = set()
    for some in chunks(works):
        found |= in_use(some).union(*referring(Employment, some, but=()).values())
    for some in chunks(people):
        found = found.union(*referring(Person, some, but=(Employment,)).values())
    return found


def _restore_changed(changed: Sequence[Mapping[str, Any]], by: Actor) -> None:
    works = _restore(Employment, {effect["work"]: effect["was"] for effect in changed})
    _restore(Person, {effect["person"]: effect["person_was"] for effect in changed if effect["person_was"]})
    for some in chunks([effect["period"] for effect in changed if effect["period"]]):
        PositionPeriod.objects.filter(pk__in=some).delete()
    for some in chunks([effect["former_name"] for effect in changed if effect["former_name"]]):
        PersonName.objects.filter(pk__in=some).delete()
    PersonCaseForm.objects.bulk_create(
        PersonCaseForm(person_id=effect["person"], case=case, text=text)
        for effect in changed
        for case, text in effect["case_forms"].items()
    )
    record_each("staff.employment.restored_by_undo", subjects=works, by=by)


def _restore(model: type[V], was: Mapping[int, Mapping[str, Any]]) -> list[V]:
    """Put the values back that stood before; the rows."""
    rows = [row for some in chunks(list(was)) for row in model._base_manager.filter(pk__in=some)]
    for row in rows:
        for name, value in was[row.pk].items():
            setattr(row, name, _value(name, value))
    overwrite(model, rows, fields={name for values in was.values() for name in values})
    return rows


def _restore_marks(gone: Sequence[Sequence[Any]], back: Sequence[Sequence[Any]]) -> None:
    for some in chunks([pk for pk, _ in gone]):
        Employment.objects.filter(pk__in=some).update(gone_since=None, version=F("version") + 1)
    _restore(Employment, {pk: {"gone_since": day} for pk, _, day in back})


def _remove_new(new: Sequence[tuple[int, int, bool]]) -> None:
    for some in chunks([work for work, _, _ in new]):
        Employment.objects.filter(pk__in=some).delete()
    for some in chunks([person for _, person, is_new in new if is_new]):
        Person.objects.filter(pk__in=some).delete()


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in DATES:
        return date.fromisoformat(value)
    return Decimal(value) if name == "rate" else value
