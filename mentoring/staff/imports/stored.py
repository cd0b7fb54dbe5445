"""The plan as it is kept between its page and its application: plain values, small, without the file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypedDict

from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.wording import long_date
from mentoring.staff.imports.changes import Change, Value, changes_between
from mentoring.staff.imports.claims import ColumnMatch
from mentoring.staff.imports.fields import Role
from mentoring.staff.imports.known import KnownStaff, employee_of
from mentoring.staff.imports.matching import name_key
from mentoring.staff.imports.model import Problem, StaffRow
from mentoring.staff.imports.plan import ImportPlan, PlanRow, Status
from mentoring.staff.imports.values.reading import is_blank, shown
from mentoring.staff.models import Employment

JsonValue = str | int | float | bool | None

PERSON_FIELDS: Final = (
    *("last_name", "first_name", "patronymic", "gender", "birth_date", "birth_year", "position", "position_code"),
    *("subject", "category", "category_on", "hired_on", "total_experience_months", "teaching_experience_months"),
    *("experience_as_of", "email", "phone", "rate", "is_main"),
)
EXAMPLES_OF_COLUMN = 3
LEFT = "Человек с таким именем работал здесь по {day}: это он принят снова или тёзка?"


class ChangeJson(TypedDict):
    """What one field was and becomes."""

    field: str
    was: JsonValue
    becomes: JsonValue


class CandidateJson(TypedDict):
    """Whom a doubtful row may mean."""

    key: str
    name: str
    note: str
    is_former: bool
    changes: list[ChangeJson]


class ProblemJson(TypedDict):
    """An error or a warning at a cell."""

    sheet: str
    row: int
    column: str
    value: str
    message: str


class RowJson(TypedDict):
    """One person of the list."""

    id: str
    sheet: str
    row: int
    status: str
    name: str
    note: str
    key: str | None
    person: dict[str, JsonValue]
    changes: list[ChangeJson]
    doubt: str
    candidates: list[CandidateJson]
    errors: list[ProblemJson]


class ColumnJson(TypedDict):
    """A column of the file and what is read from it."""

    sheet: str
    index: int
    header: str
    field: str | None
    role: str
    rival: str
    examples: list[str]


class GoneJson(TypedDict):
    """Somebody in the list of the organisation whom the file does not name."""

    key: str
    name: str
    note: str


class StoredPlan(TypedDict):
    """The whole plan."""

    columns: list[ColumnJson]
    rows: list[RowJson]
    gone: list[GoneJson]
    warnings: list[ProblemJson]


def stored_plan(plan: ImportPlan, workbook: Workbook, *, known: KnownStaff) -> StoredPlan:
    """Bring a plan into the form in which it waits for a decision."""
    present = {str(row.pk): row for row in known.present}
    former = {name_key(employee_of(row)): row for row in known.former}
    people = {name: [row.person.row for row in plan.rows if row.person.sheet == name] for name in _sheets(plan)}
    return {
        "columns": [_column(column, workbook, people.get(column.sheet, ())) for column in plan.columns],
        "rows": [_row(row, present, former) for row in plan.rows],
        "gone": [{"key": one.key, "name": one.full_name, "note": one.position} for one in plan.gone],
        "warnings": [_problem(problem) for problem in plan.warnings],
    }


def _row(row: PlanRow, present: Mapping[str, Employment], former: Mapping[str, Employment]) -> RowJson:
    person = row.person
    again = former.get(name_key(person)) if row.status is Status.NEW else None
    candidates = [_candidate(present[key], person) for key in row.candidates if row.status is Status.DOUBTFUL]
    if again is not None and again.dismissed_on is not None:
        candidates = [_candidate(again, person, is_former=True)]
    return {
        "id": f"{person.sheet}!{person.row}",
        "sheet": person.sheet,
        "row": person.row,
        "status": Status.DOUBTFUL if again else row.status,
        "name": person.full_name or person.raw_name,
        "note": person.position or "",
        "key": row.key,
        "person": {} if row.status in (Status.UNCHANGED, Status.ERROR) else _person(person),
        "changes": _changes(row.changes),
        "doubt": LEFT.format(day=long_date(again.dismissed_on)) if again and again.dismissed_on else row.doubt,
        "candidates": candidates,
        "errors": [_problem(error) for error in person.errors],
    }


def _candidate(employment: Employment, row: StaffRow, *, is_former: bool = False) -> CandidateJson:
    known = employee_of(employment)
    born = known.birth_date.strftime("%d.%m.%Y") if known.birth_date else known.birth_year
    facts = (known.position, f"год или дата рождения {born}" if born else "", _hired(employment))
    return {
        "key": known.key,
        "name": known.full_name,
        "note": ", ".join(fact for fact in facts if fact),
        "is_former": is_former,
        "changes": [] if is_former else _changes(changes_between(row, known)),
    }


def _hired(employment: Employment) -> str:
    return f"принят(а) {employment.hired_on:%d.%m.%Y}" if employment.hired_on else ""


def _person(row: StaffRow) -> dict[str, JsonValue]:
    """What the list states; what it does not state is left out."""
    return {name: plain(value) for name in PERSON_FIELDS if (value := getattr(row, name)) is not None}


def _changes(changes: Iterable[Change]) -> list[ChangeJson]:
    return [{"field": one.field, "was": plain(one.was), "becomes": plain(one.becomes)} for one in changes]


def _problem(problem: Problem) -> ProblemJson:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
    }


def _column(column: ColumnMatch, workbook: Workbook, rows: Sequence[int]) -> ColumnJson:
    return {
        "sheet": column.sheet,
        "index": column.index,
        "header": column.header,
        "field": column.field,
        "role": column.role,
        "rival": column.rival,
        "examples": [] if column.role is Role.REFUSED else _examples(column, workbook, rows),
    }


def _examples(column: ColumnMatch, workbook: Workbook, rows: Sequence[int]) -> list[str]:
    """A few cells of the column, so that a person sees what it holds."""
    cells = workbook.sheet(column.sheet).rows
    wanted = [cells[number - 1] for number in rows] if rows else cells[-20:]
    found = (row[column.index] for row in wanted if column.index < len(row) and not is_blank(row[column.index]))
    examples: list[str] = []
    for cell in found:
        text = shown(cell)[:40]
        if text not in examples:
            examples.append(text)
        if len(examples) == EXAMPLES_OF_COLUMN:
            break
    return examples


def plain(value: Value) -> JsonValue:
    """Bring a value to what JSON holds; a rate keeps its digits as text."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _sheets(plan: ImportPlan) -> set[str]:
    return {row.person.sheet for row in plan.rows}
