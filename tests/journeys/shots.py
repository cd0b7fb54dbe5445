"""`make shots`: pages of each role of a fresh demo school, wide and on a phone, and the picture of the README.

build/shots/<role>/<width>/NN-name.png; with `--picture FILE` only the curator's first page at 1280×800 goes there.
"""

import argparse
import re
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.chromium import chromium
from tests.journeys.crawl import shape, walk
from tests.journeys.site import DESKTOP, PHONE, Site, free_port, visit

PLACE = Path("build/shots")
PICTURE_SIZE = {"width": 1280, "height": 800}
WIDTHS = {"1280": DESKTOP, "360": PHONE}
WHOLE_PAGE = ".dock, .bulk { position: static !important; }"  # bars that follow the window would cover the page
ROLES = {
    "curator": "куратор",
    "head": "руководитель",
    "council": "член совета наставников",
    "clerk": "кадровик",
    "mentor": "наставник",
    "mentee": "наставляемый",
    "teacher": "педагог",
}


def main() -> None:
    """Make the demo, serve it, photograph it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picture", type=Path, help="снять только картинку для README")
    parser.add_argument("--role", choices=ROLES, help="снять страницы одной роли")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = Site(Path(folder), port=free_port())
        print(site.command("demo", "--size", "school").strip())
        try:
            site.start()
            _photograph(browser, site, options)
        finally:
            site.stop()


def _photograph(browser: Browser, site: Site, options: argparse.Namespace) -> None:
    if options.picture:
        _picture(browser, site, options.picture)
        return
    shutil.rmtree(PLACE / options.role if options.role else PLACE, ignore_errors=True)
    for role in [options.role] if options.role else ROLES:
        count = _pages_of(browser, site, role)
        print(f"{role}: {count} → {PLACE / role}")


def _pages_of(browser: Browser, site: Site, role: str) -> int:
    visitor = visit(browser, site)
    visitor.enter_demo(ROLES[role])
    seen: set[str] = set()
    for url, _ in walk(visitor.page, f"{site.url}/"):
        name = _name(url)
        if name not in seen:
            seen.add(name)
            _shoot(visitor.page, PLACE / role, f"{len(seen):02}-{name}.png")
    visitor.context.close()
    return len(seen)


def _shoot(page: Page, place: Path, name: str) -> None:
    for width, size in WIDTHS.items():
        page.set_viewport_size(size)
        page.screenshot(path=place / width / name, full_page=True, style=WHOLE_PAGE)
    page.set_viewport_size(DESKTOP)


def _picture(browser: Browser, site: Site, path: Path) -> None:
    visitor = visit(browser, site)
    visitor.enter_demo(ROLES["curator"])
    visitor.page.set_viewport_size(PICTURE_SIZE)
    visitor.page.screenshot(path=path)
    visitor.context.close()
    print(f"{path}: {path.stat().st_size // 1024} кБ")


def _name(url: str) -> str:
    """«staff-edit» of /staff/<id>/edit/."""
    path = urlsplit(shape(url)).path
    return "-".join(re.findall("[a-z]+", path)) or "home"


if __name__ == "__main__":
    main()
