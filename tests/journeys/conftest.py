"""Sites for journeys, people at browsers whose pages must show no errors."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.accessibility import carry_axe
from tests.journeys.site import Site, Visitor, free_port, visit

FAILED = pytest.StashKey[bool]()
PICTURES = Path("build/journeys")

Seat = Callable[..., Visitor]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember on the test whether it failed, so that its browsers can be photographed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def newcomer(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Seat]:
    """Seat a person at a browser; at the end of the test none of her pages may have had an error."""
    visitors: list[Visitor] = []

    def seat(site: Site, *, phone: bool = False) -> Visitor:
        visitor = visit(browser, site, phone=phone)
        visitors.append(visitor)
        return visitor

    yield seat
    if request.node.stash.get(FAILED, False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        for number, visitor in enumerate(visitors, 1):
            visitor.page.screenshot(path=PICTURES / f"{request.node.name}-{number}.png", full_page=True)
    faults = [fault for visitor in visitors for fault in visitor.faults]
    for visitor in visitors:
        visitor.context.close()
    assert faults == []


@pytest.fixture
def inspector(newcomer: Seat) -> Seat:
    """Seat a person whose pages are looked at by axe."""

    def seat(site: Site) -> Visitor:
        visitor = newcomer(site)
        carry_axe(visitor.context)
        return visitor

    return seat


@pytest.fixture
def new_site(tmp_path: Path, browser: Browser) -> Iterator[Callable[[], Site]]:
    """Make an empty installation; its server, if started, ends with the test."""
    made: list[Site] = []

    def make() -> Site:
        site = Site(tmp_path / f"site{len(made)}", port=free_port())
        site.folder.mkdir()
        made.append(site)
        return site

    yield make
    for site in made:
        site.stop()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """A demo school as it is made; nobody serves it, tests take copies."""
    return made_once(tmp_path_factory, "demo", lambda site: site.command("demo", "--size", "school"))


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """A school in which eight wait for a mentor and five can be one; tests take copies."""
    return made_once(tmp_path_factory, "prepared", prepare)


@pytest.fixture(scope="session")
def looked_at(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One demo school for everybody who only looks."""
    site = copy_of(demo_folder, tmp_path_factory.mktemp("looked") / "site").start()
    yield site
    site.stop()


@pytest.fixture
def school(demo_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """A demo school of one's own, to change anything in it."""
    site = copy_of(demo_folder, tmp_path / "school").start()
    yield site
    site.stop()


@pytest.fixture
def prepared_school(prepared_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """The prepared school of one's own."""
    site = copy_of(prepared_folder, tmp_path / "prepared").start()
    yield site
    site.stop()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Site], object]) -> Path:
    """The folder of an installation that the first process of tests makes while the others wait for it."""
    common = factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else factory.getbasetemp()
    place = common / name
    with (common / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            site = Site(factory.mktemp(name), port=free_port())
            make(site)
            site.folder.rename(place)
    return place


def prepare(site: Site) -> None:
    """Fill an empty installation by the actions that people use."""
    site.command("manage", "migrate", "--verbosity", "0")
    site.command("manage", "createcachetable")
    site.command("manage", "shell", "-v", "0", "-c", "from tests.journeys.prepared import fill; fill()")


def copy_of(folder: Path, place: Path) -> Site:
    """Another installation with the same data."""
    shutil.copytree(folder, place)
    return Site(place, port=free_port())
