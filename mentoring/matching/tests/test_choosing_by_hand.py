"""In a real browser: the fields of a decision follow the choice, a name from the list takes its choice."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from mentoring.accounts.choices import Role
from mentoring.matching.choices import MentorshipState, Side
from mentoring.matching.models import Mentorship, Need
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_readiness
from mentoring.matching.tests.pages import url
from mentoring.organizations.models import Organization

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
Open = Callable[[str], Page]


@pytest.fixture
def opened(browser: Browser, live_server: LiveServer, enter: Callable[..., Client]) -> Iterator[Open]:
    """Open a page as the curator; errors of its scripts fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    context.set_default_timeout(20_000)
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_page(path: str) -> Page:
        cookie = enter(Role.CURATOR).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page.goto(f"{live_server.url}{path}", wait_until="networkidle")
        return page

    yield open_page
    context.close()
    assert errors == []


@pytest.fixture
def need(school: Organization) -> Need:
    """Somebody who waits, and four who can mentor her; all of them are ready."""
    need = make_need(organization=school)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)
    for _ in range(4):
        make_readiness(organization=school, person=make_mentor(organization=school).person)
    return need


def test_only_the_fields_of_the_choice_are_shown(need: Need, opened: Open) -> None:
    page = opened(url("choose_all"))
    clause, number = page.get_by_label("Пункт положения МОО"), page.get_by_label("Номер протокола")

    page.get_by_label("Единолично, по положению МОО").check()
    alone = clause.is_visible(), number.is_visible()
    page.get_by_label("Рекомендовано советом").check()
    with_council = clause.is_visible(), number.is_visible()

    assert (alone, with_council) == ((True, False), (False, True))
    assert "необязательно" not in page.inner_text("main")


def test_pairs_are_proposed_to_the_council_with_no_field_filled(need: Need, opened: Open) -> None:
    page = opened(url("choose_all"))
    page.get_by_label("Рекомендовано советом").check()

    page.get_by_role("button", name="Предложить совету").click()
    page.get_by_text("Предложено совету: 1 пара.").wait_for()

    assert Mentorship.objects.get().state == MentorshipState.PROPOSED


def test_minutes_are_asked_for_only_by_the_button_that_decides(need: Need, opened: Open) -> None:
    page = opened(url("choose_all"))
    page.get_by_label("Рекомендовано советом").check()

    page.get_by_role("button", name="Решить и составить программы").click()
    page.get_by_text("Укажите номер протокола.").first.wait_for()

    expect(page.get_by_label("Номер протокола")).to_be_visible()
    expect(page.get_by_label("Пункт положения МОО")).to_be_hidden()
    assert not Mentorship.objects.exists()


def test_decision_on_proposed_pairs_asks_for_the_fields_of_its_choice(need: Need, opened: Open) -> None:
    make_pair(organization=need.organization)
    page = opened(url("mentorship_decide"))

    page.get_by_label("Единолично, по положению МОО").check()
    page.get_by_label("Пункт положения МОО").fill("3.4")
    page.get_by_role("button", name="Записать решение").click()
    page.get_by_text("Решение записано: 1 пара.").wait_for()

    pair = Mentorship.objects.get()
    assert (pair.state, pair.decision_clause, pair.minutes_number) == (MentorshipState.RECOMMENDED, "3.4", "")


def test_name_taken_from_the_list_takes_its_choice(need: Need, opened: Open) -> None:
    page = opened(url("choose_all"))
    others, own = page.get_by_label(re.compile("^Другой наставник для")), page.locator("input[value=other]")

    others.select_option(index=1)
    taken = own.is_checked()
    page.get_by_label("Пока не решать").check()

    assert taken
    assert others.input_value() == ""


def test_name_is_taken_by_keyboard(need: Need, opened: Open) -> None:
    page = opened(url("choose_all"))
    others = page.get_by_label(re.compile("^Другой наставник для"))

    others.focus()
    page.keyboard.press("ArrowDown")
    expect(others).not_to_have_value("")  # the browser takes the key in its own time
    chosen = others.input_value()
    page.get_by_role("button", name="Предложить совету").click()
    page.get_by_text("Предложено совету: 1 пара.").wait_for()

    assert str(Mentorship.objects.get().mentor.person.public_id) == chosen
