"""What was typed belongs to who typed it: it waits for her and is shown to nobody else."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Seat
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TYPED = "Набрано куратором и никому больше не предназначено."
STORED = "Object.values(sessionStorage).join()"


def typed_by_a_curator(site: Site, newcomer: Seat) -> tuple[Visitor, str]:
    """A curator in the middle of a long form, and the form's address."""
    curator = newcomer(site)
    curator.enter_demo("куратор")
    curator.go("/mentors/")
    curator.click(curator.page.locator("main tbody th a").first)
    curator.press("Править")
    curator.wait_for_scripts()
    curator.write("Измеримые результаты", TYPED)
    curator.see("Черновик цел")
    return curator, curator.page.url


def test_another_role_is_offered_nothing_of_the_first(school: Site, newcomer: Seat) -> None:
    curator, edited = typed_by_a_curator(school, newcomer)
    assert TYPED in curator.page.evaluate(STORED)
    accept_leaving(curator.page)

    curator.enter_demo("руководитель")
    curator.go(edited)
    curator.wait_for_scripts()

    assert TYPED not in curator.page.evaluate(STORED)
    assert not curator.sees("Вернуть текст")


def test_own_draft_waits_through_a_page_of_signing_in(school: Site, newcomer: Seat) -> None:
    curator, edited = typed_by_a_curator(school, newcomer)
    accept_leaving(curator.page)
    curator.context.clear_cookies(name="sid")
    curator.go("/login/")
    curator.wait_for_scripts()
    assert not curator.sees("Вернуть текст")

    curator.enter_demo("куратор")
    curator.go(edited)
    curator.press("Вернуть текст")

    assert curator.field("Измеримые результаты").input_value() == TYPED


def test_signing_out_leaves_nothing_typed(school: Site, newcomer: Seat) -> None:
    curator, _ = typed_by_a_curator(school, newcomer)
    accept_leaving(curator.page)

    curator.click(curator.page.locator(".account__face"))
    curator.click(curator.page.locator(".account").get_by_role("button", name="Выйти"))
    curator.page.wait_for_url("**/login/**")

    assert TYPED not in curator.page.evaluate(STORED)


def test_back_and_reload_after_a_refused_form_ask_nothing(school: Site, newcomer: Seat) -> None:
    head = newcomer(school)
    head.enter_demo("руководитель")
    head.go("/roles/add/")
    head.wait_for_scripts()
    head.write("Основание", TYPED)
    head.press("Назначить", exact=True)
    head.page.locator(".errors").wait_for()
    head.wait_for_scripts()
    head.go("/roles/")

    head.page.go_back()

    assert head.page.inner_text("h1") == "Назначить на роль"
    assert head.page.locator(".errors").count() == 0
    head.press("Вернуть текст")
    assert head.field("Основание").input_value() == TYPED


def test_back_and_reload_after_a_refused_button_open_its_page(school: Site, newcomer: Seat) -> None:
    curator = newcomer(school)
    curator.enter_demo("куратор")
    curator.go("/documents/")
    curator.wait_for_scripts()
    curator.page.evaluate("document.querySelector('main form[action*=chosen]').requestSubmit()")
    curator.see("Так сделать нельзя")
    curator.wait_for_scripts()

    curator.page.reload()

    assert curator.page.inner_text("h1") == "Документы"


def accept_leaving(page: Page) -> None:
    """Say yes when the page asks whether to leave what is not saved."""
    page.on("dialog", lambda dialog: dialog.accept())
