"""What hands do to a form: keyboard alone, Back, a double click, two tabs, a session that ends in the middle."""

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Seat
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABS_ENOUGH = 80
FOCUSED = "(document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || '').trim()"
LONG = "Восемь призёров муниципальных олимпиад за 2024–2026 годы, протоколы в учебной части; двое — на краевой."


def test_needs_are_confirmed_without_a_mouse(school: Site, newcomer: Seat) -> None:
    curator = newcomer(school)
    curator.enter_demo("куратор")

    tab_to(curator.page, "Открыть список")
    curator.page.keyboard.press("Enter")
    curator.see("Ждут решения")
    skip_to_content(curator.page)
    tab_to(curator.page, "Подтвердить: нужен наставник")
    curator.page.keyboard.press("Enter")

    curator.see(re.compile(r"Подтверждено: \d+"))
    assert curator.clicks == 0


def test_doubled_click_and_back_decide_once(prepared_school: Site, newcomer: Seat) -> None:
    curator = newcomer(prepared_school)
    curator.enter_demo("куратор")
    curator.press("Выбрать", exact=True)
    curator.tick("Поговорил(а) со всеми")
    curator.tick("Единолично, по положению МОО")
    curator.write("Пункт положения МОО", "3.4")

    curator.control(re.compile("^Решить")).dblclick()
    curator.see("Решено: 8 пар.")
    curator.page.go_back()
    again = curator.control(re.compile("^Решить"))
    if again.count():
        again.click()
        curator.page.wait_for_load_state()
    curator.open("Пары")

    assert "Все 8" in re.sub(r"\s+", " ", curator.text())


def test_older_save_from_a_second_tab_shows_both_versions(school: Site, newcomer: Seat) -> None:
    curator = newcomer(school)
    curator.enter_demo("куратор")
    curator.open("Наставники")
    curator.click(curator.page.locator("main tbody th a").first)
    curator.press("Править")
    edited = curator.page.url
    field = curator.field("Измеримые результаты")
    field.wait_for()
    second = curator.context.new_page()
    second.goto(edited)

    field.fill("Из первой вкладки: трое аттестованы.")
    curator.press("Сохранить")
    curator.see("Из первой вкладки: трое аттестованы.")
    second.get_by_label("Измеримые результаты").fill("Из второй вкладки: четверо аттестованы.")
    second.get_by_role("button", name="Сохранить").click()

    conflict = second.locator(".conflict")
    conflict.wait_for()
    assert "Из первой вкладки: трое аттестованы." in conflict.inner_text()
    assert "Из второй вкладки: четверо аттестованы." in conflict.inner_text()
    conflict.get_by_text("Из первой вкладки: трое аттестованы.").click()
    second.get_by_role("button", name="Сохранить").click()
    second.get_by_text("Из первой вкладки: трое аттестованы.").first.wait_for()
    assert "/edit/" not in second.url


def test_text_survives_a_session_that_ended(school: Site, newcomer: Seat) -> None:
    curator = newcomer(school)
    curator.enter_demo("куратор")
    curator.open("Наставники")
    curator.click(curator.page.locator("main tbody th a").first)
    curator.press("Править")
    edited = curator.page.url
    curator.wait_for_scripts()
    curator.write("Измеримые результаты", LONG)
    curator.see("Черновик цел")
    curator.context.clear_cookies(name="sid")

    curator.press("Сохранить")
    curator.see("Вход")
    curator.enter_demo("куратор")
    curator.go(edited)
    curator.press("Вернуть текст")

    assert curator.field("Измеримые результаты").input_value() == LONG
    curator.press("Сохранить")
    curator.see(LONG)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what says these words."""
    for _ in range(TABS_ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(words):
            return
    raise AssertionError(f"«{words}» is not reached by {TABS_ENOUGH} presses of Tab")


def skip_to_content(page: Page) -> None:
    """The first Tab of a page leads over the menu."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
