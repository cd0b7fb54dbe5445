"""The list is found wherever it stands, and what is not a person is passed over."""

from datetime import date

from mentoring.core.spreadsheets.model import Cell, CellError, Merge
from mentoring.staff.imports.fields import Field, Role
from mentoring.staff.imports.reading import StaffList, read_staff
from mentoring.staff.tests.imports.lists import ANNA, HEADERS, NINA, OLEG, TODAY, sheet, workbook


def read(*sheets: object, mapping: dict[tuple[str, int], Field | None] | None = None) -> StaffList:
    return read_staff(workbook(*sheets), today=TODAY, mapping=mapping)  # type: ignore[arg-type]


def names(staff: StaffList) -> list[str | None]:
    return [row.last_name for row in staff.rows]


def fields(staff: StaffList) -> dict[str, str | None]:
    return {column.header: column.field for column in staff.columns}


def test_plain_list_is_read() -> None:
    staff = read(sheet([HEADERS, ANNA, OLEG, NINA]))

    assert names(staff) == ["Иванова", "Петров", "Ким"]
    assert [row.row for row in staff.rows] == [2, 3, 4]


def test_header_may_stand_below_titles_and_empty_rows() -> None:
    title: list[list[Cell]] = [
        ["МБОУ «СОШ № 1»"],
        ["Список педагогов на 01.09.2025"],
        [],
        [None, None, "Утверждаю"],
        [],
    ]
    shifted = [[None, None, *cells] for cells in (HEADERS, ANNA, OLEG)]

    staff = read(sheet([*title, *shifted], merges=[Merge(0, 0, 0, 9)]))

    assert names(staff) == ["Иванова", "Петров"]
    assert [row.row for row in staff.rows] == [7, 8]
    assert staff.rows[0].experience_as_of == date(2025, 9, 1)
    assert staff.columns[0].index == 2


def test_list_may_stand_on_any_sheet_and_on_several() -> None:
    cover = sheet([["Титульный лист"], ["Год", 2026]], name="Титул")
    empty = sheet([], name="Пусто")

    staff = read(cover, empty, sheet([HEADERS, ANNA], name="Учителя"), sheet([HEADERS, NINA], name="Воспитатели"))

    assert [(row.sheet, row.last_name) for row in staff.rows] == [("Учителя", "Иванова"), ("Воспитатели", "Ким")]


def test_list_of_pupils_beside_the_staff_is_not_read() -> None:
    pupils = sheet([["ФИО", "Дата рождения", "Класс"], ["Белов Иван Петрович", date(2010, 1, 1), "5А"]], name="Ученики")

    assert names(read(pupils, sheet([HEADERS, ANNA]))) == ["Иванова"]
    assert names(read(pupils)) == []


def test_hidden_list_is_read_only_when_there_is_no_other() -> None:
    old = sheet([HEADERS, OLEG], name="Старый", is_hidden=True)

    both = read(sheet([HEADERS, ANNA]), old)

    assert names(both) == ["Иванова"]
    assert "Скрытый лист «Старый»" in both.warnings[0].message
    assert names(read(old)) == ["Петров"]


def test_header_of_two_merged_rows_is_joined() -> None:
    top = ["ФИО", "Должность", "Стаж", None, "Категория", None]
    below = [None, None, "общий", "пед.", "вид", "дата присвоения"]
    person = ["Иванова Анна Петровна", "учитель", 12, 10, "высшая", "25.12.2020"]
    merges = [Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 0, 3), Merge(0, 4, 0, 5)]

    for given in (merges, []):
        row = read(sheet([top, below, person], merges=given)).rows[0]

        assert (row.row, row.total_experience_months, row.teaching_experience_months) == (3, 144, 120)
        assert (row.category, row.category_on) == ("highest", date(2020, 12, 25))


def test_group_headings_above_the_header_do_no_harm() -> None:
    groups = ["Сведения о работнике", None, None, "Стаж работы", None]
    header = ["ФИО", "Дата рождения", "Должность", "общий", "педагогический"]
    person = ["Иванова Анна Петровна", "12.03.1985", "учитель", 12, 10]

    row = read(sheet([groups, header, person], merges=[Merge(0, 0, 0, 2), Merge(0, 3, 0, 4)])).rows[0]

    assert (row.last_name, row.birth_year) == ("Иванова", 1985)
    assert (row.total_experience_months, row.teaching_experience_months) == (144, 120)


