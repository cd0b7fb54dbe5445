"""Headers as schools write them."""

from datetime import date

import pytest

from mentoring.staff.imports.fields import Field, Role
from mentoring.staff.imports.headers import day_in, recognise

HEADERS = {
    Field.FULL_NAME: "ФИО|Ф.И.О.|Ф. И. О.|ФИO|Фамилия, имя, отчество|Фамилия Имя Отчество работника|Ф.И.О. педагога"
    "|Педагог|Сотрудник|Учитель|ФИО воспитателя|Фамилия И.О.|Физическое лицо|ф.и.о. (полностью)"
    "|Фамилия, имя : отчество",
    Field.LAST_NAME: "Фамилия|ФИО : Фамилия",
    Field.FIRST_NAME: "Имя|Ф.И.О. : Имя",
    Field.PATRONYMIC: "Отчество|Отчество (при наличии)|ФИО : отчество",
    Field.GIVEN_NAMES: "Имя, отчество|Имя отчество",
    Field.GENDER: "Пол",
    Field.BIRTH_DATE: "Дата рождения|Дата рожд.|Д.р.|Год рождения|Дата рождения (дд.мм.гггг)"
    "|Число, месяц, год рождения",
    Field.POSITION: "Должность|Занимаемая должность|Должность по штатному расписанию|Занимаемая должность (должности)"
    "|долж-\nность|ДОЛЖНОСТЬ",
    Field.SUBJECT: "Предмет|Преподаваемый предмет|Дисциплина"
    "|Преподаваемые учебные предметы, курсы, дисциплины (модули)",
    Field.TOTAL_EXPERIENCE: "Общий стаж|Стаж работы|Стаж (общий)|Стаж : общий|Общий стаж работы|Стаж, лет"
    "|Общий стаж на 01.09.2025|Стаж работы : всего",
    Field.TEACHING_EXPERIENCE: "Пед. стаж|Педагогический стаж (полных лет)|Стаж педагогической работы|Стаж : пед."
    "|Стаж работы по специальности|Стаж педагоги-\nческий|Стаж работы : в т.ч. педагогический",
    Field.BOTH_EXPERIENCE: "Стаж общий / педагогический|Стаж (общий/пед.)",
    Field.CATEGORY: "Категория|Кв. категория|Квалификационная категория|Кв.кат.|Аттестация|Категория (высшая, первая)"
    "|Аттестация : категория|Категория, дата присвоения",
    Field.CATEGORY_ON: "Дата присвоения|Дата аттестации|Дата последней аттестации|Категория : дата присвоения"
    "|Дата присвоения категории|Категория : дата присвоения, № приказа",
    Field.HIRED_ON: "Дата приёма|Дата приема на работу|Дата трудоустройства|Дата начала работы|Работает с"
    "|Дата и № приказа о приёме",
    Field.PHONE: "Телефон|Моб.|Контактный телефон|Сотовый|Тел.",
    Field.EMAIL: "E-mail|email|Почта|Адрес эл. почты|Адрес электронной почты|e-mаil|Эл.почта",
    Field.CONTACTS: "Контакты|Телефон, e-mail",
    Field.IS_MAIN: "Условия (основной/совместитель)|Условия|Характер работы|Совместитель|Основное место работы",
    Field.RATE: "Ставка|Кол-во ставок|Размер ставки",
    Field.DISMISSED_ON: "Дата увольнения|Уволен",
    Field.WORK_STATUS: "Статус",
}
LOADED = [(header, field) for field, headers in HEADERS.items() for header in headers.split("|")]
SKIPPED = (
    "Стаж в ОО|Стаж по должности|Стаж пед. работы в данном учреждении|Срок действия категории|Дата следующей аттестации"
    "|Должность по совместительству|Прежняя фамилия|№|№ п/п|Табельный номер|Таб. №|Образование|Специальность|Курсы|ПК"
    "|Награды|Квалификация|№ приказа|Оклад, руб.|Дата назначения на должность|Категория персонала|Что исправить"
)
REFUSED = "СНИЛС|Паспорт серия номер|Паспорт : серия|ИНН|Адрес|Адрес проживания|Место рождения|Семейное положение"
UNKNOWN = "Любимый цвет|ФИО наставника|ФИО ребёнка|Тема|Год|"


@pytest.mark.parametrize(("header", "field"), LOADED)
def test_header_is_recognised(header: str, field: Field) -> None:
    assert recognise(header).field is field


@pytest.mark.parametrize("header", SKIPPED.split("|"))
def test_header_of_what_is_not_needed_is_skipped(header: str) -> None:
    assert recognise(header).field is None
    assert recognise(header).role is Role.SKIPPED


@pytest.mark.parametrize("header", REFUSED.split("|"))
def test_header_of_what_must_not_be_kept_is_refused(header: str) -> None:
    assert recognise(header).field is None
    assert recognise(header).role is Role.REFUSED


@pytest.mark.parametrize("header", [*UNKNOWN.split("|"), "ФИО " + "а" * 300])
def test_other_header_is_unknown(header: str) -> None:
    assert recognise(header).field is None
    assert recognise(header).role is Role.UNKNOWN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Стаж на 01.09.2025", date(2025, 9, 1)),
        ("Список педагогов по состоянию на 1 сентября 2025 г.", date(2025, 9, 1)),
        ("на «01» сентября 2025 года", date(2025, 9, 1)),
        ("Приложение к приказу от 01.09.2025 № 15", None),
        ("на 31.02.2025", None),
        ("на 2025-2026 учебный год", None),
    ],
)
def test_day_of_the_list_is_found_in_titles(text: str, day: date | None) -> None:
    assert day_in(text) == day
