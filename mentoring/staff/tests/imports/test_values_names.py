"""Names: what is mended, what is told, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import CellError
from mentoring.core.wording import FullName
from mentoring.staff.imports.values.names import looks_like_person, read_full_name, read_name_parts

PLAIN = FullName("Иванова", "Мария", "Сергеевна")


@pytest.mark.parametrize(
    "text",
    [
        "Иванова Мария Сергеевна",
        "ИВАНОВА МАРИЯ СЕРГЕЕВНА",
        "иванова мария сергеевна",
        "Иванова\u00a0Мария  Сергеевна ",
        "Иванова, Мария Сергеевна",
        "Ива\u00adнова Мария Сергеевна",
    ],
)
def test_writings_of_a_name_give_one_name_silently(text: str) -> None:
    reading = read_full_name(text)

    assert (reading.value, reading.warnings) == (PLAIN, ())


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Ивaнова Mария Сергеевна", "латинские буквы"),
        ("Мария Сергеевна Иванова", "Имя стоит перед фамилией"),
        ("Иванова (Петрова) Мария Сергеевна", "взято только имя"),
        ("Иванова Мария Сергеевна (декрет)", "взято только имя"),
        ("Иванова Мария Сергеевна, учитель", "взято только имя"),
        ("1. Иванова Мария Сергеевна", "взято только имя"),
    ],
)
def test_mended_name_is_told(text: str, warning: str) -> None:
    reading = read_full_name(text)

    assert reading.value == PLAIN
    assert warning in reading.warnings[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Салтыков - Щедрин Михаил Евграфович", FullName("Салтыков-Щедрин", "Михаил", "Евграфович")),
        ("Ким Ирина", FullName("Ким", "Ирина", "")),
        ("ЛИ ОЛЕГ ПЕТРОВИЧ", FullName("Ли", "Олег", "Петрович")),
        ("Ю Елена Ивановна", FullName("Ю", "Елена", "Ивановна")),
        ("Алиева Айгюн Гасан кызы", FullName("Алиева", "Айгюн", "Гасан кызы")),
        ("Мамедов Ильхам Али Оглы", FullName("Мамедов", "Ильхам", "Али оглы")),
        ("Мария Сергеевна Абрамович", FullName("Абрамович", "Мария", "Сергеевна")),
        ("Семёнова Алёна Артёмовна", FullName("Семёнова", "Алёна", "Артёмовна")),
        ("Д'Артаньян Пётр Ильич", FullName("Д'Артаньян", "Пётр", "Ильич")),
    ],
)
def test_unusual_names_are_read(text: str, name: FullName) -> None:
    assert read_full_name(text).value == name


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("Иванов И.И.", "инициалы"),
        ("И. И. Иванов", "инициалы"),
        ("Иванов ИИ", "инициалы"),
        ("Иванов А", "инициалы"),
        ("Иванов", "впишите фамилию, имя и отчество"),
        ("Мария Сергеевна", "нет фамилии"),
        ("Smith John", "латинскими буквами"),
        ("Иванова М@рия", "лишние знаки"),
        (12345, "лишние знаки"),
        ("Иванова Мария Сергеевна Петровна Ольга", "больше трёх слов"),
        ("И" + "в" * 120 + " Мария", "слишком длинное"),
        (None, "Нет фамилии и имени"),
        ("—", "Нет фамилии и имени"),
        (CellError("#N/A"), "#N/A"),
    ],
)
def test_what_is_no_full_name_is_refused_with_advice(cell: str | int | CellError | None, error: str) -> None:
    reading = read_full_name(cell)

    assert reading.value is None
    assert error in reading.error


def test_parts_of_a_name_are_mended_apart() -> None:
    assert read_name_parts(["ИВАНОВА", " мария", None]).value == FullName("Иванова", "Мария", "")


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        (["Иванова", None, None], "Нет имени"),
        ([None, "Мария", "Сергеевна"], "Нет фамилии"),
        (["Иванова", "М.", "С."], "инициалы"),
        ([None, "-", None], "Нет фамилии и имени"),
        (["Иванова", CellError("#REF!"), None], "#REF!"),
    ],
)
def test_missing_part_is_named(parts: list[str | CellError | None], error: str) -> None:
    assert error in read_name_parts(parts).error


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_name_or_an_error(text: str) -> None:
    reading = read_full_name(text)

    assert (reading.value is None) == bool(reading.error)


@pytest.mark.parametrize(
    ("text", "is_person"),
    [("Иванова Мария", True), ("Иванов И.И.", True), ("Начальная школа", False), ("Совместители", False)],
)
def test_headings_among_names_are_told_from_people(text: str, is_person: bool) -> None:
    assert looks_like_person(text) is is_person
