"""`mentoring staff plan FILE`: what a list would change, without changing it."""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from mentoring.core.errors import Refusal
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.imports.plan import ImportPlan, build_plan
from mentoring.staff.imports.plan_json import plan_as_json
from mentoring.staff.imports.reading import read_staff, require_list

UNREADABLE_EXIT = 2
KNOWN_MODULE = "mentoring.staff.imports.known"
SHOWN_PROBLEMS = 20
COUNT_LABELS = {
    "rows": "Людей в файле",
    "new": "Новых",
    "changed": "С изменениями",
    "unchanged": "Без изменений",
    "doubtful": "Под вопросом",
    "errors": "С ошибками",
    "gone": "Нет в файле",
}


class Subparsers(Protocol):
    """What `argparse` gives for adding commands."""

    def add_parser(self, name: str, **options: str) -> argparse.ArgumentParser:
        """Add a command."""


def register(subparsers: Subparsers) -> None:
    """Add `staff plan` to the command line."""
    staff = subparsers.add_parser("staff", help="список педагогов")
    commands = staff.add_subparsers(dest="staff_command", required=True)
    plan = commands.add_parser("plan", help="показать, что изменит файл, ничего не записывая")
    plan.add_argument("file", type=Path, help="xlsx, xls, ods или csv")
    plan.add_argument("--organization", default="", metavar="CODE", help="с кем сравнить; без этого все новые")
    plan.add_argument("--json", action="store_true", help="ответ для программ")
    plan.set_defaults(run=run_plan)


def run_plan(args: argparse.Namespace) -> int:
    """Print the plan of a file; 2 when it is unreadable, with one sentence on the standard error."""
    try:
        plan = make_plan(args.file, organization=args.organization, today=date.today())  # noqa: DTZ011 - local day
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return UNREADABLE_EXIT
    print(json.dumps(plan_as_json(plan), ensure_ascii=False) if args.json else summary(plan))
    return 0


def make_plan(path: Path, *, organization: str, today: date) -> ImportPlan:
    """Read the file first, then the people to compare with; raises Refusal."""
    staff = read_staff(read_workbook(path), today=today)
    require_list(staff)
    return build_plan(staff, known=known_people(organization) if organization else ())


def known_people(organization: str) -> Sequence[KnownEmployee]:
    """Ask the database, which is opened only here; raises Refusal when there is no such organisation."""
    importlib.import_module("django").setup()
    known: Callable[[str], Sequence[KnownEmployee]] = importlib.import_module(KNOWN_MODULE).known_employees
    return known(organization)


def summary(plan: ImportPlan) -> str:
    """Say the plan in words."""
    lines = [f"{COUNT_LABELS[name]}: {count}" for name, count in plan.counts.items()]
    problems = [
        f"{problem.sheet}, строка {problem.row}, {problem.column}: {problem.message}"
        for problem in (*plan.errors, *plan.warnings)
    ]
    lines += problems[:SHOWN_PROBLEMS]
    if len(problems) > SHOWN_PROBLEMS:
        lines.append(f"И ещё замечаний: {len(problems) - SHOWN_PROBLEMS}.")
    return "\n".join(lines)
