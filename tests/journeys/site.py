"""The real thing for a journey: an installation of its own behind `mentoring serve`, a person at a browser."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page

OUR_OWN = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")
START_SECONDS = 60
FIRST_PORT, PORTS_A_WORKER = 20_000, 1000
PATIENCE_MS = 20_000
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@dataclass
class Site:
    """One installation and its server."""

    folder: Path
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None
    said: str = ""

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the commands of this installation are run with."""
        kept = {key: value for key, value in os.environ.items() if key not in OUR_OWN}
        return kept | {
            "MENTORING_DATA": str(self.folder),
            "MENTORING_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "mentoring.config.settings.local",
        }

    def command(self, *words: str) -> str:
        """Run `mentoring WORDS` and give what it said; raises when it failed."""
        done = subprocess.run(
            [sys.executable, "-m", "mentoring.config.cli", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        self.said = done.stdout
        return done.stdout

    def start(self) -> "Site":
        """Serve until `stop`."""
        with (self.folder / "serve.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mentoring.config.cli", "serve", "--port", str(self.port), "--workers", "1"],
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._answers():
                return self
            assert self.process.poll() is None, (self.folder / "serve.log").read_text()
            time.sleep(0.2)
        raise AssertionError("the server did not start: " + (self.folder / "serve.log").read_text())

    def stop(self) -> None:
        """End the server by its process id."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/login/", timeout=2):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


def free_port() -> int:
    """A port that nobody listens on: of the worker's own range, below those that outgoing connections take."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    while True:
        port = FIRST_PORT + worker * PORTS_A_WORKER + random.randrange(PORTS_A_WORKER)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


ANSWERS_TO_INPUT = ("status of 409", "status of 422")
SECONDS_A_CLICK = 3.0
SECONDS_A_KEYSTROKE = 0.4


@dataclass
class Visitor:
    """A person at a browser: counts her clicks, the fields she fills, her keystrokes; notes errors of pages."""

    site: Site
    context: BrowserContext
    page: Page
    clicks: int = 0
    fields: int = 0
    keystrokes: int = 0
    errors: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(path if path.startswith("http") else f"{self.site.url}{path}")

    def click(self, what: Locator) -> None:
        """One click of hers."""
        self.clicks += 1
        what.click()

    def press(self, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Click the first visible button or link of this name."""
        self.click(self.control(name, exact=exact))

    def agree(self, name: str, *, confirm: str) -> None:
        """Click what asks before it acts, then say yes."""
        self.press(name)
        self.click(self.page.locator("main details[open]").get_by_role("button", name=confirm).first)

    def open(self, name: str) -> None:
        """Click an item of the menu and wait for its page."""
        item = self.page.get_by_role("navigation").get_by_role("link", name=name).locator("visible=true").first
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.click(item)

    def open_on_phone(self, name: str) -> None:
        """Tap an item of the bar below, or of what «Ещё» opens there."""
        item = self.page.locator(".dock").get_by_role("link", name=name, exact=True)
        if not item.is_visible():
            self.click(self.page.locator(".dock summary"))
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.click(item)

    def write(self, label: str, text: str) -> None:
        """Type into the field of this label: going into it, by Tab or by a click, and a keystroke a letter."""
        self.type_into(self.field(label), text)

    def type_into(self, field: Locator, text: str) -> None:
        """Type into this field."""
        self.fields += 1
        self.keystrokes += len(text)
        field.fill(text)

    def tick(self, label: str | re.Pattern[str]) -> None:
        """Click the checkbox or the radio button of this label."""
        self.wait_for_scripts()
        self.click(self.page.locator("main").get_by_label(label).locator("visible=true").first)

    def wait_for_scripts(self) -> None:
        """Give the scripts of the page the moment that a person needs to look at it."""
        self.page.wait_for_load_state("networkidle")

    def take(self, name: str | re.Pattern[str]) -> Path:
        """Click what downloads a file; give the file."""
        with self.page.expect_download() as waiting:
            self.press(name)
        path = self.site.folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def give(self, path: Path) -> None:
        """Choose a file in the first field for files: a click and a double click in the window of the system."""
        self.clicks += 3
        self.page.locator("main input[type=file]").first.set_input_files(path)

    def control(self, name: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        """The first visible button, link or opener of hidden text of this name in the main part of the page."""
        main = self.page.locator("main")
        found = main.get_by_role("button", name=name, exact=exact).or_(main.get_by_role("link", name=name, exact=exact))
        words = re.compile(rf"^\s*{re.escape(str(name))}\s*$") if exact else name
        return found.or_(main.locator("summary", has_text=words)).locator("visible=true").first

    def field(self, label: str) -> Locator:
        """The first visible field of this label."""
        return self.page.locator("main").get_by_label(label).locator("visible=true").first

    def sees(self, text: str | re.Pattern[str]) -> bool:
        """Whether the text stands on the page."""
        self.page.wait_for_load_state("domcontentloaded")
        return self.page.locator("main").get_by_text(text).locator("visible=true").count() > 0

    def see(self, text: str | re.Pattern[str]) -> None:
        """Wait until the text stands on the page."""
        self.page.locator("main").get_by_text(text).locator("visible=true").first.wait_for()

    def text(self) -> str:
        """Everything that the main part of the page says, with plain spaces."""
        self.page.wait_for_load_state("domcontentloaded")
        return self.page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")

    def forgive(self, words: str) -> None:
        """Leave out what the browser itself says of what the test has brought about."""
        self.errors = [error for error in self.errors if words not in error]

    def enter_demo(self, who: str) -> str:
        """Sign in to a demo as the person of this name or of this role, best of this alone; give her name."""
        self.go("/demo/")
        alone, among_others = rf"^\s*{who}\s*$", rf"(^|, )\s*{who}\s*(,|$)"
        rows = [self.page.locator("main tbody tr", has=self._demo_cell(words)) for words in (alone, among_others)]
        row = next(found for found in rows if found.count()).first
        name = row.locator("th").inner_text().strip()
        row.get_by_role("button").click()
        self.page.wait_for_url(f"{self.site.url}/")
        return name

    def _demo_cell(self, words: str) -> Locator:
        return self.page.locator("th, td", has_text=re.compile(words))

    @property
    def seconds(self) -> float:
        """How long her hands have been busy at the stated rates."""
        return (self.clicks + self.fields) * SECONDS_A_CLICK + self.keystrokes * SECONDS_A_KEYSTROKE

    @property
    def faults(self) -> list[str]:
        """Errors of pages, but for the answers to what was typed wrong or too late."""
        return [error for error in self.errors if not any(words in error for words in ANSWERS_TO_INPUT)]


def visit(browser: Browser, site: Site, *, phone: bool = False) -> Visitor:
    """Open a browser of her own for a person; 360 px wide on a phone."""
    context = browser.new_context(viewport=PHONE if phone else DESKTOP, locale="ru-RU", accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    visitor = Visitor(site, context, page)
    page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    page.on("console", lambda message: visitor.errors.append(message.text) if message.type == "error" else None)
    return visitor