def test_name_in_three_columns_under_its_parts_or_under_one_merged_header() -> None:
    person = ["Иванова", "Анна", "Петровна", "учитель"]
    parts = sheet([["Фамилия", "Имя", "Отчество", "Должность"], person])
    group = sheet(
        [["ФИО", None, None, "Должность"], ["Фамилия", "Имя", "Отчество", None], person], merges=[Merge(0, 0, 0, 2)]
    )
    merged = sheet([["ФИО", None, None, "Должность"], person], merges=[Merge(0, 0, 0, 2)])
    given = sheet([["Фамилия", "Имя, отчество", "Должность"], ["Иванова", "Анна Петровна", "учитель"]])

    for one in (parts, group, merged, given):
        assert [row.full_name for row in read(one).rows] == ["Иванова Анна Петровна"]


def test_column_called_surname_may_hold_the_whole_name() -> None:
    staff = read(sheet([["Фамилия", "Должность"], ["Иванова Анна Петровна", "учитель"]]))

    assert staff.rows[0].full_name == "Иванова Анна Петровна"


def test_rows_that_are_no_people_are_passed_over() -> None:
    rows: list[list[Cell]] = [
        list(HEADERS),
        [1, 2, 3, 4, 5, 6, 7, 8],
        ["Начальная школа"],
        list(ANNA),
        [],
        list(HEADERS),
        list(OLEG),
        ["Вакансия", None, "учитель музыки"],
        ["Итого: 2", None, None, 20],
        ["Директор", None, "____________", "Сомова Е. Л."],
        [None, None, "исп. Петрова"],
    ]

    staff = read(sheet(rows))

    assert names(staff) == ["Иванова", "Петров"]
    told = [warning.message for warning in staff.warnings]
    assert len(told) == 3
    assert "заголовок" in told[0]
    assert "Вакансия" in told[1]
    assert "подпись" in told[2]


def test_second_list_with_other_columns_on_the_same_sheet_is_read() -> None:
    other = ["ФИО", "Должность", "Ставка"]

    staff = read(sheet([HEADERS, ANNA, [], ["Совместители"], other, ["Петров Олег Ильич", "учитель", "0,5"]]))

    assert names(staff) == ["Иванова", "Петров"]
    assert str(staff.rows[1].rate) == "0.5"


def test_those_who_left_are_passed_over_and_told() -> None:
    header = ["ФИО", "Должность", "Статус", "Дата увольнения"]
    rows = [
        ["Иванова Анна Петровна", "учитель", "Работает", None],
        ["Петров Олег Ильич", "учитель", "Уволен", None],
        ["Белова Яна Львовна", "учитель", None, "01.02.2020"],
        ["Чудова Ева Львовна", "учитель", None, "30.12.2026"],
    ]

    staff = read(sheet([header, *rows]))

    assert names(staff) == ["Иванова", "Чудова"]
    assert [warning.row for warning in staff.warnings] == [3, 4]


def test_merged_cells_hold_for_every_row_they_cover() -> None:
    rows: list[list[Cell]] = [["ФИО", "Должность"], ["Иванова Анна Петровна", "учитель"], ["Петров Олег Ильич", None]]

    staff = read(sheet(rows, merges=[Merge(1, 1, 2, 1)]))

    assert [row.position for row in staff.rows] == ["учитель", "учитель"]


def test_forbidden_columns_are_never_read_and_are_told() -> None:
    staff = read(sheet([["ФИО", "Должность", "СНИЛС"], ["Иванова Анна Петровна", "учитель", "112-233-445 95"]]))

    assert staff.columns[2].role is Role.REFUSED
    assert "Столбец «СНИЛС» не прочитан" in staff.warnings[0].message
    assert "112-233" not in repr(staff)


