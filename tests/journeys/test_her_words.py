"""«Her words»: what a teacher wrote on a phone, over a broken connection, is found by nobody else anywhere."""

import pytest

from tests.journeys.conftest import Seat
from tests.journeys.reading import everything
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = "Боюсь оставаться с восьмым «Б»: голос садится, и я плачу в лаборантской."
IMAGE = "Хочу быть как Зинаида Аркадьевна, спокойной и звонкой."
SECRETS = ("лаборантской", "восьмым «Б»", "звонкой", "Зинаида")
READERS = ("куратор", "руководитель", "член совета наставников", "наставник", "кадровик")


def test_nobody_else_finds_her_words(school: Site, newcomer: Seat) -> None:
    teacher = newcomer(school, phone=True)
    name = teacher.enter_demo("педагог")

    write_over_a_broken_line(teacher)
    teacher.forgive("ERR_INTERNET_DISCONNECTED")

    for role in READERS:
        reader = newcomer(school)
        reader.enter_demo(role)
        search_for_her_words(reader)
        read_everything(reader, name)


def write_over_a_broken_line(teacher: Visitor) -> None:
    """She writes, the line is cut as she sends, the line is back: nothing is lost."""
    teacher.open_on_phone("Мой запрос")
    teacher.wait_for_scripts()
    teacher.write("С чем хотелось бы помощи", WORDS)
    teacher.write("Каким педагогом хочу стать", IMAGE)
    teacher.see("Черновик цел")
    teacher.context.set_offline(True)
    with teacher.page.expect_event("requestfailed"):
        teacher.press("Отправить запрос")
    teacher.page.wait_for_load_state()  # of the browser's own page about the line
    teacher.context.set_offline(False)
    teacher.go("/request/")
    teacher.wait_for_scripts()

    teacher.press("Вернуть текст")
    assert teacher.field("С чем хотелось бы помощи").input_value() == WORDS
    assert teacher.field("Каким педагогом хочу стать").input_value() == IMAGE
    teacher.press("Отправить запрос")
    teacher.see("Запрос сохранён.")
    assert not teacher.sees("Вернуть текст")
    assert teacher.field("С чем хотелось бы помощи").input_value() == WORDS


def search_for_her_words(reader: Visitor) -> None:
    for secret in SECRETS:
        reader.go("/")
        field = reader.page.locator("#site-search")
        field.fill(secret)
        field.press("Enter")
        reader.page.wait_for_url("**/search/**")
        assert reader.page.locator("main a", has_text=secret).count() == 0


def read_everything(reader: Visitor, name: str) -> None:
    addresses = 0
    for read in everything(reader, about=name):
        addresses += 1
        assert read.status == 200, read.address
        found = [secret for secret in SECRETS if secret in read.text]
        assert found == [], read.address
    assert addresses > 20
