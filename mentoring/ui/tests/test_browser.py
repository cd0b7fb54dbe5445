"""The gallery in a real browser: accessible in every theme, works by hand, by keyboard and without scripts."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.browser

THEMES = [
    "theme=light",
    "theme=dark",
    "theme=contrast",
    "vision=low",
    "vision=low&colors=black&size=2&spacing=2",
    "vision=low&colors=blue&size=3&spacing=3",
]
WIDTHS = [1280, 360]
ERRORS = {
    "400": "Запрос не прочитался",
    "403": "Здесь нужно другое право",
    "404": "Такой страницы нет",
    "409": "Пока вы работали, всё изменилось",
    "413": "Файл слишком большой",
    "422": "Так сделать нельзя",
    "500": "У нас что-то сломалось",
    "csrf": "Форма устарела",
}
COVERED = """(() => {
    const taken = document.activeElement, bar = document.querySelector('.dock');
    if (!taken.closest('main')) return [];
    const isBelow = taken.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
    return isBelow ? [taken.outerHTML.slice(0, 90)] : [];
})()"""
SPARE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_gallery_is_accessible_and_fits(page: Page, site: str, theme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}/gallery/?{theme}")

    assert violations(page) == []
    assert page.evaluate(SPARE) <= 0


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize(
    "machine", [{}, {"color_scheme": "dark"}, {"contrast": "more"}], ids=["light", "dark", "contrast"]
)
def test_page_of_an_error_is_accessible_and_fits(
    browser: Browser, site: str, settings: Settings, kind: str, machine: dict[str, Any]
) -> None:
    settings.ROOT_URLCONF = "mentoring.ui.tests.refusing_urls"
    context = browser.new_context(viewport={"width": 360, "height": 740}, **machine)
    opened = context.new_page()
    opened.goto(f"{site}/refused/{kind}/")

    found = violations(opened)
    heading = opened.inner_text("h1")
    spare = opened.evaluate(SPARE)
    context.close()

    assert found == []
    assert heading == ERRORS[kind]
    assert spare <= 0


def test_menu_of_the_person_closes_by_escape(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/buttons/")
    page.click(".account__face")
    page.keyboard.press("Escape")

    page.wait_for_function("!document.querySelector('.account').open")
    assert page.evaluate("document.activeElement.className") == "account__face"


def test_combobox_is_chosen_by_keyboard(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/forms/")
    box = page.locator("[data-combobox] input[type=text]").first
    box.fill("белоус")
    page.wait_for_selector(".combobox__option")
    page.keyboard.press("ArrowDown")
    chosen = page.get_attribute("[aria-selected=true]", "data-title")
    page.keyboard.press("Enter")

    expect(box).to_have_value(chosen or "nothing was chosen")
    assert page.input_value("[data-combobox-value] >> nth=0") != ""
    assert box.get_attribute("aria-expanded") == "false"


def test_typed_text_survives_a_reload(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/forms/")
    page.fill("#id_new-last_name", "Воронцова")
    page.wait_for_selector("text=Черновик цел")
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.click("text=Вернуть текст")

    assert page.input_value("#id_new-last_name") == "Воронцова"


def test_too_large_file_is_told_before_it_is_sent(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/forms/")
    scan = page.locator("[data-drop] input").first

    scan.set_input_files({"name": "скан.pdf", "mimeType": "application/pdf", "buffer": b"0" * (12 * 1024 * 1024 + 1)})
    error = page.locator(".field__error[role=alert]")
    told, kept, described = error.inner_text(), scan.input_value(), scan.get_attribute("aria-describedby")
    scan.set_input_files({"name": "скан.pdf", "mimeType": "application/pdf", "buffer": b"0"})

    assert told.replace("\u00a0", " ").startswith("Файл больше 12 МБ: отсканируйте")
    assert (kept, scan.get_attribute("aria-invalid"), error.count()) == ("", None, 0)
    assert (described or "").endswith("_error")
    assert scan.input_value().endswith("скан.pdf")


def test_doubled_click_sends_once(page: Page, site: str) -> None:
    sent: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.url)
        return route.fulfill(status=204)

    show(page, f"{site}/gallery/tables/")
    page.route("**/*", answer)
    page.evaluate("const b = document.querySelector('.bulk button'); b.click(); b.click();")
    page.wait_for_timeout(300)

    assert len(sent) == 1


def test_all_rows_are_chosen_at_once(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/tables/")
    page.click(".pick:has([data-pick-all])")

    assert page.text_content("[data-picked]") == ": 3"


def test_summary_of_errors_takes_the_focus(page: Page, site: str) -> None:
    page.goto(f"{site}/gallery/form-errors/")

    page.wait_for_selector(".errors[tabindex='-1']")
    page.wait_for_timeout(500)

    assert page.evaluate("document.activeElement.className") == "errors"


def test_dialog_opens_and_closes(page: Page, site: str) -> None:
    show(page, f"{site}/gallery/blocks/")
    page.click("button[data-dialog-open]")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("dialog")).to_be_hidden()


def test_everything_is_reached_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/gallery/job/")
    page.click(".dock__more summary")

    assert page.is_visible(".dock__panel >> text=Исполнение Положения")
    assert page.is_visible(".dock__panel >> text=Тема")


def test_targets_are_large_enough_for_a_thumb(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/gallery/")
    small = page.evaluate(
        """[...document.querySelectorAll('main button, main .button, main summary, main .choice, .dock__item')]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))"""
    )

    assert small == []


def test_bar_below_covers_nothing_that_takes_the_focus(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    show(page, f"{site}/gallery/forms/")
    covered = []

    for _ in range(60):
        page.keyboard.press("Tab")
        covered += page.evaluate(COVERED)

    assert covered == []


def test_page_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.goto(f"{site}/gallery/buttons/")
    opened.click(".actions--end .verb__ask summary")

    assert opened.is_visible("text=Да, подписан")
    assert not opened.is_visible("text=Скопировать ссылку")
    opened.click(".dock__more summary")
    assert opened.is_visible(".dock__panel")
    context.close()


def test_first_tab_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/gallery/words/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_function("document.activeElement.id === 'main'")


def test_paper_has_no_menus(page: Page, site: str) -> None:
    page.goto(f"{site}/gallery/paper/")
    page.emulate_media(media="print")

    assert not page.is_visible(".rail")
    assert not page.is_visible(".top")
    assert page.is_visible(".print-head")


def show(page: Page, address: str) -> None:
    """Open a page and wait until its scripts have come and taken hold."""
    page.goto(address, wait_until="networkidle")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on the page: rules and places."""
    found = Axe().run(page).response["violations"]
    return [(problem["id"], [node["target"] for node in problem["nodes"]]) for problem in found]
