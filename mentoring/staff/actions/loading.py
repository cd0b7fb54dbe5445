"""A loaded list before it is applied: taken in, planned, decided on, dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.background import run_later
from mentoring.core.command import command
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.organizations.models import Organization
from mentoring.staff import access, storage
from mentoring.staff.actions.basis import require_basis
from mentoring.staff.imports.decisions import GONE, LEAVE, MARK, claimed_twice, counts_of
from mentoring.staff.imports.fields import Field
from mentoring.staff.imports.known import known_staff
from mentoring.staff.imports.plan import build_plan
from mentoring.staff.imports.reading import NO_LIST, StaffList, read_staff
from mentoring.staff.imports.stored import StoredPlan, stored_plan
from mentoring.staff.models import StaffImport
from mentoring.staff.states import IMPORT
from mentoring.staff.storage import StoredFile

GONE_CHOICES = ((GONE, MARK), (GONE, LEAVE))
PLAN_AFTER = timedelta(seconds=20)
STALE = "Пока вы смотрели, решения по этому списку изменили в другой вкладке. Проверьте их и нажмите ещё раз."


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that was read and compared, before it is written down."""

    plan: StoredPlan
    digest: str
    message: str = ""


@command
def take_list(*, organization: Organization, name: str, file: StoredFile, by: Actor) -> StaffImport:
    """Write down that a list came; it is planned by the page at once or by the worker soon after."""
    require(access.can_keep_staff(by, organization))
    require_basis(organization)
    loaded = StaffImport.objects.create(
        organization=organization,
        file_name=name[-200:],
        path=file.name,
        sha256=file.sha256,
        created_by_id=by.person_id,
    )
    record("staff.import.uploaded", subject=loaded, by=by)
    run_later("staff.plan_import", not_before=clock.now() + PLAN_AFTER, import_id=loaded.pk)
    return loaded


def plan_list(*, loaded: StaffImport, by: Actor) -> StaffImport:
    """Read the file and compare it with the staff, outside of a transaction; then write the plan down."""
    try:
        planned = compare_with_staff(loaded, today=loaded.organization.today())
    except UnreadableFile as refusal:
        return _fail(loaded=loaded, message=refusal.message, by=by)
    return _save_plan(loaded=loaded, planned=planned, by=by)


def compare_with_staff(loaded: StaffImport, *, today: date) -> Planned:
    """The plan of this very moment; raises UnreadableFile."""
    workbook = read_workbook(storage.path_of(loaded.path))
    known = known_staff(loaded.organization, today=today)
    staff = read_loaded(loaded, workbook, today=today)
    if not staff.columns:
        raise UnreadableFile(NO_LIST)
    plan = build_plan(staff, known=known.employees)
    return Planned(stored_plan(plan, workbook, known=known), known.digest, "" if staff.is_found else NO_LIST)


def read_loaded(loaded: StaffImport, workbook: Workbook, *, today: date) -> StaffList:
    """The people of the file, with the columns assigned by hand."""
    return read_staff(workbook, today=today, mapping=mapping_of(loaded), organization_type=loaded.organization.type)


def mapping_of(loaded: StaffImport) -> dict[tuple[str, int], Field | None]:
    """Columns that were assigned by hand."""
    return {(sheet, index): Field(field) if field else None for sheet, index, field in loaded.mapping}


@command
def assign_columns(
    *, loaded: StaffImport, mapping: Mapping[tuple[str, int], Field | None], version: int, by: Actor
) -> StaffImport:
    """Say by hand what columns hold; the file is planned anew after it."""
    stored = _locked(loaded, by, version)
    IMPORT.check(stored, "plan")
    fields = [field for field in mapping.values() if field]
    if len(fields) != len(set(fields)):
        raise Refusal("Одно и то же назначено двум столбцам. Оставьте каждому столбцу своё.")
    stored.mapping = [[sheet, index, field] for (sheet, index), field in mapping.items()]
    stored.version += 1
    stored.save(update_fields=["mapping", "version"])
    return stored


