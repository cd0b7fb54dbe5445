"""What axe finds on the open page, in the themes and widths that people use.

Rules: WCAG 2.0, 2.1 and 2.2 at levels A and AA, and all of axe's best practices.
"""

from collections.abc import Iterator, Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

from tests.journeys.crawl import shape
from tests.journeys.site import DESKTOP, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SEEN = ["color-contrast", "link-in-text-block", "target-size"]  # what colours and thickness of lines decide
RUN = """async rules => {
  for (const change of document.getAnimations()) change.finish();  // colours on their way to others are not the page's
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  const told = (rule, node) => `${rule.id}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`;
  return found.violations.flatMap(rule => rule.nodes.map(node => told(rule, node)));
}"""
SPARE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Chromium sometimes gives such a box no height while the page is still coming: what stands in it is not seen.
MAY_VANISH = """() => [...document.querySelectorAll("fieldset *")]
  .filter(found => getComputedStyle(found).containerType !== "normal").map(found => found.className)"""
WIDTHS = {"1280": DESKTOP, "360": PHONE}
THEMES = ("dark", "contrast")


def carry_axe(context: BrowserContext) -> None:
    """Give axe to every page that will be opened here."""
    context.add_init_script(AXE_SCRIPT)


def faults_at_widths(page: Page) -> Iterator[str]:
    """Violations and pages that do not fit, wide and on a phone."""
    for name, size in reversed(WIDTHS.items()):
        page.set_viewport_size(size)
        yield from faults_here(page, name)
        if page.evaluate(SPARE) > 0:
            yield f"{shape(page.url)} [{name}] is wider than the screen"
    for box in page.evaluate(MAY_VANISH):
        yield f"{shape(page.url)} a container inside a fieldset may vanish: {box}"


def faults_in_themes(page: Page) -> Iterator[str]:
    """Violations in the other themes: the same page, other colours and lines."""
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        yield from faults_here(page, theme, rules=SEEN)


def faults_everywhere(page: Page) -> Iterator[str]:
    """Violations at both widths and in all themes."""
    yield from faults_at_widths(page)
    yield from faults_in_themes(page)


def faults_here(page: Page, name: str, *, rules: Sequence[str] = TAGS) -> Iterator[str]:
    """Violations on the page as it is, once it is all there."""
    page.wait_for_load_state()
    for violation in page.evaluate(RUN, list(rules)):
        yield f"{shape(page.url)} [{name}] {violation}"
