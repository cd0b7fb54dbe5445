"""What depends on several cells of one person."""

from mentoring.core.wording import Gender
from mentoring.staff.imports.model import StaffRow
from mentoring.staff.tests.imports.lists import ANNA, HEADERS, NINA, plan_of


def only(*cells: object, headers: list[str]) -> StaffRow:
    return plan_of(list(cells), headers=headers).rows[0].person  # type: ignore[arg-type]


def test_gender_comes_from_the_column_else_from_the_name_else_stays_open() -> None:
    assert only("Ким Саша", "ж", "учитель", headers=["ФИО", "Пол", "Должность"]).gender is Gender.FEMALE
    assert only(*ANNA, headers=HEADERS).gender is Gender.FEMALE

    assert only(*NINA, headers=HEADERS).gender is Gender.FEMALE

    unclear = only("Ким Саша", "учитель", headers=["ФИО", "Должность"])

    assert unclear.gender is None
    assert not unclear.errors
    assert "Пол по имени" in " ".join(warning.message for warning in unclear.warnings)


def test_gender_against_the_patronymic_is_told() -> None:
    row = only("Иванова Анна Петровна", "м", "учитель", headers=["ФИО", "Пол", "Должность"])

    assert row.gender is Gender.MALE
    assert "не согласуется" in row.warnings[0].message


def test_subject_is_taken_from_the_position_when_no_column_tells_it() -> None:
    headers = ["ФИО", "Должность", "Предмет"]

    assert only("Ким Яна", "учитель физики", None, headers=headers).subject == "физика"
    assert only("Ким Яна", "учитель физики", "астрономия", headers=headers).subject == "астрономия"


def test_teaching_experience_beyond_the_total_is_an_error() -> None:
    row = only("Ким Яна", "учитель", 5, 10, headers=["ФИО", "Должность", "Общий стаж", "Пед. стаж"])

    assert (row.total_experience_months, row.teaching_experience_months) == (60, None)
    assert "больше общего" in row.errors[0].message


def test_hiring_before_fourteen_is_an_error() -> None:
    row = only("Ким Яна", "учитель", "01.01.2000", "01.09.2010", headers=["ФИО", "Должность", "Д.р.", "Дата приёма"])

    assert row.hired_on is None
    assert "14 лет" in row.errors[0].message


def test_days_and_names_without_sense_are_errors_at_their_cells() -> None:
    headers = ["ФИО", "Должность", "Д.р.", "Дата приёма", "Дата присвоения категории"]

    row = only("Ким 777", "15", "12.03.1800", "01.09.2126", "01.09.1820", headers=headers)

    assert {error.column for error in row.errors} == set(headers)
    assert len({error.row for error in row.errors}) == 1
    assert {error.message.split(":")[0] for error in row.errors if "год" in error.message} == {"Проверьте год"}


def test_failed_values_are_absent_and_the_rest_is_read() -> None:
    row = only("Ким Яна", "учитель", "31.02.1985", "не знаю", headers=["ФИО", "Должность", "Д.р.", "E-mail"])

    assert (row.last_name, row.birth_date, row.email) == ("Ким", None, None)
    assert [error.column for error in row.errors] == ["Д.р.", "E-mail"]
