"""Bad rows come back as a spreadsheet, are mended there and loaded again."""

from pathlib import Path

import openpyxl

from mentoring.core.spreadsheets.model import Cell, Workbook
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.tests import files
from mentoring.staff.imports.bad_rows import bad_rows_workbook
from mentoring.staff.imports.plan import plan_workbook
from mentoring.staff.tests.imports.lists import ANNA, TODAY, sheet, statuses, workbook

HEADERS: list[Cell] = ["ФИО", "Дата рождения", "Должность", "Стаж", None, "СНИЛС", "Цвет"]
LEVELS: list[Cell] = [None, None, None, "общий", "пед.", None, None]
GOOD: list[Cell] = ["Ким Нина Ивановна", "01.02.1990", "учитель", 10, 9, "112-233-445 95", "=1+1"]
BAD: list[Cell] = ["Белова Яна Львовна", "31.02.1985", "учитель", 10, "много", "112-233-445 95", "=1+1"]


def bad_rows_of(book: Workbook, folder: Path) -> Path:
    return files.save(folder, bad_rows_workbook(plan_workbook(book, today=TODAY), book), name="bad.xlsx")


def test_only_bad_rows_come_back_with_advice(tmp_path: Path) -> None:
    path = bad_rows_of(workbook(sheet([HEADERS, LEVELS, GOOD, BAD], name="Учителя")), tmp_path)

    (found,) = read_workbook(path).sheets

    assert found.name == "Учителя"
    assert found.rows[0] == ["ФИО", "Дата рождения", "Должность", "Стаж общий", "Стаж пед.", "Цвет", "Что исправить"]
    assert len(found.rows) == 2
    assert found.rows[1][:6] == ["Белова Яна Львовна", "31.02.1985", "учитель", 10, "много", "=1+1"]
    assert "Дата рождения: Даты «31.02.1985» не бывает" in str(found.rows[1][6])
    assert "Стаж / пед.: Стаж «много» не понятен" in str(found.rows[1][6])


def test_what_must_not_be_kept_does_not_come_back(tmp_path: Path) -> None:
    path = bad_rows_of(workbook(sheet([HEADERS, LEVELS, BAD])), tmp_path)

    assert "112-233" not in repr(read_workbook(path))


def test_mended_rows_are_loaded(tmp_path: Path) -> None:
    path = bad_rows_of(workbook(sheet([HEADERS, LEVELS, GOOD, BAD])), tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"] = "28.02.1985"
    book.worksheets[0]["E2"] = "9 л. 1 мес."
    book.save(path)

    plan = plan_workbook(read_workbook(path), today=TODAY)

    assert statuses(plan) == ["new"]
    assert plan.rows[0].person.teaching_experience_months == 109


def test_list_without_errors_gives_an_empty_table(tmp_path: Path) -> None:
    path = bad_rows_of(workbook(sheet([["ФИО", "Должность"], [ANNA[0], "учитель"]])), tmp_path)

    assert read_workbook(path).sheets[0].rows == [["Что исправить"]]
