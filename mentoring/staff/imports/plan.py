"""The plan of an import: what would happen to each person; pure, touches nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.wording import experience
from mentoring.staff.imports.changes import EXPERIENCE, Change, changes_between
from mentoring.staff.imports.claims import ColumnMatch
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.imports.fields import FIELD_LABELS, Field
from mentoring.staff.imports.layout import ByHand
from mentoring.staff.imports.matching import Directory, Match, name_key
from mentoring.staff.imports.model import Problem, StaffRow
from mentoring.staff.imports.reading import StaffList, read_staff
from mentoring.staff.imports.values.experience import months_between

ABSURD_GROWTH_MONTHS = 24


class Status(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One person of the list; `key` is whom it changes, `candidates` between whom a human being decides."""

    status: Status
    person: StaffRow
    key: str | None = None
    candidates: tuple[str, ...] = ()
    doubt: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole plan; those `gone` are only marked, never dismissed."""

    columns: tuple[ColumnMatch, ...]
    rows: tuple[PlanRow, ...]
    gone: tuple[KnownEmployee, ...]
    warnings: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """All errors in the order of the rows."""
        return tuple(error for row in self.rows for error in row.person.errors)

    @property
    def counts(self) -> dict[str, int]:
        """How many people of each status, and how many are gone."""
        found = Counter(row.status for row in self.rows)
        return {
            "rows": len(self.rows),
            "new": found[Status.NEW],
            "changed": found[Status.CHANGED],
            "unchanged": found[Status.UNCHANGED],
            "doubtful": found[Status.DOUBTFUL],
            "errors": found[Status.ERROR],
            "gone": len(self.gone),
        }


def plan_workbook(
    workbook: Workbook,
    *,
    today: date,
    known: Sequence[KnownEmployee] = (),
    mapping: ByHand | None = None,
    organization_type: str = "",
) -> ImportPlan:
    """Read a workbook and compare it with the staff that is known."""
    staff = read_staff(workbook, today=today, mapping=mapping, organization_type=organization_type)
    return build_plan(staff, known=known)


def build_plan(staff: StaffList, *, known: Sequence[KnownEmployee] = ()) -> ImportPlan:
    """Compare the people of a list with the staff that is known; the same list again gives everything unchanged."""
    directory = Directory(known)
    repeated = repetitions(staff.rows)
    rows: list[PlanRow] = []
    meant: set[str] = set()
    for person in staff.rows:
        row = compare(person, directory, earlier=repeated.get((person.sheet, person.row)))
        meant |= {row.key} if row.key else set(row.candidates)
        rows.append(row)
    settled = tuple(refuse_second_claims(rows))
    warnings = [*staff.warnings, *(warning for row in settled for warning in row.person.warnings)]
    gone = tuple(person for person in known if person.key not in meant)
    return ImportPlan(staff.columns, settled, gone, tuple(warnings))


def compare(person: StaffRow, directory: Directory, *, earlier: StaffRow | None) -> PlanRow:
    """Say what one person of the list would do."""
    if person.errors:
        return PlanRow(Status.ERROR, person, candidates=tuple(one.key for one in directory.possibly_meant(person)))
    match = directory.find(person)
    if earlier is not None:
        return PlanRow(Status.DOUBTFUL, person, candidates=keys_of(match), doubt=twice(earlier))
    if match.doubt:
        return PlanRow(Status.DOUBTFUL, person, candidates=keys_of(match), doubt=match.doubt)
    if match.employee is None:
        return new_person(person)
    changes = changes_between(person, match.employee)
    key = match.employee.key
    if not changes:
        return PlanRow(Status.UNCHANGED, person, key=key)
    warnings = (*person.warnings, *growth_warnings(person, match.employee, changes))
    return PlanRow(Status.CHANGED, replace(person, warnings=warnings), key=key, changes=changes)


def new_person(person: StaffRow) -> PlanRow:
    """Take a new person in, unless something is missing that a known one would have already."""
    if person.missing:
        return PlanRow(Status.ERROR, replace(person, errors=person.missing))
    return PlanRow(Status.NEW, person)


def keys_of(match: Match) -> tuple[str, ...]:
    """Give the keys of everybody a match speaks of."""
    return (match.employee.key,) if match.employee else tuple(person.key for person in match.candidates)


def repetitions(rows: Sequence[StaffRow]) -> dict[tuple[str, int], StaffRow]:
    """Find the rows that repeat an earlier person of the list: the same name and no other birth."""
    seen: dict[str, list[StaffRow]] = defaultdict(list)
    repeated: dict[tuple[str, int], StaffRow] = {}
    for row in rows:
        if not row.last_name or not row.first_name:
            continue
        namesakes = seen[name_key(row)]
        same = next((earlier for earlier in namesakes if may_be_one(earlier, row)), None)
        if same is None:
            namesakes.append(row)
        else:
            repeated[row.sheet, row.row] = same
    return repeated


def may_be_one(earlier: StaffRow, row: StaffRow) -> bool:
    """Tell whether two rows of one name may be one person."""
    if earlier.birth_date and row.birth_date:
        return earlier.birth_date == row.birth_date
    return None in (earlier.birth_year, row.birth_year) or earlier.birth_year == row.birth_year


def twice(earlier: StaffRow) -> str:
    """Say that a person stands in the list twice."""
    place = f"в строке {earlier.row} листа «{earlier.sheet}»"
    return (
        f"Этот человек уже есть {place}: если это вторая должность, внесите её в карточке, если тёзка — укажите даты "
        "рождения."
    )


def refuse_second_claims(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Let only the first of two rows change one known person."""
    claimed: dict[str, PlanRow] = {}
    settled = []
    for row in rows:
        if row.key and row.key in claimed:
            doubt = twice(claimed[row.key].person)
            settled.append(PlanRow(Status.DOUBTFUL, row.person, candidates=(row.key,), doubt=doubt))
            continue
        if row.key:
            claimed[row.key] = row
        settled.append(row)
    return settled


def growth_warnings(person: StaffRow, known: KnownEmployee, changes: Sequence[Change]) -> list[Problem]:
    """Warn of experience that shrank or grew faster than time."""
    if person.experience_as_of is None or known.experience_as_of is None:
        return []
    passed = months_between(known.experience_as_of, person.experience_as_of)
    found = []
    for change in changes:
        was, becomes = change.was, change.becomes
        if change.field not in EXPERIENCE or not isinstance(was, int) or not isinstance(becomes, int):
            continue
        if not was <= becomes <= was + passed + ABSURD_GROWTH_MONTHS:
            text = f"Было «{experience(was)}», стало «{experience(becomes)}»: проверьте."
            label = FIELD_LABELS[Field(change.field)]
            found.append(Problem(person.sheet, person.row, label, experience(becomes), text))
    return found
