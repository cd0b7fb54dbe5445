"""Honest files of every format."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from mentoring.core.spreadsheets.model import CellError, Merge
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.tests import files

ROWS = [
    ["ФИО", "Дата рождения", "Стаж", "Телефон"],
    ["Ёлкина Мария Петровна", date(1985, 3, 12), 5, 79131234567],
    ["Петров-Водкин\nКузьма", None, 5.5, "8 (913) 123-45-67"],
]


@pytest.mark.parametrize("layout", ["xlsx", "xls", "ods"])
def test_office_formats_give_the_same_typed_cells(tmp_path: Path, layout: str) -> None:
    book = read_workbook(files.save(tmp_path, files.LAYOUTS[layout](ROWS)))

    assert book.kind == layout
    assert book.sheets[0].name == "Лист1"
    assert book.sheets[0].rows == ROWS


@pytest.mark.parametrize("layout", [name for name in files.LAYOUTS if name.startswith("csv")])
def test_text_formats_give_the_same_text_cells(tmp_path: Path, layout: str) -> None:
    book = read_workbook(files.save(tmp_path, files.LAYOUTS[layout](ROWS)))

    assert book.kind == "csv"
    assert book.sheets[0].rows[1] == ["Ёлкина Мария Петровна", "12.03.1985", "5", "79131234567"]
    assert book.sheets[0].rows[2] == ["Петров-Водкин\nКузьма", None, "5.5", "8 (913) 123-45-67"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(tmp_path: Path, encoding: str) -> None:
    book = read_workbook(files.save(tmp_path, files.text(ROWS, encoding=encoding)))

    assert book.sheets[0].rows[0] == ROWS[0]


def test_named_separator_wins_and_keeps_its_row_number(tmp_path: Path) -> None:
    book = read_workbook(files.save(tmp_path, "sep=|\r\nФИО|Адрес; дом\r\n".encode()))

    assert book.sheets[0].rows == [[], ["ФИО", "Адрес; дом"]]


def test_commas_inside_cells_do_not_beat_semicolons(tmp_path: Path) -> None:
    content = "ФИО;Должность\r\nИванова Анна;учитель физики, химии, биологии\r\n".encode("cp1251")

    book = read_workbook(files.save(tmp_path, content))

    assert book.sheets[0].rows[1] == ["Иванова Анна", "учитель физики, химии, биологии"]


def test_empty_rows_and_columns_before_the_table_keep_addresses(tmp_path: Path) -> None:
    rows = [[], [], [None, None, "ФИО"], [], [None, None, "Иванова"]]

    for layout in ("xlsx", "xls", "ods", "csv-utf8"):
        book = read_workbook(files.save(tmp_path, files.LAYOUTS[layout](rows)))

        assert book.sheets[0].rows[2] == [None, None, "ФИО"], layout
        assert book.sheets[0].rows[4] == [None, None, "Иванова"], layout


def test_name_of_the_file_is_never_asked(tmp_path: Path) -> None:
    book = read_workbook(files.save(tmp_path, files.ods(ROWS), name="список.xls"))

    assert book.kind == "ods"


def test_hidden_sheets_and_charts_are_looked_at(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Титул"
    hidden = book.create_sheet("Скрытый")
    hidden["A1"] = "ФИО"
    hidden.sheet_state = "veryHidden"
    book.create_chartsheet("Диаграмма")
    path = tmp_path / "list"
    book.save(path)

    sheets = read_workbook(path).sheets

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [
        ("Титул", False),
        ("Скрытый", True),
        ("Диаграмма", False),
    ]
    assert sheets[1].rows == [["ФИО"]]


def test_merged_ranges_are_told_for_office_formats(tmp_path: Path) -> None:
    rows = [["Список", None, None], ["ФИО", "Стаж", None], ["Иванова", 5, 4]]

    book = read_workbook(files.save(tmp_path, files.xlsx(rows, merges=["A1:C1", "B2:C2"])))

    assert set(book.sheets[0].merges) == {Merge(0, 0, 0, 2), Merge(1, 1, 1, 2)}


def test_every_type_of_cell_comes_as_a_person_sees_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([True, 0.5, datetime(2020, 1, 2, 10, 30), datetime(2020, 1, 2), time(9, 5), timedelta(hours=30), "  "])
    sheet["B1"].number_format = "0%"
    path = tmp_path / "list"
    book.save(path)

    assert read_workbook(path).sheets[0].rows == [
        [True, 0.5, datetime(2020, 1, 2, 10, 30), date(2020, 1, 2), "9:05".rjust(5, "0"), "30:00"]
    ]


def test_characters_that_no_database_keeps_are_left_out(tmp_path: Path) -> None:
    book = read_workbook(files.save(tmp_path, files.xls([["ФИО", "\x00"], ["Ива\x00нова", 5]])))

    assert book.sheets[0].rows == [["ФИО"], ["Иванова", 5]]


def test_error_cells_are_told_from_empty_ones(tmp_path: Path) -> None:
    content = files.xlsx([["ФИО", "Стаж", "Приём"], ["Иванова", "#N/A", None]])

    for layout in (content, files.ods([["ФИО", "Стаж"], ["Иванова", "#Н/Д"]])):
        row = read_workbook(files.save(tmp_path, layout)).sheets[0].rows[1]

        assert isinstance(row[1], CellError)


def test_formula_gives_its_stored_value(tmp_path: Path) -> None:
    content = files.xlsx([["ФИО", "Стаж"], ["Иванова", 7]])
    sheet = files.member(content, "xl/worksheets/sheet1.xml").replace(b"<v>7</v>", b"<f>3+4</f><v>7</v>")

    book = read_workbook(files.save(tmp_path, files.repack(content, changed={"xl/worksheets/sheet1.xml": sheet})))

    assert book.sheets[0].rows[1] == ["Иванова", 7]


def test_mail_links_typed_into_cells_are_no_reason_to_refuse(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value = "anna@example.org"
    cell.hyperlink = "mailto:anna@example.org"
    path = tmp_path / "list"
    book.save(path)

    assert read_workbook(path).sheets[0].rows == [["anna@example.org"]]


def test_styles_far_below_the_list_do_not_make_it_too_large(tmp_path: Path) -> None:
    content = files.xlsx([["ФИО"], ["Иванова"]])
    sheet = files.member(content, "xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )

    book = read_workbook(files.save(tmp_path, files.repack(content, changed={"xl/worksheets/sheet1.xml": sheet})))

    assert book.sheets[0].rows == [["ФИО"], ["Иванова"]]