def test_unknown_columns_are_shown_without_a_field() -> None:
    staff = read(
        sheet(
            [
                ["ФИО", "Должность", "Любимый цвет", None],
                ["Иванова Анна", "учитель", "синий", 1],
                ["Ким Яна", "учитель", "синий", 2],
            ]
        )
    )

    assert fields(staff) == {"ФИО": "full_name", "Должность": "position", "Любимый цвет": None, "": None}


def test_two_columns_for_one_field_are_settled_and_told() -> None:
    staff = read(sheet([["ФИО", "Должность (по диплому педагога)", "Должность"], ["Иванова Анна", "физик", "учитель"]]))

    assert staff.rows[0].position == "учитель"


def test_category_with_date_gives_way_to_a_plain_category() -> None:
    header = ["ФИО", "Должность", "Категория", "Категория, дата"]

    row = read(sheet([header, ["Иванова Анна", "учитель", "первая", "25.12.2020"]])).rows[0]

    assert (row.category, row.category_on) == ("first", date(2020, 12, 25))


def test_columns_assigned_by_hand_win() -> None:
    rows: list[list[Cell]] = [["Кто", "Чем занят", "Должность"], ["Иванова Анна Петровна", "учитель", "не та"]]
    mapping: dict[tuple[str, int], Field | None] = {
        ("Лист1", 0): Field.FULL_NAME,
        ("Лист1", 1): Field.POSITION,
    }

    staff = read(sheet(rows), mapping=mapping)

    assert (staff.rows[0].last_name, staff.rows[0].position) == ("Иванова", "учитель")
    assert fields(staff)["Должность"] is None


def test_column_may_be_left_out_by_hand() -> None:
    staff = read(sheet([HEADERS, ANNA]), mapping={("Лист1", 3): None})

    assert staff.rows[0].total_experience_months is None


def test_workbook_without_a_list_shows_its_likely_headers() -> None:
    staff = read(sheet([["Отчёт"], ["Кто", "Чем занят"], ["Иванова Анна Петровна", "учитель"]]))

    assert not staff.is_found
    assert fields(staff) == {"Кто": None, "Чем занят": None}


def test_experience_total_and_teaching_may_share_a_cell() -> None:
    row = read(sheet([["ФИО", "Должность", "Стаж общий/пед."], ["Иванова Анна", "учитель", "25 / 20"]])).rows[0]

    assert (row.total_experience_months, row.teaching_experience_months) == (300, 240)


def test_error_cell_is_an_error_of_its_person() -> None:
    row = read(sheet([["ФИО", "Должность"], ["Иванова Анна", CellError("#REF!")]])).rows[0]

    assert row.position is None
    assert (row.errors[0].row, row.errors[0].column, row.errors[0].value) == (2, "Должность", "#REF!")


def test_missing_name_beside_other_values_is_an_error() -> None:
    row = read(sheet([HEADERS, [None, *ANNA[1:]]])).rows[0]

    assert "Нет фамилии и имени" in row.errors[0].message


def test_row_of_data_is_never_taken_for_a_header() -> None:
    staff = read(
        sheet(
            [["ФИО", "Должность", "Вид"], ["Иванова Анна", "учитель", "основной"], ["Ким Яна", "педагог", "основной"]]
        )
    )

    assert names(staff) == ["Иванова", "Ким"]


def test_title_right_above_the_header_is_no_group_of_columns() -> None:
    title = "Список педагогических работников МБДОУ «Детский сад № 45» на 01.09.2025"
    plain = read(sheet([[title], HEADERS, ANNA]))
    wide = read(sheet([[title], HEADERS, ANNA], merges=[Merge(0, 0, 0, len(HEADERS) - 1)]))
    aside = read(sheet([[None, None, title], HEADERS, ANNA]))

    for staff in (plain, wide, aside):
        assert staff.rows[0].position == "учитель физики"
        assert fields(staff)["Должность"] == Field.POSITION
        assert staff.rows[0].experience_as_of == date(2025, 9, 1)


def test_group_of_two_columns_is_still_a_group() -> None:
    rows = [["ФИО", "Должность", "Стаж", None], [None, None, "общий", "педагогический"], ["Ким Нина", "учитель", 9, 5]]

    person = read(sheet(rows)).rows[0]

    assert (person.total_experience_months, person.teaching_experience_months) == (108, 60)