@command
def decide_rows(*, loaded: StaffImport, choices: Mapping[str, str], version: int, by: Actor) -> StaffImport:
    """Write down who the doubtful rows mean and whether those not named are marked; raises Stale."""
    stored = _locked(loaded, by, version)
    IMPORT.check(stored, "plan")
    known = {row["id"] for row in stored.plan["rows"]}
    told = {row: choice for row, choice in choices.items() if row in known or (row, choice) in GONE_CHOICES}
    merged = {row: choice for row, choice in ({**stored.choices, **told}).items() if choice}
    twice = claimed_twice(stored.plan, merged)
    if twice:
        first, second = twice
        raise Refusal(
            f"Строки {first['row']} и {second['row']} указывают на одного человека. Для одной из них выберите другое."
        )
    stored.choices = merged
    stored.counts = counts_of(stored.plan, merged)
    stored.version += 1
    stored.save(update_fields=["choices", "counts", "version"])
    return stored


@command
def drop_list(*, loaded: StaffImport, by: Actor) -> StaffImport:
    """Give a list up: nothing of it was written, its file is deleted."""
    stored = _locked(loaded, by)
    IMPORT.move(stored, "drop")
    stored.plan, stored.choices = {}, {}
    stored.version += 1
    stored.save(update_fields=["state", "plan", "choices", "version"])
    record("staff.import.dropped", subject=stored, by=by)
    run_later("staff.remove_file", name=stored.path)
    return stored


@command
def settle_errors(*, loaded: StaffImport, by: Actor) -> StaffImport:
    """Say that the errors of a list need nothing more."""
    stored = _locked(loaded, by)
    if stored.errors_settled:
        raise WrongState("Ошибки этого списка уже разобраны. Обновите страницу.")
    stored.errors_settled = True
    stored.save(update_fields=["errors_settled"])
    record("staff.import.settled", subject=stored, by=by)
    return stored


@command
def _save_plan(*, loaded: StaffImport, planned: Planned, by: Actor) -> StaffImport:
    stored = _locked(loaded, by)
    if stored.mapping != loaded.mapping:
        raise Stale(STALE)
    IMPORT.move(stored, "plan")
    rows = {row["id"] for row in planned.plan["rows"] if row["status"] == "doubtful"}
    stored.choices = {row: choice for row, choice in stored.choices.items() if row in rows or row == GONE}
    if claimed_twice(planned.plan, stored.choices):
        stored.choices = {}
    stored.plan, stored.known_digest, stored.message = planned.plan, planned.digest, planned.message
    stored.counts = counts_of(planned.plan, stored.choices)
    stored.version += 1
    stored.save()
    return stored


@command
def _fail(*, loaded: StaffImport, message: str, by: Actor) -> StaffImport:
    stored = _locked(loaded, by)
    IMPORT.move(stored, "fail")
    stored.message = message
    stored.version += 1
    stored.save(update_fields=["state", "message", "version"])
    run_later("staff.remove_file", name=stored.path)
    return stored


def _locked(loaded: StaffImport, by: Actor, version: int | None = None) -> StaffImport:
    found = StaffImport.objects.select_for_update(of=("self",)).select_related("organization__territory")
    stored = found.get(pk=loaded.pk)
    require(access.can_keep_staff(by, stored.organization))
    if version is not None and stored.version != version:
        raise Stale(STALE)
    return stored


@command
def forget_old_lists(*, before: datetime, by: Actor) -> int:
    """Delete what old lists hold of people (90 days); that they were loaded stays. The number of lists."""
    if not by.system:
        raise NotAllowed("Старые списки удаляет сама система по сроку хранения.")
    old = StaffImport.objects.filter(created_at__lt=before).exclude(path="")
    names = list(old.values_list("path", flat=True))
    old.update(path="", plan={}, choices={}, effects=[], message="")
    for name in names:
        run_later("staff.remove_file", name=name)
    return len(names)
