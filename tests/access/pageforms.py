"""Forms of a page as a browser would send them when nothing is typed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

SENT_AS_TYPED = ("hidden", "text", "date", "number", "email", "tel", "search", "")


@dataclass
class PageForm:
    """One form: where it goes and what it carries."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    carries_files: bool = False

    def add(self, name: str, value: str) -> None:
        """Carry one more value."""
        self.values.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.form: PageForm | None = None
        self.select = self.textarea = ""
        self.typed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self.form = PageForm(given.get("action", ""))
            self.forms.append(self.form)
        if self.form is None:
            return
        name = given.get("name", "")
        if name:
            self.form.names.add(name)
        if tag == "input":
            self._input(self.form, name, given)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.form.add(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.textarea, self.typed = name, []

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.typed.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.form is not None:
            self.form.add(self.textarea, "".join(self.typed).removeprefix("\n"))
            self.textarea = ""

    def _input(self, form: PageForm, name: str, given: dict[str, Any]) -> None:
        kind = given.get("type", "").lower()
        if kind == "file":
            form.carries_files = True
        elif name and (kind in SENT_AS_TYPED or (kind in ("checkbox", "radio") and "checked" in given)):
            form.add(name, given.get("value", "on" if kind in ("checkbox", "radio") else ""))


def forms_of(html: str) -> list[PageForm]:
    """Every form of the page that is sent by POST."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms
