"""A list written in any layout and format gives the same people."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import Cell, Workbook
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.tests import files
from mentoring.staff.imports.plan import plan_workbook
from mentoring.staff.tests.imports.lists import TODAY, applied, sheet, statuses, workbook

LAST = ("Иванова", "Сидорова-Белая", "Ёлкина", "Ким", "Черных", "Мамедова")
FIRST = ("Анна", "Мария", "Фёкла", "Юлия")
PATRONYMIC = ("Петровна", "Ильинична", "Кузьминична", "Гасан кызы", "")
POSITIONS = ("учитель математики", "воспитатель", "педагог-психолог")


@dataclass(frozen=True)
class Person:
    last: str
    first: str
    patronymic: str
    birth: date
    position: str
    years: int
    months: int
    category: str


PEOPLE = st.lists(
    st.builds(
        Person,
        st.sampled_from(LAST),
        st.sampled_from(FIRST),
        st.sampled_from(PATRONYMIC),
        st.dates(date(1950, 1, 1), date(2000, 1, 1)),
        st.sampled_from(POSITIONS),
        st.integers(0, 40),
        st.integers(0, 11),
        st.sampled_from(["высшая", "первая", "нет"]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda person: (person.last, person.first, person.patronymic),
)
Rows = list[list[Cell]]


def plain(people: list[Person]) -> Rows:
    header: list[Cell] = ["ФИО", "Дата рождения", "Должность", "Общий стаж", "Категория"]
    return [
        header,
        *[[full(one), one.birth, one.position, f"{one.years} л. {one.months} мес.", one.category] for one in people],
    ]


def in_parts(people: list[Person]) -> Rows:
    header: list[Cell] = ["Категория", "Фамилия", "Имя", "Отчество", "Д.р.", "Занимаемая должность", "Стаж работы"]
    return [
        ["Список сотрудников"],
        [],
        header,
        *[
            [
                one.category,
                one.last,
                one.first,
                one.patronymic or None,
                f"{one.birth:%d.%m.%Y}",
                one.position,
                stay(one),
            ]
            for one in people
        ],
        ["Итого", len(people)],
    ]


def untidy(people: list[Person]) -> Rows:
    rows: Rows = [[None, "№", "Ф. И. О.", "Должность", "Стаж", None, "Кв. категория", "Дата рожд."]]
    rows.append([None, None, None, None, "общий", "пед.", None, None])
    rows.append([None, 1, 2, 3, 4, 5, 6, 7])
    for number, one in enumerate(people, start=1):
        name = f" {full(one).upper().replace(' ', chr(160))} "
        born = f"{one.birth:%d.%m.%Y} г."
        rows.append([None, number, name, one.position.upper(), stay(one), None, one.category.upper(), born])
        rows.append([])
    return rows


def full(one: Person) -> str:
    return f"{one.last} {one.first} {one.patronymic}".strip()


def stay(one: Person) -> str:
    return f"{one.years} лет {one.months} месяцев"


def read_back(book: Workbook) -> list[Person]:
    plan = plan_workbook(book, today=TODAY)
    assert set(statuses(plan)) == {"new"}
    codes = {"highest": "высшая", "first": "первая", "none": "нет"}
    return [
        Person(
            row.person.last_name or "",
            row.person.first_name or "",
            row.person.patronymic or "",
            row.person.birth_date or date.min,
            row.person.position or "",
            *divmod(row.person.total_experience_months or 0, 12),
            codes[row.person.category or ""],
        )
        for row in plan.rows
    ]


@settings(deadline=None)
@given(PEOPLE)
def test_every_layout_gives_the_same_people(people: list[Person]) -> None:
    for rows in (plain(people), in_parts(people), untidy(people)):
        assert read_back(workbook(sheet(rows))) == people


@settings(deadline=None)
@given(PEOPLE)
def test_loading_again_in_another_layout_changes_nothing(people: list[Person]) -> None:
    known = applied(plan_workbook(workbook(sheet(plain(people))), today=TODAY))

    for rows in (plain(people), in_parts(people), untidy(people)):
        plan = plan_workbook(workbook(sheet(rows)), today=TODAY, known=known)

        assert set(statuses(plan)) == {"unchanged"}
        assert not plan.gone


@pytest.mark.parametrize("name", files.LAYOUTS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people=PEOPLE)
def test_every_format_gives_the_same_people(name: str, people: list[Person]) -> None:
    with TemporaryDirectory() as folder:
        for rows in (plain(people), in_parts(people), untidy(people)):
            path = files.save(Path(folder), files.LAYOUTS[name](rows))

            assert read_back(read_workbook(path)) == people
