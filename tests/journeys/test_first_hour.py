"""A curator's first hour: a list of 42 with five errors, mended, loaded again, undone; ten minutes of her hands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import Seat
from tests.journeys.lists import PLANTED, mend, read_rows, school_list
from tests.journeys.setups import code_in, school_setup, sign_in_first
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MINUTES = 10


def test_list_with_five_errors_is_loaded_and_mended(
    new_site: Callable[[], Site], newcomer: Seat, tmp_path: Path
) -> None:
    site = new_site()
    said = site.command(*school_setup())
    curator = newcomer(site.start())
    sign_in_first(curator, code_in(said))
    record_basis(curator)

    load(curator, school_list(tmp_path / "Список.xlsx", with_errors=True))
    see_errors(curator)
    bad_rows = curator.take("Скачать строки с ошибками")
    curator.press("Загрузить 37")
    curator.see("Список загружен: 37 человек.")

    load(curator, mended(curator, bad_rows))
    curator.press("Загрузить 5")
    curator.see("Список загружен: 5 человек.")
    assert curator.seconds <= MINUTES * 60

    load_again_changes_nothing(curator, school_list(tmp_path / "Весь список.xlsx", with_errors=False))
    undo_last(curator)


def record_basis(curator: Visitor) -> None:
    curator.press("Записать", exact=True)
    curator.write("Должность", "заместитель директора")
    curator.press("Записать и подготовить приказ")
    curator.see("Основание записано.")


def load(curator: Visitor, path: Path) -> None:
    curator.open("Педагоги")
    curator.press("Загрузить список")
    curator.give(path)
    curator.press("Проверить список")
    curator.see("Что изменится")


def see_errors(curator: Visitor) -> None:
    """Exactly the five, each with its sheet, row, column, value and what to do."""
    curator.press(re.compile("^Ошибки"))
    rows = curator.page.locator("main tbody tr").all_inner_texts()
    assert len(rows) == len(PLANTED)
    for planted, said in zip(PLANTED, rows, strict=True):
        assert f"Лист «Педагоги», строка {planted.row}" in said
        assert planted.column in said
        assert planted.wrong in said
        assert re.search("впишите|исправьте|напишите", said)


def mended(curator: Visitor, path: Path) -> Path:
    """The downloaded rows, mended in a spreadsheet: each with what to do beside it."""
    heads, *rows = read_rows(path)
    assert heads[-1] == "Что исправить"
    assert len(rows) == len(PLANTED)
    cells, letters = mend(path)
    curator.clicks += cells
    curator.keystrokes += letters
    return path


def load_again_changes_nothing(curator: Visitor, path: Path) -> None:
    load(curator, path)
    curator.see("Загружать нечего")
    assert "42 без изменений" in curator.text()
    curator.press("Не загружать")


def undo_last(curator: Visitor) -> None:
    curator.open("Педагоги")
    assert "42" in curator.page.locator("main caption").inner_text()
    curator.go("/staff/imports/")
    curator.click(curator.page.locator("main tbody tr", has_text="oshibkami").first.get_by_role("link"))
    curator.agree("Отменить загрузку", confirm="Отменить загрузку")
    curator.see("Ничего из этого файла в списке нет.")
    curator.open("Педагоги")
    assert "37" in curator.page.locator("main caption").inner_text()
