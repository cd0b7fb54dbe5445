"""A line of a programme opened in its page is seen, closes, keeps what was typed; files come again and again."""

import re

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.conftest import Seat
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TYPED = "Пустая парта у окна: кто сядет рядом и зачем."
TAKEN = "() => document.activeElement.matches('form[data-back]')"  # the last of its scripts has taken hold
TOP = "form => form.getBoundingClientRect().top"


@pytest.fixture(params=[False, True], ids=["desk", "phone"])
def mentor(request: pytest.FixtureRequest, school: Site, newcomer: Seat) -> Visitor:
    """A mentor at her programme, at a desk and with a phone."""
    visitor = newcomer(school, phone=request.param)
    visitor.enter_demo("наставник")
    visitor.go("/programs/")
    visitor.click(visitor.page.locator("main tbody th a").first)
    visitor.page.wait_for_url(re.compile(r"/programs/[0-9a-f-]{36}/$"))
    visitor.wait_for_scripts()
    return visitor


def last_line(page: Page) -> Locator:
    """What opens the last line of the plan."""
    return page.locator("#plan a[id^=open-item-]").last


def test_opened_line_is_seen_from_its_beginning(mentor: Visitor) -> None:
    opener = last_line(mentor.page)
    opener.scroll_into_view_if_needed()

    mentor.click(opener)
    form = mentor.page.locator("#plan form[data-back]")
    form.wait_for()
    mentor.page.wait_for_timeout(500)

    assert 0 <= form.evaluate(TOP) < mentor.page.viewport_size["height"] / 2
    assert form.evaluate("form => form === document.activeElement")


def test_cancelled_line_closes_and_keeps_what_was_typed(mentor: Visitor) -> None:
    page = mentor.page
    address, name = page.url, last_line(page).get_attribute("id")
    mentor.click(last_line(page))
    page.wait_for_function(TAKEN)
    field = page.locator("#plan form[data-back] textarea").first
    was = field.input_value()
    field.fill(TYPED)

    mentor.press("Отмена")
    page.locator("#plan form[data-back]").wait_for(state="detached")

    page.wait_for_function("id => document.activeElement.id === id", arg=name)
    mentor.see("Набранное не сохранено, но цело")
    assert page.url.partition("#")[0] == address
    mentor.click(page.locator(f"#{name}"))
    mentor.press("Вернуть текст")
    assert (field.input_value(), was == TYPED) == (TYPED, False)


def test_saved_line_gives_the_focus_back_and_back_leads_to_the_page(mentor: Visitor) -> None:
    page = mentor.page
    address, name = page.url, last_line(page).get_attribute("id")
    mentor.click(last_line(page))
    page.wait_for_function(TAKEN)
    page.locator("#plan form[data-back] textarea").first.fill(TYPED)

    mentor.press("Сохранить")
    mentor.see(TYPED)

    page.wait_for_function("id => document.activeElement.id === id", arg=name)
    assert page.url.partition("#")[0] == address
    assert not mentor.sees("Набранное не сохранено")
    page.reload()
    assert not mentor.sees("Вернуть текст")


def test_opened_line_survives_a_reload(mentor: Visitor) -> None:
    mentor.click(last_line(mentor.page))
    mentor.page.locator("#plan form[data-back]").wait_for()

    mentor.page.reload()

    assert mentor.page.locator("#plan form[data-back]").is_visible()
    mentor.page.go_back()
    mentor.page.wait_for_url(re.compile(r"/programs/[0-9a-f-]{36}/(#.*)?$"))
    mentor.page.locator("#plan form[data-back]").wait_for(state="detached")


def test_file_is_given_again_by_the_same_page(mentor: Visitor) -> None:
    names = []
    for _ in range(2):
        names.append(mentor.take(re.compile("^PDF$")).name)
        mentor.page.wait_for_timeout(1600)

    assert len(set(names)) == 1
    assert names[0].endswith(".pdf")
