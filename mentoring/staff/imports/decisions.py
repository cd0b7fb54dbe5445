"""What a person decided about a plan, and what each row does after it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mentoring.staff.imports.stored import ChangeJson, RowJson, StoredPlan

NEW: Final = "new"
CHANGED: Final = "changed"
UNCHANGED: Final = "unchanged"
DOUBTFUL: Final = "doubtful"
ERROR: Final = "error"
SKIPPED: Final = "skipped"
AGAIN: Final = "again"

OTHER: Final = "other"
SKIP: Final = "skip"
SAME: Final = "same:"

GONE: Final = "gone"
MARK: Final = "mark"
LEAVE: Final = "leave"
GONE_MOST_SHARE = 0.5  # a file without half of the staff is taken for a part of the list

Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """A row with what it does: whom it changes and how, or that it is new."""

    row: RowJson
    status: str
    key: str | None = None
    changes: tuple[ChangeJson, ...] = ()


def decided(row: RowJson, choices: Choices) -> Decided:
    """Tell what a row does; a doubtful one waits until somebody decides."""
    if row["status"] != DOUBTFUL:
        return Decided(row, row["status"], row["key"], tuple(row["changes"]))
    choice = choices.get(row["id"], "")
    if choice == OTHER:
        return Decided(row, NEW)
    if choice == SKIP:
        return Decided(row, SKIPPED)
    candidate = next((one for one in row["candidates"] if choice == f"{SAME}{one['key']}"), None)
    if candidate is None:
        return Decided(row, DOUBTFUL)
    if candidate["is_former"]:
        return Decided(row, AGAIN, candidate["key"])
    status = CHANGED if candidate["changes"] else UNCHANGED
    return Decided(row, status, candidate["key"], tuple(candidate["changes"]))


def all_decided(plan: StoredPlan, choices: Choices) -> Iterator[Decided]:
    """Every row with what it does."""
    return (decided(row, choices) for row in plan["rows"])


def counts_of(plan: StoredPlan, choices: Choices) -> dict[str, int]:
    """How many people of each status; those who come again count as new."""
    found = Counter(one.status for one in all_decided(plan, choices))
    return {
        "rows": len(plan["rows"]),
        "new": found[NEW] + found[AGAIN],
        "changed": found[CHANGED],
        "unchanged": found[UNCHANGED],
        "doubtful": found[DOUBTFUL],
        "skipped": found[SKIPPED],
        "errors": found[ERROR],
        "gone": len(plan["gone"]),
        "warnings": len(plan["warnings"]),
    }


def claimed_twice(plan: StoredPlan, choices: Choices) -> tuple[RowJson, RowJson] | None:
    """Two rows that would change one person; None when every person is meant once."""
    claims: dict[str, RowJson] = {}
    for one in all_decided(plan, choices):
        if one.key is None:
            continue
        if one.key in claims:
            return claims[one.key], one.row
        claims[one.key] = one.row
    return None


def marks_gone(plan: StoredPlan, choices: Choices, *, known: int) -> bool:
    """Whether those whom the file does not name are marked: as decided, else when the file has most of the staff."""
    if choices.get(GONE) in (MARK, LEAVE):
        return choices[GONE] == MARK
    return bool(plan["gone"]) and len(plan["gone"]) <= known * GONE_MOST_SHARE
