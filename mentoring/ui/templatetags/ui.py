"""Template tags and filters of the interface; thin wrappers over `core.wording` and the modules of this package."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mentoring.ui import charts, icons, words
from mentoring.ui.messages import undo_of
from mentoring.ui.shapes import Change, Stage
from mentoring.ui.styles import stylesheet

register = template.Library()

register.filter("day", words.day)
register.filter("day_short", words.day_short)
register.filter("moment", words.moment)
register.filter("plural", words.counted)
register.filter("plural_word", words.plural_word)
register.filter("initials", words.initials)
register.filter("full_name", words.full_name)
register.filter("tel", words.phone)
register.filter("tel_url", words.phone_url)
register.filter("file_size", words.file_size)
register.filter("undo", undo_of)


@register.filter
def plain(value: object) -> str:
    """The value as it is, without the locale's spaces and commas: for addresses, values and keys."""
    return "" if value is None else str(value)


@register.filter
def iso(value: date | datetime | None) -> str:
    """A date for machines."""
    return value.isoformat() if value else ""


@register.filter
def html(attrs: Mapping[str, Any]) -> SafeString:
    """Attributes that a component passes on to its element, escaped; False and None leave none."""
    given = attrs.attrs_dict() if hasattr(attrs, "attrs_dict") else dict(attrs)
    return format_html_join(
        "", " {}", ([_attribute(key, value)] for key, value in given.items() if value not in (None, False))
    )


def _attribute(key: str, value: object) -> SafeString:
    if value is True:
        return format_html("{}", key)
    text = conditional_escape(value if isinstance(value, SafeString) else str(value)).replace('"', "&quot;")
    return format_html('{}="{}"', key, mark_safe(text))  # noqa: S308 - escaped above


@register.simple_tag
def icon(name: str, label: str = "", size: int = 20) -> SafeString:
    """Draw an icon; without a label it is decoration."""
    return icons.icon_svg(str(name), str(label), int(size))


@register.filter
def tone_icon(tone: str) -> SafeString:
    """The sign of a tone."""
    return icons.signed(icons.TONE_ICONS, str(tone))


@register.filter
def message_icon(tone: str) -> SafeString:
    """The sign of a message."""
    return icons.signed(icons.MESSAGE_ICONS, str(tone))


@register.filter
def sign_icon(sign: str) -> SafeString:
    """The sign of a fact."""
    return icons.signed(icons.SIGN_ICONS, str(sign))


@register.filter
def step_icon(state: str) -> SafeString:
    """The sign of a step."""
    return icons.signed(icons.STEP_ICONS, str(state))


SIGN_WORDS = {"yes": "есть", "partly": "частично", "no": "нет", "unknown": "неизвестно", "next": "дальше"}
STEP_WORDS = {"done": "готово", "now": "идёт сейчас", "next": "впереди", "late": "срок прошёл"}


@register.filter
def sign_word(sign: str) -> str:
    """The sign of a fact for those who hear it."""
    return SIGN_WORDS.get(str(sign), "")


@register.filter
def step_word(state: str) -> str:
    """The state of a step for those who hear it."""
    return STEP_WORDS.get(str(state), "")


@register.filter
def pair(left: Iterable[Any], right: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Two lists side by side."""
    return list(zip(left, right, strict=False))


@register.filter
def is_number(value: object) -> bool:
    """Tell a page's number from the gap between numbers."""
    return isinstance(value, int)


@register.simple_tag
def period(start: date | None, end: date | None) -> str:
    """Two dates as a term: «с 1 октября 2026 г. по 31 марта 2027 г.»."""
    return words.period(start, end)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A field of a form: label, hint, control, error."""
    return bound.as_field_group()


@register.simple_tag
def stylesheet_url() -> str:
    """Address of the present stylesheet."""
    return reverse("ui:styles", kwargs={"version": stylesheet().version})


@register.simple_tag(takes_context=True)
def query(context: template.Context, **replaced: object) -> str:
    """The page's query string with these keys replaced; None drops a key. It always begins with «?»."""
    request = context.get("request")
    params = request.GET.copy() if request else QueryDict(mutable=True)
    for key, value in replaced.items():
        params.pop(key, None)
        if value is not None:
            params[key] = str(value)
    return f"?{params.urlencode()}"


@register.simple_tag(takes_context=True)
def page_url(context: template.Context, param: str, number: int) -> str:
    """Address of a page of the list."""
    return query(context, **{str(param): number})


@register.simple_tag(takes_context=True)
def sort_of(context: template.Context, by: str) -> dict[str, str]:
    """How a column is sorted now and where its heading leads."""
    request = context.get("request")
    current = request.GET.get("sort", "") if request else ""
    direction = {by: "ascending", f"-{by}": "descending"}.get(current, "none")
    target = f"-{by}" if direction == "ascending" else by
    return {"direction": direction, "url": query(context, sort=target, page=None)}


@register.simple_tag
def strip(stages: Iterable[Stage], today: date | None = None) -> charts.Strip | None:
    """Geometry of the strip of time."""
    return charts.strip_of(list(stages), today or None)


@register.simple_tag
def bars(changes: Iterable[Change], maximum: int) -> list[charts.Bar]:
    """Geometry of bars «было — стало»."""
    return charts.bars_of(list(changes), int(maximum))


@register.simple_tag
def profile(changes: Iterable[Change], maximum: int) -> charts.Profile:
    """Geometry of a profile."""
    return charts.profile_of(list(changes), int(maximum))


@register.filter
def share(value: int | None, maximum: int | None) -> int | None:
    """How many percent the value is of the maximum; None when there is no maximum."""
    return round(100 * (value or 0) / maximum) if maximum else None


@register.filter
def widget_kind(bound: BoundField) -> str:
    """How a field is laid out: one tick, a group of choices, a file, anything else by its own name."""
    return {"checkboxinput": "check"}.get(bound.field.widget.__class__.__name__.lower(), bound.widget_type)


@register.filter
def page_numbers(page: Any) -> Iterable[Any]:
    """Numbers of pages with gaps; numbers only, the gap is an ellipsis."""
    numbers: Iterable[Any] = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return numbers


@register.filter
def labels(errors: Any) -> str:
    """All errors of a field in one line."""
    return " ".join(str(error) for error in errors)


@register.simple_tag
def wrong_fields(form: Any) -> list[dict[str, str]]:
    """The fields with errors, for the summary; a hidden field's error belongs to the form."""
    return [
        {"id": _first_id(bound), "label": str(bound.label), "error": labels(bound.errors)}
        for bound in form.visible_fields()
        if bound.errors
    ]


def _first_id(bound: BoundField) -> str:
    """The control that takes the focus: the field's own or the first of a group."""
    return f"{bound.auto_id}_0" if bound.use_fieldset else str(bound.id_for_label)


@register.simple_tag
def has_errors(*forms: Any) -> bool:
    """Tell whether any bound form among these has errors."""
    return any(form.is_bound and form.errors for form in forms if form)


@register.filter
def dashed(text: str) -> SafeString:
    """A one-time code in groups of four."""
    bare = str(text).replace("-", "").replace(" ", "")
    return format_html("{}", "-".join(bare[index : index + 4] for index in range(0, len(bare), 4)))
