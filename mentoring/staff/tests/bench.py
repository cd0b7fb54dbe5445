"""Figures of a list of 10,000 people: planned, applied, loaded again, undone."""

import time
from collections.abc import Callable
from io import BytesIO

from python_calamine import CalamineWorkbook

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.organizations.tests.factories import make_organization
from mentoring.staff import storage
from mentoring.staff.actions import apply_list, plan_list, take_list, undo_list
from mentoring.staff.models import StaffImport
from mentoring.staff.tests.factories import make_basis
from mentoring.staff.tests.loads import list_file

PEOPLE = 10_000
ROOTS = [
    "Иван",
    "Петр",
    "Сидор",
    "Кузнец",
    "Новик",
    "Орл",
    "Зай",
    "Соколв",
    "Лебед",
    "Козл",
    "Мороз",
    "Волк",
    "Павл",
    "Семён",
    "Фёдор",
    "Голуб",
    "Виноград",
    "Богдан",
]
FIRST = ["Анна", "Мария", "Ольга", "Вера", "Ирина", "Елена", "Дарья", "Ксения", "Лариса", "Жанна", "Юлия", "Инна"]
PATRONYMICS = ["Ивановна", "Петровна", "Сергеевна", "Олеговна", "Львовна", "Ильинична", "Юрьевна", "Андреевна"]
TITLES = ("учитель математики", "учитель начальных классов", "воспитатель", "педагог-психолог", "тьютор")


def figures() -> list[tuple[str, float, str]]:
    """Measure on a fresh organisation."""
    school = make_organization()
    make_basis(organization=school)
    curator = make_actor(Role.CURATOR, organization=school)
    content = list_file(*(_row(number, category="первая") for number in range(PEOPLE)))
    changed = list_file(*(_row(number, category="высшая") for number in range(PEOPLE)))

    def taken(file: bytes) -> StaffImport:
        return take_list(organization=school, name="список.xlsx", file=storage.put([file]), by=curator)

    first, planned = _timed(lambda: plan_list(loaded=taken(content), by=curator))
    _, applied = _timed(lambda: _apply(first, curator))
    again, planned_again = _timed(lambda: plan_list(loaded=taken(content), by=curator))
    assert again.counts["unchanged"] == PEOPLE
    update, _ = _timed(lambda: plan_list(loaded=taken(changed), by=curator))
    assert update.counts["changed"] == PEOPLE
    done, updated = _timed(lambda: _apply(update, curator))
    _, undone = _timed(lambda: undo_list(loaded=done, by=curator))
    bare = _bare_reading(content)
    return [
        ("staff list of 10,000 rows: plan", planned, "s"),
        ("staff list of 10,000 rows: apply", applied, "s"),
        ("staff list of 10,000 rows: plan against 10,000 known", planned_again, "s"),
        ("staff list of 10,000 rows: apply 10,000 changes", updated, "s"),
        ("staff list of 10,000 rows: undo 10,000 changes", undone, "s"),
        ("staff list of 10,000 rows: bare reading of the file by calamine", bare, "s"),
        ("staff list of 10,000 rows: plan against bare reading", planned / bare, "times"),
    ]


def _apply(loaded: StaffImport, by: Actor) -> StaffImport:
    return apply_list(loaded=loaded, version=loaded.version, today=loaded.organization.today(), by=by)


def _bare_reading(content: bytes) -> float:
    """Seconds in which the reader alone gives the values of all cells."""
    begun = time.perf_counter()
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert len(rows) > PEOPLE
    return time.perf_counter() - begun


def _row(number: int, *, category: str) -> tuple[str, ...]:
    last = f"{ROOTS[number % len(ROOTS)]}{'абвгдежзик'[number // 1000]}{'лмнопрст'[number % 8]}{_letters(number)}ова"
    name = f"{last} {FIRST[number % len(FIRST)]} {PATRONYMICS[number % len(PATRONYMICS)]}"
    born = f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.{1960 + number % 25}"
    return (
        name, TITLES[number % len(TITLES)], f"01.09.{2000 + number % 25}", str(number % 40), category, born,
        f"8913{number:07d}",
    )  # fmt: skip


def _letters(number: int) -> str:
    """A run of letters that no other number has."""
    letters = "бвгджзклмн"
    return "".join(f"{letters[int(digit)]}{'аеио'[int(digit) % 4]}" for digit in f"{number:05d}")


def _timed(work: Callable[[], StaffImport]) -> tuple[StaffImport, float]:
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun
