"""Icons as inlined SVG: no font, no sprite, no request."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide import _render_icon as render_lucide  # the package offers its renderer to template engines only

TONE_ICONS = {"good": "check", "now": "circle-alert", "late": "alarm-clock", "accent": "circle-dot", "quiet": "clock"}
MESSAGE_ICONS = {"good": "check", "now": "circle-alert", "late": "triangle-alert", "accent": "info", "quiet": "info"}
SIGN_ICONS = {
    "yes": "check",
    "partly": "circle-minus",
    "no": "minus",
    "unknown": "circle-question-mark",
    "next": "circle",
}
STEP_ICONS = {"done": "check", "now": "circle-dot", "next": "circle", "late": "alarm-clock"}


@lru_cache(maxsize=256)
def icon_svg(name: str, label: str = "", size: int = 20) -> SafeString:
    """Draw an icon; without a label it is decoration, the words beside it speak."""
    named = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    svg = render_lucide(name, size, **{"class": "icon", "focusable": "false", **named})
    return mark_safe(" ".join(svg.split()))  # noqa: S308 - the package's own drawing and escaped attributes


def signed(icons: dict[str, str], key: str) -> SafeString:
    """The icon of a tone, a sign or a step; an unknown key has none."""
    name = icons.get(key)
    return icon_svg(name) if name else format_html("")
