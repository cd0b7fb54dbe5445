"""Positions, subjects, categories, rates, conditions, contacts."""

from datetime import date
from decimal import Decimal

import pytest

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import Gender
from mentoring.staff.imports.values.categories import Category, read_category
from mentoring.staff.imports.values.contacts import read_contacts, read_email, read_phone
from mentoring.staff.imports.values.positions import read_position, read_subject
from mentoring.staff.imports.values.work import has_left, read_gender, read_is_main, read_rate
from mentoring.staff.tests.imports.lists import TODAY


@pytest.mark.parametrize(
    ("text", "kept", "code", "subject"),
    [
        ("учитель математики", "учитель математики", "teacher", "математика"),
        ("УЧИТЕЛЬ МАТЕМАТИКИ", "учитель математики", "teacher", "математика"),
        ("Учитель русского языка и литературы", None, "teacher", "русский язык и литература"),
        ("учитель химии, биологии", None, "teacher", "химия, биология"),
        ("yчитель физики", "учитель физики", "teacher", "физика"),
        ("уч. нач. классов", None, "teacher", "начальные классы"),
        ("учитель, классный руководитель", None, "teacher", ""),
        ("Учитель, физика", None, "teacher", "физика"),
        ("учитель (англ. яз.)", None, "teacher", "английский язык"),
        ("классный руководитель, учитель физики", None, "teacher", "физика"),
        ("учитель - логопед", "учитель-логопед", "speech_therapy_teacher", ""),
        ("ст. воспитатель", None, "senior_kindergarten_teacher", ""),
        ("муз. руководитель", None, "music_director", ""),
        ("ПДО", "ПДО", "additional_education_teacher", ""),
        ("зам. директора по УВР", None, "deputy_director", ""),
    ],
)
def test_position_keeps_its_words_and_gets_a_code(text: str, kept: str | None, code: str, subject: str) -> None:
    found = read_position(text).value

    assert found is not None
    assert (found.text, found.code, found.subject) == (kept or text, code, subject)


def test_position_outside_the_nomenclature_is_kept_and_told() -> None:
    reading = read_position("уборщик служебных помещений")

    assert reading.value is not None
    assert reading.value.code is None
    assert "нет в номенклатуре" in reading.warnings[0]


@pytest.mark.parametrize("text", ["учитель-логопед (0,5 ст.)", "учитель-логопед, 0,5 ставки", "учитель-логопед 1 ст."])
def test_rate_behind_a_position_is_taken_off_and_told(text: str) -> None:
    reading = read_position(text)

    assert reading.value is not None
    assert reading.value.text == "учитель-логопед"
    assert "столбец «Ставка»" in reading.warnings[0]


@pytest.mark.parametrize("cell", ["123", "у" * 300, CellError("#REF!")])
def test_what_is_no_position_is_refused(cell: Cell) -> None:
    assert read_position(cell).error


def test_subject_is_kept_as_it_is_written() -> None:
    assert read_subject(" Математика,  физика ").value == "Математика, физика"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *[
            (text, "highest")
            for text in ("высшая", "Высшая кв. категория", "ВКК", "в.к.к.", "высшaя", "выс.", "высшая до 1.2.2027")
        ],
        *[(text, "first") for text in ("первая", "I", "1", 1, "1 кк", "I КК", "1-я", "ПКК", "первая кв. категория")],
        *[(text, "conformity") for text in ("СЗД", "соответствие занимаемой должности", "соотв.", "с.з.д.")],
        *[(text, "none") for text in ("без категории", "б/к", "нет", "-", 0, "молодой специалист", "не аттестована")],
        *[(text, "mentor") for text in ("педагог-наставник", "высшая, педагог-наставник")],
        ("педагог - методист", "methodologist"),
    ],
)
def test_category_is_recognised(cell: Cell, code: str) -> None:
    assert read_category(cell, today=TODAY).value == Category(code)


@pytest.mark.parametrize("text", ["Первая (25.12.2020)", "первая с 25.12.2020 г.", "первая, приказ № 12 от 25.12.2020"])
def test_day_of_a_category_may_stand_beside_it(text: str) -> None:
    assert read_category(text, today=TODAY).value == Category("first", date(2020, 12, 25))


