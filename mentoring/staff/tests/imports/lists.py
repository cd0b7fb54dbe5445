"""Made-up staff lists for tests, without files."""

from collections.abc import Sequence
from datetime import date

from mentoring.core.spreadsheets.model import Cell, Merge, Sheet, Workbook
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.imports.plan import ImportPlan, PlanRow, plan_workbook

TODAY = date(2026, 9, 10)
HEADERS = ["ФИО", "Дата рождения", "Должность", "Общий стаж", "Пед. стаж", "Категория", "Дата приёма", "E-mail"]
ANNA = ["Иванова Анна Петровна", date(1985, 3, 12), "учитель физики", 12, "10", "высшая", "01.09.2015", "anna@mail.ru"]
OLEG = ["Петров Олег Ильич", "1.5.1990", "учитель химии", 8, "8 лет", "первая", date(2018, 9, 1), "oleg@mail.ru"]
NINA = ["Ким Нина", 1999, "воспитатель", "2 г.", 2, "нет", "03.10.2024", None]

Rows = Sequence[Sequence[Cell]]


def sheet(rows: Rows, *, name: str = "Лист1", merges: Sequence[Merge] = (), is_hidden: bool = False) -> Sheet:
    """Make a sheet."""
    return Sheet(name, [list(row) for row in rows], tuple(merges), is_hidden)


def workbook(*sheets: Sheet) -> Workbook:
    """Make a workbook."""
    return Workbook(sheets, "xlsx")


def listed(*people: Sequence[Cell], headers: Sequence[Cell] = HEADERS) -> Workbook:
    """Make a workbook with one plain list."""
    return workbook(sheet([headers, *people]))


def plan_of(
    *people: Sequence[Cell],
    headers: Sequence[Cell] = HEADERS,
    known: Sequence[KnownEmployee] = (),
    today: date = TODAY,
) -> ImportPlan:
    """Plan one plain list."""
    return plan_workbook(listed(*people, headers=headers), today=today, known=known)


def employee_of(row: PlanRow) -> KnownEmployee:
    """Give what is known after the row was applied."""
    person = row.person
    return KnownEmployee(
        key=f"{person.sheet}:{person.row}",
        last_name=person.last_name or "",
        first_name=person.first_name or "",
        patronymic=person.patronymic or "",
        gender=person.gender,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        position=person.position or "",
        position_code=person.position_code or "",
        subject=person.subject or "",
        category=person.category or "",
        category_on=person.category_on,
        hired_on=person.hired_on,
        total_experience_months=person.total_experience_months,
        teaching_experience_months=person.teaching_experience_months,
        experience_as_of=person.experience_as_of,
        email=person.email or "",
        phone=person.phone or "",
        rate=person.rate,
        is_main=person.is_main,
    )


def applied(plan: ImportPlan) -> list[KnownEmployee]:
    """Give the staff after a plan of new people was applied."""
    return [employee_of(row) for row in plan.rows]


def statuses(plan: ImportPlan) -> list[str]:
    """List the statuses in order."""
    return [str(row.status) for row in plan.rows]
