"""Every page that links lead to answers, fits the screen and has no fault that axe knows, for every role."""

import pytest

from tests.journeys.accessibility import faults_at_widths, faults_here, faults_in_themes
from tests.journeys.conftest import Seat
from tests.journeys.crawl import shape, walk
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROLES = {
    "руководитель": "head",
    "член совета": "council",
    "кадровик": "clerk",
    "наставник": "mentor",
    "наставляемый": "mentee",
    "педагог": "teacher",
}
LEAST_PAGES = 10
LOW_VISION = "auto.low.2.2.white"  # the cookie of the version for the visually impaired: larger, wider


@pytest.mark.parametrize("role", ROLES, ids=ROLES.values())
def test_pages_are_accessible(looked_at: Site, newcomer: Seat, role: str) -> None:
    visitor = newcomer(looked_at)
    visitor.enter_demo(role)
    faults, count = [], 0

    for url, status in walk(visitor.page, f"{looked_at.url}/"):
        count += 1
        if status != 200:
            faults.append(f"{shape(url)} answers {status}")
        faults += faults_at_widths(visitor.page)

    assert faults == []
    assert count >= LEAST_PAGES


def test_pages_of_the_curator_are_accessible_in_all_themes(looked_at: Site, newcomer: Seat) -> None:
    visitor = newcomer(looked_at)
    visitor.enter_demo("куратор")
    faults = []

    for url, status in walk(visitor.page, f"{looked_at.url}/"):
        if status != 200:
            faults.append(f"{shape(url)} answers {status}")
        faults += faults_at_widths(visitor.page)
        faults += faults_in_themes(visitor.page)

    assert faults == []


def test_pages_of_the_curator_are_accessible_to_weak_eyes(looked_at: Site, newcomer: Seat) -> None:
    visitor = newcomer(looked_at)
    visitor.enter_demo("куратор")
    visitor.context.add_cookies([{"name": "display", "value": LOW_VISION, "url": looked_at.url}])
    faults = []

    for _, _ in walk(visitor.page, f"{looked_at.url}/"):
        faults += faults_here(visitor.page, "low vision")

    assert visitor.page.get_attribute("html", "data-vision") == "low"
    assert faults == []


def test_public_pages_are_accessible(looked_at: Site, newcomer: Seat) -> None:
    visitor = newcomer(looked_at)
    faults = []

    for path in ("/login/", "/demo/", "/entry/", "/forgotten/", "/answer/", "/nowhere/"):
        visitor.go(path)
        faults += faults_at_widths(visitor.page)
        faults += faults_in_themes(visitor.page)

    visitor.errors.clear()  # the browser's own word about the page that is not there
    assert faults == []