def test_abolished_category_counts_as_none_and_is_told() -> None:
    reading = read_category("вторая", today=TODAY)

    assert reading.value == Category("none")
    assert "больше нет" in reading.warnings[0]


def test_unknown_category_is_refused_with_advice() -> None:
    assert "напишите «высшая»" in read_category("супер", today=TODAY).error


@pytest.mark.parametrize(
    ("cell", "rate"),
    [
        ("0,5", "0.5"),
        (0.5, "0.5"),
        (1, "1"),
        ("1 ст.", "1"),
        ("1/2", "0.5"),
        ("1 1/2", "1.5"),
        ("50 %", "0.5"),
        (75, "0.75"),
    ],
)
def test_rate_is_read(cell: Cell, rate: str) -> None:
    assert read_rate(cell).value == Decimal(rate)


def test_rate_that_excel_made_a_date_is_told() -> None:
    reading = read_rate(date(2026, 5, 1))

    assert reading.value == Decimal("1.5")
    assert "Excel превратил" in reading.warnings[0]


@pytest.mark.parametrize("cell", ["18 ч", 0, 4, "много", "1/0"])
def test_what_is_no_rate_is_refused(cell: Cell) -> None:
    assert read_rate(cell).error


@pytest.mark.parametrize(
    ("text", "header", "is_main"),
    [
        ("основной", "Условия", True),
        ("внешний совместитель", "Условия", False),
        ("да", "Совместитель", False),
        ("нет", "Совместитель", True),
        ("да", "Основной работник", True),
        ("непонятно", "Условия", None),
    ],
)
def test_conditions_are_read_with_their_header(text: str, header: str, is_main: bool | None) -> None:
    assert read_is_main(text, header=header).value is is_main


@pytest.mark.parametrize(("text", "gender"), [("ж", Gender.FEMALE), ("Муж.", Gender.MALE), ("?", None), ("оно", None)])
def test_gender_is_read(text: str, gender: Gender | None) -> None:
    assert read_gender(text).value is gender


@pytest.mark.parametrize(
    ("text", "left"), [("Уволен", True), ("Работает", False), ("не работает", True), (None, False)]
)
def test_status_tells_who_has_left(text: Cell, left: bool) -> None:
    assert has_left(text) is left


@pytest.mark.parametrize(
    "cell",
    [
        79131234567,
        "8 (913) 123-45-67",
        "+7 913 123 45 67",
        "9131234567",
        "тел. 8-913-123-45-67",
        "79131234567.0",
        "8 913 123-45-67, 8 905 111-22-33",
        "89131234567 (мама)",
        "8 913 123 45 67 доб. 12",
    ],
)
def test_telephone_has_one_writing(cell: Cell) -> None:
    assert read_phone(cell).value == "+79131234567"


def test_local_and_foreign_telephones_are_kept() -> None:
    assert read_phone("12-34-56").value == "123456"
    assert "без кода" in read_phone("12-34-56").warnings[0]
    assert read_phone("+375 29 123-45-67").value == "+375291234567"


@pytest.mark.parametrize("cell", ["abc", "8913", 7.91312e9 + 0.5, "позвонить директору"])
def test_what_is_no_telephone_is_refused(cell: Cell) -> None:
    assert "не телефон" in read_phone(cell).error


@pytest.mark.parametrize(
    "text", ["Anna@Mail.RU", "<anna@mail.ru>", "mailto:anna@mail.ru", "аnna@mail.ru", "anna@mail.ru; b@c.ru"]
)
def test_address_has_one_writing(text: str) -> None:
    assert read_email(text).value == "anna@mail.ru"


@pytest.mark.parametrize("text", ["anna@mail", "anna mail.ru", "a..b@mail.ru", "иванова@школа.рф", "@"])
def test_what_is_no_address_is_refused(text: str) -> None:
    assert "не адрес почты" in read_email(text).error


@pytest.mark.parametrize(
    "text", ["8 913 123-45-67, anna@mail.ru", "anna@mail.ru 89131234567", "тел. 89131234567\nanna@mail.ru"]
)
def test_contacts_in_one_cell_are_parted(text: str) -> None:
    phone, email = read_contacts(text)

    assert (phone.value, email.value) == ("+79131234567", "anna@mail.ru")
