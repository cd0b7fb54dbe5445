"""The plan in the form in which other programs read it; names of keys stay."""

from datetime import date
from decimal import Decimal
from typing import TypedDict

from mentoring.staff.imports.changes import Change, Value
from mentoring.staff.imports.claims import ColumnMatch
from mentoring.staff.imports.model import Problem
from mentoring.staff.imports.plan import ImportPlan, PlanRow

JsonValue = str | int | float | bool | None
PERSON_KEYS = (
    *("last_name", "first_name", "patronymic", "gender", "birth_date", "position", "position_code", "subject"),
    *("category", "hired_on", "total_experience_months", "teaching_experience_months", "email", "phone"),
)


class PlanJson(TypedDict):
    """The whole answer."""

    columns: list[dict[str, JsonValue]]
    counts: dict[str, int]
    errors: list[dict[str, JsonValue]]
    warnings: list[dict[str, JsonValue]]
    rows: list[dict[str, JsonValue | list[dict[str, JsonValue]]]]


def plan_as_json(plan: ImportPlan) -> PlanJson:
    """Give the plan as plain values; days are ISO, what is not known is null."""
    return {
        "columns": [column_as_json(column) for column in plan.columns],
        "counts": plan.counts,
        "errors": [problem_as_json(problem) for problem in plan.errors],
        "warnings": [problem_as_json(problem) for problem in plan.warnings],
        "rows": [row_as_json(row) for row in plan.rows],
    }


def column_as_json(column: ColumnMatch) -> dict[str, JsonValue]:
    """Give one column; the index is counted from 0."""
    return {"sheet": column.sheet, "header": column.header, "index": column.index, "field": column.field}


def problem_as_json(problem: Problem) -> dict[str, JsonValue]:
    """Give one error or warning."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
    }


def row_as_json(row: PlanRow) -> dict[str, JsonValue | list[dict[str, JsonValue]]]:
    """Give one person."""
    person = row.person
    found: dict[str, JsonValue | list[dict[str, JsonValue]]] = {
        "sheet": person.sheet,
        "row": person.row,
        "status": row.status,
    }
    for key in PERSON_KEYS:
        found[key] = plain(getattr(person, key))
    found["changes"] = [change_as_json(change) for change in row.changes]
    return found


def change_as_json(change: Change) -> dict[str, JsonValue]:
    """Give one change."""
    return {"field": change.field, "was": plain(change.was), "becomes": plain(change.becomes)}


def plain(value: Value) -> JsonValue:
    """Bring a value to what JSON holds."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
