"""Every page that links lead to answers, fits the screen and has no fault that axe knows, for every role."""

import pytest

from tests.journeys.accessibility import faults_at_widths, faults_everywhere, faults_here
from tests.journeys.conftest import Seat
from tests.journeys.crawl import shape, walk
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROLES = {
    "руководитель": "head",
    "член совета наставников": "council",
    "кадровик": "clerk",
    "наставник": "mentor",
    "наставляемый": "mentee",
    "педагог": "teacher",
}
LEAST_PAGES = 10
ENTRY = "<tr><th>{}</th><td>{}</td><td><form action='/' method='post'><button>Войти</button></form></td></tr>"
ENTRIES = (("Первая", "член совета наставников, наставник"), ("Вторая", "наставник"))
TWO_MENTORS = f"<main><table><tbody>{''.join(ENTRY.format(*who) for who in ENTRIES)}</tbody></table></main>"
LOW_VISION = "auto.low.2.2.white"  # the cookie of the version for the visually impaired: larger, wider


@pytest.mark.parametrize("role", ROLES, ids=ROLES.values())
def test_pages_are_accessible(looked_at: Site, inspector: Seat, role: str) -> None:
    visitor = inspector(looked_at)
    visitor.enter_demo(role)
    faults, count = [], 0

    for url, status in walk(visitor.page, f"{looked_at.url}/"):
        count += 1
        if status != 200:
            faults.append(f"{shape(url)} answers {status}")
        faults += faults_at_widths(visitor.page)

    assert faults == []
    assert count >= LEAST_PAGES


def test_mentor_is_looked_at_as_who_holds_no_post(looked_at: Site, newcomer: Seat) -> None:
    visitor = newcomer(looked_at)
    visitor.page.route("**/*", lambda route: route.fulfill(body=TWO_MENTORS, content_type="text/html; charset=utf-8"))

    assert visitor.enter_demo("наставник") == "Вторая"


def test_pages_of_the_curator_are_accessible_in_all_themes(looked_at: Site, inspector: Seat) -> None:
    visitor = inspector(looked_at)
    visitor.enter_demo("куратор")
    faults = []

    for url, status in walk(visitor.page, f"{looked_at.url}/"):
        if status != 200:
            faults.append(f"{shape(url)} answers {status}")
        faults += faults_everywhere(visitor.page)

    assert faults == []


def test_pages_of_the_curator_are_accessible_to_weak_eyes(looked_at: Site, inspector: Seat) -> None:
    visitor = inspector(looked_at)
    visitor.enter_demo("куратор")
    visitor.context.add_cookies([{"name": "display", "value": LOW_VISION, "url": looked_at.url}])
    faults = []

    for _, _ in walk(visitor.page, f"{looked_at.url}/"):
        faults += faults_here(visitor.page, "low vision")

    assert visitor.page.get_attribute("html", "data-vision") == "low"
    assert faults == []


def test_public_pages_are_accessible(looked_at: Site, inspector: Seat) -> None:
    visitor = inspector(looked_at)
    faults = []

    for path in ("/login/", "/demo/", "/entry/", "/forgotten/", "/answer/", "/login/closed/", "/logout/"):
        visitor.go(path)
        faults += faults_everywhere(visitor.page)

    assert faults == []


def test_check_of_a_paper_is_accessible_to_who_holds_it(looked_at: Site, inspector: Seat) -> None:
    curator, holder = inspector(looked_at), inspector(looked_at)
    curator.enter_demo("куратор")
    papers = {
        checked_address(curator, state="подписан"): "действует",
        checked_address(curator, state="напечатан"): "не действует: ещё не подписан",
        "/check/neizvestnyj-nomer/": "Такого документа нет",
    }
    faults = []

    for address, answer in papers.items():
        holder.go(address)
        assert holder.page.get_by_text(answer, exact=True).is_visible()
        faults += faults_everywhere(holder.page)

    holder.forgive("status of 404")
    assert faults == []


def checked_address(curator: Visitor, *, state: str) -> str:
    """Where the QR code of a paper in this state leads."""
    curator.open("Документы")
    curator.click(curator.page.locator("main tbody tr", has_text=state).first.locator("th a"))
    return curator.control("Открыть страницу проверки").get_attribute("href") or ""
