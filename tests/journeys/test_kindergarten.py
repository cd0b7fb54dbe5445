"""A kindergarten of nine, one person in all duties: from an empty system to the printed and signed order."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.conftest import Seat
from tests.journeys.lists import kindergarten_list
from tests.journeys.papers import words_of
from tests.journeys.setups import code_in, kindergarten_setup, sign_in_first
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLICKS_FOR_BASIS = 3
CLICKS_TO_ORDER = 12  # from the confirmed list of needs to the printed order
FIELDS_TO_ORDER = 4  # clause, reason of no payment, number, date


def test_nine_people_come_to_an_order(new_site: Callable[[], Site], newcomer: Seat, tmp_path: Path) -> None:
    site = new_site()
    said = site.command(*kindergarten_setup())
    head = newcomer(site.start())
    sign_in_first(head, code_in(said))

    record_basis(head)
    load_staff(head, kindergarten_list(tmp_path / "Сотрудники.xlsx"))
    confirm_needs(head)
    head.clicks = head.fields = 0
    choose_and_decide(head)
    prepare_papers(head)
    mark_signatures(head)
    order = print_order(head)

    assert head.clicks <= CLICKS_TO_ORDER
    assert head.fields <= FIELDS_TO_ORDER
    check_order(words_of(order))
    sign_order(head)
    check_running(head)


def record_basis(head: Visitor) -> None:
    before = head.clicks
    head.press("Записать", exact=True)
    head.press("Записать и подготовить приказ")
    head.see("Основание записано")
    assert head.clicks - before <= CLICKS_FOR_BASIS


def load_staff(head: Visitor, path: Path) -> None:
    head.press("Загрузить список педагогов")
    head.give(path)
    head.press("Проверить список")
    head.see("9 новых.")
    head.press("Загрузить 9")
    head.see("Список загружен: 9 человек.")


def confirm_needs(head: Visitor) -> None:
    head.open("Мой день")
    head.press("Открыть список")
    head.see("Ежова Ксения Павловна")
    head.see("Носова Алла Викторовна")
    head.press("Подтвердить: нужен наставник")
    head.see("Подтверждено: 2 педагога.")


def choose_and_decide(head: Visitor) -> None:
    head.press("Выбрать наставников")
    head.see("Наставник для Ежовой К. П.")
    head.tick("Поговорил(а) со всеми")
    head.write("Пункт положения МОО", "3.4")
    head.press(re.compile("^Решить"))
    head.see("Решено: 2 пары.")


def prepare_papers(head: Visitor) -> None:
    head.write("Основание выплаты или почему она не установлена", "в положении об оплате труда выплаты пока нет")
    head.press("Записать условия")
    head.press(re.compile("^Принять программы и подготовить документы"))
    head.see("8 документов подготовлено")
    assert head.take(re.compile("^Напечатать всё")).read_bytes().startswith(b"%PDF")


def mark_signatures(head: Visitor) -> None:
    head.press(re.compile("^Отметить подписи"))
    head.press("Отметить подписи", exact=True)
    head.see("Отмечено: 10 подписей.")


def print_order(head: Visitor) -> Path:
    head.press(re.compile("^Подготовить приказ"))
    number = head.page.locator("form", has=head.page.get_by_role("button", name="Вписать номер"))
    head.type_into(number.get_by_label("Номер"), "47-ОД")
    head.type_into(number.get_by_label("Дата документа"), date.today().isoformat())
    head.press("Вписать номер", exact=True)
    head.see("Номер и дата вписаны.")
    return head.take("Word")


def check_order(words: str) -> None:
    """Names and positions in their cases; nothing of difficulties, nothing of money."""
    mentor = "Белоусову Веру Ивановну, воспитателя, наставником за"
    assert f"{mentor} Ежовой Ксенией Павловной, воспитателем" in words
    assert f"{mentor} Носовой Аллой Викторовной, воспитателем" in words
    assert "№ 47-ОД" in words
    assert "О. И. Агеева" in words
    assert not re.search("затруднен|трудност|дефицит|выплат|оплат|рубл|оклад", words, re.IGNORECASE)


def sign_order(head: Visitor) -> None:
    head.press("Отметить: напечатан")
    head.press("Отметить подпись")
    head.see("подписан")


def check_running(head: Visitor) -> None:
    head.open("Программы")
    assert head.page.locator("main tbody tr", has_text="ещё не началась").count() == 2  # begins on its day
    head.open("Мой день")
    assert "О закреплении" not in head.text()
