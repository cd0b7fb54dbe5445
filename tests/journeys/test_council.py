"""Eight mentees, five mentors: the council recommends, one mentor says no, the order goes out for the rest."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.conftest import Seat
from tests.journeys.papers import scan_of_pages, words_of
from tests.journeys.prepared import BEGINNERS
from tests.journeys.reading import everything
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLICKS = 25
MENTOR = "Голубева Дарья Григорьевна"  # who says no
SAID_NO = re.compile(r"согласие не дано|согласие отозвано|отказал|отозвал|не готова?\b", re.IGNORECASE)


def test_order_goes_out_without_her_who_said_no(prepared_school: Site, newcomer: Seat, tmp_path: Path) -> None:
    curator = newcomer(prepared_school)
    curator.enter_demo("куратор")
    curator.clicks = curator.fields = 0

    decide_by_minutes(curator)
    prepare_papers(curator)
    mentor, mentee = mark_one_refusal(curator)
    sign_the_rest(curator, scan_of_pages(tmp_path / "скан.pdf", pages=12))
    words = words_of(order_for_the_rest(curator))

    assert curator.clicks <= CLICKS
    assert words.count("наставником за") == len(BEGINNERS) - 1
    assert mentor.split()[0][:-1] not in words
    check_waits_again(curator, mentee)
    check_refusal_is_secret(curator, mentor)
    for role in ("руководитель", "кадровик", "член совета наставников", mentee):
        other = newcomer(prepared_school)
        other.enter_demo(role)
        check_nothing_told(other, mentor)


def decide_by_minutes(curator: Visitor) -> None:
    curator.press("Выбрать", exact=True)
    curator.see("8 человек ждут наставника")
    curator.tick("Поговорил(а) со всеми")
    curator.tick("Рекомендовано советом")
    curator.write("Кто рекомендовал", "Совет наставников")
    curator.write("Номер протокола", "3")
    curator.write("Дата протокола", date.today().isoformat())
    curator.press("Решить и составить программы")
    curator.see("Решено: 8 пар.")


def prepare_papers(curator: Visitor) -> None:
    curator.write("Основание выплаты или почему она не установлена", "Положение об оплате труда, пункт 4.7")
    curator.tick("процент оклада")
    curator.write("Размер в месяц", "10")
    curator.press("Записать условия")
    curator.press(re.compile("^Принять программы и подготовить документы: 8 пар"))
    curator.see(re.compile(r"\d+\sдокумент[а-я]* подготовлен"))
    assert curator.take(re.compile("^Напечатать всё")).read_bytes().startswith(b"%PDF")


def mark_one_refusal(curator: Visitor) -> tuple[str, str]:
    """One of the five, who has one mentee, says no; the names of both."""
    curator.press(re.compile("^Отметить подписи"))
    row = curator.page.locator("main tbody tr", has_text=MENTOR)
    curator.click(row.get_by_role("button", name="не дано"))
    curator.press("Отметить: не дано")
    curator.see("педагог снова ждёт наставника")
    left = curator.text()
    return MENTOR, next(name for name in BEGINNERS if name not in left)


def sign_the_rest(curator: Visitor, scan: Path) -> None:
    curator.give(scan)
    curator.write("Дата подписи", date.today().isoformat())
    curator.press("Отметить подписи", exact=True)
    curator.see(re.compile(r"Отмечено: \d+\sподпис"))


def order_for_the_rest(curator: Visitor) -> Path:
    curator.press("Подготовить приказ: 7 пар")
    number = curator.page.locator("form", has=curator.page.get_by_role("button", name="Вписать номер"))
    curator.type_into(number.get_by_label("Номер"), "112")
    curator.press("Вписать номер", exact=True)
    curator.see("Номер и дата вписаны.")
    return curator.take("Word")


def check_waits_again(curator: Visitor, mentee: str) -> None:
    curator.open("Кому нужен наставник")
    row = curator.page.locator("main tbody tr", has_text=mentee)
    assert "ждёт наставника" in row.inner_text()


def check_refusal_is_secret(curator: Visitor, mentor: str) -> None:
    """The curator finds it in her restricted journal and on no other page."""
    curator.open("Закрытый журнал")
    curator.see(mentor)
    check_nothing_told(curator, mentor)


def check_nothing_told(visitor: Visitor, mentor: str) -> None:
    """No page, paper or spreadsheet tells that anybody said no."""
    for read in everything(visitor, about=mentor):
        if "/restricted/" in read.address or read.address.endswith("/decline/"):
            continue
        assert read.status == 200, read.address
        told = SAID_NO.search(read.text)
        assert told is None, f"{read.address}: {told}"
