"""Apply a planned list: one transaction, all of it or nothing; what it did is kept for an undo."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.db import models

from mentoring.audit.journal import record, record_each
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale
from mentoring.organizations.models import Organization
from mentoring.people.models import Person, PersonCaseForm, PersonName
from mentoring.staff import access
from mentoring.staff.actions.basis import require_basis
from mentoring.staff.actions.bulk import AT_ONCE, chunks, overwrite
from mentoring.staff.imports.decisions import marks_gone
from mentoring.staff.imports.known import digest_of
from mentoring.staff.imports.stored import plain
from mentoring.staff.imports.writing import NAMES, Batch, Hire, Update, Value, build_batch
from mentoring.staff.models import Employment, PositionPeriod, StaffImport
from mentoring.staff.selectors.people import holders_outside_list, may_be_born_on
from mentoring.staff.states import IMPORT

STALE: Final = "Пока вы смотрели, решения по этому списку изменили в другой вкладке. Проверьте их и нажмите ещё раз."
NOTHING: Final = "Загружать нечего: в списке нет новых людей и изменений. Исправьте ошибки или выберите другой файл."


class PlanOutdated(Refusal):
    """The staff has changed since the comparison; the plan must be made and looked at again."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Пока вы смотрели, список педагогов изменился: план пересчитан. Проверьте его и загрузите список ещё раз."
        )


@command
def apply_list(*, loaded: StaffImport, version: int, today: date, by: Actor) -> StaffImport:
    """Write the list into the staff; raises WrongState, Stale, PlanOutdated and writes nothing then."""
    found = StaffImport.objects.select_for_update(of=("self",)).select_related("organization")
    stored = found.get(pk=loaded.pk)
    require(access.can_keep_staff(by, stored.organization))
    require_basis(stored.organization)
    IMPORT.move(stored, "apply")
    if stored.version != version:
        raise Stale(STALE)
    batch = _batch(stored, _locked_staff(stored), today)
    if not (batch.hires or batch.updates or batch.gone or batch.back):
        raise Refusal(NOTHING)
    stored.effects = _write(batch, today=today, by=by)
    stored.applied_at = clock.now()
    stored.version += 1
    stored.save(update_fields=["state", "effects", "applied_at", "version"])
    record("staff.import.applied", subject=stored, by=by)
    return stored


def _locked_staff(stored: StaffImport) -> dict[str, Employment]:
    """Everybody who works or worked here, held until the end; raises PlanOutdated when anybody has changed."""
    Organization.objects.select_for_update(of=("self",)).get(pk=stored.organization_id)
    rows = Employment.objects.filter(organization_id=stored.organization_id).select_related("person").order_by("pk")
    held = list(rows.select_for_update(of=("self", "person")))
    if digest_of((row.pk, row.version, row.person.version) for row in held) != stored.known_digest:
        raise PlanOutdated
    return {str(row.pk): row for row in held}


def _batch(stored: StaffImport, known: dict[str, Employment], today: date) -> Batch:
    batch = build_batch(stored.plan, stored.choices, known, organization=stored.organization, today=today)
    _meet_holders(batch.hires, stored.organization)
    present = sum(1 for row in known.values() if row.dismissed_on is None)
    if marks_gone(stored.plan, stored.choices, known=present):
        batch.gone = [known[one["key"]] for one in stored.plan["gone"] if known[one["key"]].gone_since is None]
    return batch


def _meet_holders(hires: Sequence[Hire], organization: Organization) -> None:
    """Who got a role before the list came (the first administrator, the head) is no second person."""
    holders = holders_outside_list(organization)
    named = Counter(hire.person.search for hire in hires if hire.is_new_person)
    for hire in hires:
        holder = holders.get(hire.person.search) if hire.is_new_person else None
        if holder is not None and named[holder.search] == 1 and may_be_born_on(holder, hire.person.birth_date):
            hire.person, hire.is_new_person = holder, False


def _write(batch: Batch, *, today: date, by: Actor) -> dict[str, object]:
    _write_hires(batch.hires, by)
    changed = _write_updates(batch.updates, by)
    gone = _mark(batch.gone, today)
    record_each("staff.employment.marked_gone", subjects=batch.gone, by=by)
    returned = [[work.pk, work.version + 1, plain(work.gone_since)] for work in batch.back]
    _mark(batch.back, None)
    record_each("staff.employment.kept", subjects=batch.back, by=by)
    return {
        "new": [[hire.employment.pk, hire.person.pk, hire.is_new_person] for hire in batch.hires],
        "changed": changed,
        "gone": gone,
        "back": returned,
    }


def _write_hires(hires: Sequence[Hire], by: Actor) -> None:
    Person.objects.bulk_create([hire.person for hire in hires if hire.is_new_person], batch_size=AT_ONCE)
    for hire in hires:
        hire.employment.person = hire.person
    Employment.objects.bulk_create([hire.employment for hire in hires], batch_size=AT_ONCE)
    record_each("staff.employment.loaded", subjects=[hire.employment for hire in hires], by=by)


def _write_updates(updates: Sequence[Update], by: Actor) -> list[dict[str, object]]:
    people = [update.employment.person for update in updates if update.person_was]
    forms = _forget_case_forms([update for update in updates if set(update.person_was) & {*NAMES, "gender"}])
    overwrite(Person, people, fields={name for update in updates for name in update.person_was})
    works = [update.employment for update in updates]
    overwrite(Employment, works, fields={name for update in updates for name in update.was})
    PositionPeriod.objects.bulk_create([update.period for update in updates if update.period], batch_size=AT_ONCE)
    PersonName.objects.bulk_create([update.former_name for update in updates if update.former_name])
    fields = {update.employment.pk: [*update.was, *update.person_was] for update in updates}
    record_each("staff.employment.updated_by_list", subjects=works, by=by, fields=fields)
    return [_effect(update, forms.get(update.employment.person_id, {})) for update in updates]


def _effect(update: Update, forms: Mapping[str, str]) -> dict[str, object]:
    work = update.employment
    return {
        "work": work.pk,
        "version": work.version,
        "was": _plain(update.was),
        "person": work.person_id,
        "person_version": work.person.version,
        "person_was": _plain(update.person_was),
        "period": update.period.pk if update.period else None,
        "former_name": update.former_name.pk if update.former_name else None,
        "case_forms": dict(forms),
    }


def _forget_case_forms(updates: Sequence[Update]) -> dict[int, dict[str, str]]:
    """Delete corrected case forms of names that changed; they are kept for an undo."""
    ids = [update.employment.person_id for update in updates]
    forms = PersonCaseForm.objects.filter(person_id__in=ids)
    found: dict[int, dict[str, str]] = {}
    for form in forms:
        found.setdefault(form.person_id, {})[form.case] = form.text
    forms.delete()
    return found


def _mark(works: Sequence[Employment], day: date | None) -> list[list[int]]:
    """Set or take away the mark «нет в списке»; keys and new versions."""
    for some in chunks([work.pk for work in works]):
        Employment.objects.filter(pk__in=some).update(gone_since=day, version=models.F("version") + 1)
    return [[work.pk, work.version + 1] for work in works]


def _plain(values: Mapping[str, Value]) -> dict[str, str | int | float | bool | None]:
    return {name: plain(value) for name, value in values.items()}
