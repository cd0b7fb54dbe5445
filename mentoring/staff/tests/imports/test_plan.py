"""The plan: who is new, changed, doubtful, gone; the same list again changes nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mentoring.core.spreadsheets.model import Cell
from mentoring.core.wording import Gender
from mentoring.staff.imports.changes import Change
from mentoring.staff.imports.plan import ImportPlan
from mentoring.staff.tests.imports.lists import ANNA, HEADERS, NINA, OLEG, TODAY, applied, plan_of, statuses

BAD: list[Cell] = ["Белова Яна Львовна", "31.02.1985", "учитель"]


def changed_to(person: list[Cell], **cells: Cell) -> list[Cell]:
    titles = {"name": 0, "birth": 1, "position": 2, "total": 3, "teaching": 4, "category": 5, "hired": 6, "email": 7}
    copy = list(person)
    for title, cell in cells.items():
        copy[titles[title]] = cell
    return copy


def again(*people: list[Cell], before: ImportPlan, today: date = TODAY) -> ImportPlan:
    return plan_of(*people, known=applied(before), today=today)


def test_everyone_is_new_where_nobody_is_known() -> None:
    plan = plan_of(ANNA, OLEG, NINA)

    assert statuses(plan) == ["new"] * 3
    assert plan.counts == {"rows": 3, "new": 3, "changed": 0, "unchanged": 0, "doubtful": 0, "errors": 0, "gone": 0}


@pytest.mark.parametrize("today", [TODAY, date(2026, 12, 1), date(2028, 1, 15)], ids=["того же дня", "осенью", "позже"])
def test_the_same_list_again_changes_nothing(today: date) -> None:
    plan = again(ANNA, OLEG, NINA, before=plan_of(ANNA, OLEG, NINA), today=today)

    assert statuses(plan) == ["unchanged"] * 3
    assert plan.counts["gone"] == 0


def test_changes_are_told_field_by_field() -> None:
    plan = again(changed_to(ANNA, category="первая", email="new@mail.ru"), before=plan_of(ANNA))

    assert plan.rows[0].changes == (
        Change("category", "highest", "first"),
        Change("email", "anna@mail.ru", "new@mail.ru"),
    )


def test_empty_cell_takes_nothing_away() -> None:
    plan = again(changed_to(ANNA, category=None, email=None, position=None), before=plan_of(ANNA))

    assert statuses(plan) == ["unchanged"]


@pytest.mark.parametrize(
    "name",
    ["ИВАНОВА АННА ПЕТРОВНА", "Ивaнова Анна  Петровна", "Анна Петровна Иванова", "Иванова Анна Петровна (декрет)"],
)
def test_another_writing_of_a_name_is_the_same_person(name: str) -> None:
    assert statuses(again(changed_to(ANNA, name=name), before=plan_of(ANNA))) == ["unchanged"]


def test_list_without_yo_takes_no_yo_away_and_one_with_it_gives_it() -> None:
    with_yo, without = (
        changed_to(ANNA, name="Семёнова Алёна Артёмовна"),
        changed_to(ANNA, name="Семенова Алена Артемовна"),
    )

    assert statuses(again(without, before=plan_of(with_yo))) == ["unchanged"]
    assert [change.field for change in again(with_yo, before=plan_of(without)).rows[0].changes] == [
        "last_name",
        "first_name",
        "patronymic",
    ]


def test_gender_set_by_hand_stands_against_one_guessed_from_the_patronymic() -> None:
    headers = ["ФИО", "Пол", "Должность"]
    silent, stated = ["Ли Чжан Петровна", None, "учитель"], ["Ли Чжан Петровна", "ж", "учитель"]
    known = [replace(person, gender=Gender.MALE) for person in applied(plan_of(silent, headers=headers))]

    assert statuses(plan_of(silent, headers=headers, known=known)) == ["unchanged"]
    assert statuses(plan_of(stated, headers=headers, known=known)) == ["changed"]


def test_capitals_of_a_position_are_no_change() -> None:
    assert statuses(again(changed_to(ANNA, position="Учитель  Физики"), before=plan_of(ANNA))) == ["unchanged"]


def test_those_not_in_the_list_are_gone() -> None:
    plan = again(ANNA, before=plan_of(ANNA, OLEG))

    assert [person.last_name for person in plan.gone] == ["Петров"]
    assert plan.counts["gone"] == 1


@pytest.mark.parametrize("name", ["Петров О.И.", "О. И. Петров", "Петров Олег Ильич1", "Петров Олег"])
def test_person_with_an_error_or_a_doubt_is_not_gone(name: str) -> None:
    plan = again(changed_to(OLEG, name=name, birth=None), before=plan_of(OLEG))

    assert plan.counts["gone"] == 0


def test_same_name_with_another_birthday_is_doubtful() -> None:
    plan = again(changed_to(ANNA, birth="13.04.1991"), before=plan_of(ANNA))

    assert statuses(plan) == ["doubtful"]
    assert "дата рождения другая" in plan.rows[0].doubt
    assert len(plan.rows[0].candidates) == 1


def test_year_of_birth_is_enough_to_agree_and_to_differ() -> None:
    assert statuses(again(changed_to(ANNA, birth=1985), before=plan_of(ANNA))) == ["unchanged"]
    assert statuses(again(changed_to(ANNA, birth=1986), before=plan_of(ANNA))) == ["doubtful"]


def test_full_birthday_completes_a_known_year() -> None:
    plan = again(ANNA, before=plan_of(changed_to(ANNA, birth=1985)))

    assert plan.rows[0].changes == (Change("birth_date", None, date(1985, 3, 12)),)


def test_namesakes_are_told_apart_by_birth_then_by_address() -> None:
    one, two = changed_to(ANNA, birth="12.03.1985"), changed_to(ANNA, birth="01.01.1970", email="a2@mail.ru")
    before = plan_of(one, two)

    assert statuses(before) == ["new", "new"]
    assert statuses(again(two, one, before=before)) == ["unchanged", "unchanged"]
    assert again(changed_to(two, birth=None), before=before).rows[0].key == "Лист1:3"
    assert statuses(again(changed_to(one, birth=None, email=None), before=before)) == ["doubtful"]


def test_the_same_person_twice_in_the_list_is_doubtful_the_second_time() -> None:
    plan = plan_of(ANNA, OLEG, changed_to(ANNA, position="учитель астрономии"))

    assert statuses(plan) == ["new", "new", "doubtful"]
    assert "в строке 2 листа «Лист1»" in plan.rows[2].doubt


def test_changed_surname_and_missing_patronymic_are_doubtful() -> None:
    before = plan_of(ANNA)

    assert "фамилия другая" in again(changed_to(ANNA, name="Белова Анна Петровна"), before=before).rows[0].doubt
    assert "отчество" in again(changed_to(ANNA, name="Иванова Анна", birth=None), before=before).rows[0].doubt
    assert "адрес почты" in again(changed_to(ANNA, name="Белова Анна Львовна"), before=before).rows[0].doubt


def test_patronymic_is_added_where_the_birthday_agrees() -> None:
    plan = again(ANNA, before=plan_of(changed_to(ANNA, name="Иванова Анна")))

    assert [change.field for change in plan.rows[0].changes] == ["patronymic"]


def test_gender_is_added_with_the_patronymic_where_the_name_did_not_tell_it() -> None:
    sasha = changed_to(ANNA, name="Иванова Саша Петровна")
    plan = again(sasha, before=plan_of(changed_to(sasha, name="Иванова Саша")))

    assert [change.field for change in plan.rows[0].changes] == ["patronymic", "gender"]


def test_mailbox_shared_with_a_colleague_is_no_doubt() -> None:
    plan = again(ANNA, changed_to(OLEG, email="anna@mail.ru"), before=plan_of(ANNA))

    assert statuses(plan) == ["unchanged", "new"]


def test_person_with_an_error_is_one_error_row() -> None:
    plan = plan_of(ANNA, BAD)

    assert statuses(plan) == ["new", "error"]
    assert plan.counts["errors"] == 1
    assert (plan.errors[0].row, plan.errors[0].column, plan.errors[0].value) == (3, "Дата рождения", "31.02.1985")


def test_new_person_needs_a_position_and_a_known_one_keeps_it() -> None:
    bare = changed_to(ANNA, position=None)

    assert statuses(plan_of(bare)) == ["error"]
    assert statuses(again(bare, before=plan_of(ANNA))) == ["unchanged"]


def test_list_without_the_column_of_positions_is_read_with_one_warning() -> None:
    plan = plan_of(["Иванова Анна Петровна", 12], ["Ким Яна", 5], headers=["ФИО", "Общий стаж"])

    assert statuses(plan) == ["new", "new"]
    assert sum("нет столбца «Должность»" in warning.message for warning in plan.warnings) == 1


@pytest.mark.parametrize(
    ("total", "status"),
    [
        (12, "unchanged"),
        (13, "unchanged"),
        ("13 л. 1 мес.", "unchanged"),
        (14, "changed"),
        (5, "changed"),
        (40, "changed"),
    ],
)
def test_a_year_later_only_experience_beyond_its_growth_is_a_change(total: Cell, status: str) -> None:
    later = changed_to(ANNA, total=total, teaching=None)

    assert statuses(again(later, before=plan_of(ANNA), today=date(2027, 9, 10))) == [status]


def test_list_that_names_its_day_must_have_grown() -> None:
    headers = ["ФИО", "Должность", "Общий стаж на 01.09.2025"]
    later = ["ФИО", "Должность", "Общий стаж на 01.09.2026"]
    person: list[Cell] = ["Иванова Анна Петровна", "учитель", "12 л. 3 мес."]
    known = applied(plan_of(person, headers=headers))

    assert statuses(plan_of(person, headers=headers, known=known)) == ["unchanged"]
    assert statuses(plan_of(person, headers=later, known=known)) == ["changed"]
    assert statuses(plan_of([*person[:2], "13 л. 3 мес."], headers=later, known=known)) == ["unchanged"]


@pytest.mark.parametrize("total", [5, 40])
def test_experience_that_shrank_or_leapt_is_told(total: int) -> None:
    plan = again(changed_to(ANNA, total=total, teaching=None), before=plan_of(ANNA))

    assert any("Было «12" in warning.message for warning in plan.warnings)


def test_two_rows_cannot_change_one_person() -> None:
    known = applied(plan_of(changed_to(ANNA, birth=1985)))
    rows = [changed_to(ANNA, birth="12.03.1985"), changed_to(ANNA, birth="13.03.1985", email=None)]

    assert statuses(plan_of(*rows, known=known)) == ["changed", "doubtful"]


def test_rate_and_conditions_are_compared() -> None:
    headers = ["ФИО", "Должность", "Ставка", "Условия"]
    known = applied(plan_of(["Ким Яна", "учитель", "0,5", "основной"], headers=headers))

    assert statuses(plan_of(["Ким Яна", "учитель", 0.5, "осн."], headers=headers, known=known)) == ["unchanged"]
    assert plan_of(["Ким Яна", "учитель", 1, "совместитель"], headers=headers, known=known).rows[0].changes == (
        Change("rate", Decimal("0.5"), Decimal(1)),
        Change("is_main", True, False),
    )


def test_unconfirmed_condition_of_a_known_person_is_taken_from_the_list() -> None:
    headers = ["ФИО", "Должность", "Условия"]
    known = [
        replace(person, is_main=None) for person in applied(plan_of(["Ким Яна", "учитель", None], headers=headers))
    ]

    plan = plan_of(["Ким Яна", "учитель", "совместитель"], headers=headers, known=known)

    assert plan.rows[0].changes == (Change("is_main", None, False),)


def test_list_with_a_header_and_nobody_gives_an_empty_plan() -> None:
    plan = plan_of(headers=HEADERS)

    assert plan.counts["rows"] == 0
