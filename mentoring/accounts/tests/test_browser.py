"""In a real browser: a slip's code, a passkey made and used, pages without a word in the console."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Browser, Page

from mentoring.accounts.actions import invite
from mentoring.accounts.choices import Role
from mentoring.accounts.tests.conftest import member
from mentoring.organizations.choices import Profile
from mentoring.organizations.models import Installation
from mentoring.organizations.tests.factories import make_organization

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PASSWORD = "вьюга сундук пароход"
TYPED = "приказ от 1 сентября 2026 г. № 15, пункт 3"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window with a built-in authenticator; anything in its console fails the test."""
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: problems.append(answer.url) if answer.status == 404 else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    where, words = page.url, page.inner_text("main")
    page.close()
    assert not problems, (where, words)


def test_curator_enters_by_a_slip_makes_a_passkey_and_enters_by_it(page, live_server):
    school = make_organization()
    curator, head = member(school, Role.CURATOR, username="c"), member(school, Role.HEAD, username="h")
    issued = invite(person=curator.person, organization=school, by=head.actor)

    page.goto(f"{live_server.url}/entry/")
    page.fill("[name=code]", issued.code.lower())
    page.click("main button:has-text('Дальше')")
    page.fill("[name=username]", "kurator.1")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button:has-text('Войти')")
    page.wait_for_url("**/access/second/**")
    page.click("text=Добавить ключ")
    start_passkey(page)
    page.wait_for_url("**/access/second/codes/")
    page.click("text=Напечатано, дальше")
    page.wait_for_url(f"{live_server.url}/")

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/login/?next=/staff-access/")
    start_passkey(page)
    page.wait_for_url(f"{live_server.url}/staff-access/")
    assert curator.person.full_name in page.inner_text("main")


def test_passkey_is_the_second_step_after_a_password(page, live_server):
    school = make_organization()
    member(school, Role.CURATOR, username="kurator", password=make_password(PASSWORD))

    sign_in(page, live_server.url)
    add_passkey(page, live_server.url)
    page.context.clear_cookies()
    sign_in(page, live_server.url)
    page.wait_for_url("**/login/second/")
    start_passkey(page)
    page.wait_for_url(f"{live_server.url}/")


def test_pages_of_passkeys_are_accessible(page, live_server):
    school = make_organization()
    member(school, Role.CURATOR, username="kurator", password=make_password(PASSWORD))
    sign_in(page, live_server.url)
    add_passkey(page, live_server.url)
    found = []

    for path in ("/access/second/", "/access/second/keys/add/", "/login/again/passkey/"):
        page.goto(f"{live_server.url}{path}")
        found += violations(page)
    page.goto(f"{live_server.url}/access/second/")
    page.click("a:has-text('Удалить')")
    found += violations(page)
    page.context.clear_cookies()
    sign_in(page, live_server.url)
    page.wait_for_selector("[data-passkey-start]")
    found += violations(page)

    assert found == []


def test_form_of_an_ended_session_leads_back_to_its_page_with_what_was_typed(page, live_server):
    head_without_second_factor()
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/roles/add/?role=clerk")
    page.fill("[name=basis]", TYPED)
    page.wait_for_selector("text=Черновик цел")
    page.context.clear_cookies(name="sid")

    page.click("text=Назначить >> nth=-1")
    page.wait_for_url("**/login/**")
    page.fill("[name=login]", "kurator")
    page.fill("[name=password]", PASSWORD)
    page.click("main button:has-text('Войти'):not([data-passkey-start])")
    page.wait_for_url(f"{live_server.url}/roles/add/?role=clerk")
    page.click("text=Вернуть текст")

    assert page.input_value("[name=basis]") == TYPED


def head_without_second_factor() -> None:
    """The head of an installation that asks for nothing but the password."""
    school = make_organization()
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school, second_factor_required=False)
    member(school, Role.HEAD, username="kurator", password=make_password(PASSWORD))


def start_passkey(page: Page) -> None:
    """Press the button of the passkey; before the scripts of the page have run it would do nothing."""
    page.wait_for_selector("[data-passkey-start]")
    page.wait_for_load_state("load")
    page.click("[data-passkey-start]")


def sign_in(page: Page, address: str) -> None:
    """Type the name and the password."""
    page.goto(f"{address}/login/")
    page.fill("[name=login]", "kurator")
    page.fill("[name=password]", PASSWORD)
    page.click("main button:has-text('Войти'):not([data-passkey-start])")


def add_passkey(page: Page, address: str) -> None:
    """Make a passkey of this computer."""
    page.goto(f"{address}/access/second/keys/add/")
    start_passkey(page)
    page.wait_for_url("**/access/second/codes/")


def violations(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe finds on the page."""
    found = Axe().run(page).response["violations"]
    return [(page.url, problem["id"], [node["target"] for node in problem["nodes"]]) for problem in found]
