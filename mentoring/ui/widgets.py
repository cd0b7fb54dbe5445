"""Widgets of forms; each works without JavaScript."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from mentoring.ui.shapes import Option

Source = Callable[[str], Sequence[Option]]
Title = Callable[[str], str]


class DateInput(forms.DateInput):
    """A day, chosen in the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class Textarea(forms.Textarea):
    """A longer text; with a limit it counts what is left."""

    template_name = "ui/forms/textarea.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"rows": 4, **(attrs or {})})


class _Notes:
    """Explanations under the choices of a group, by value."""

    notes: Mapping[str, str]

    def with_note(self, option: dict[str, Any]) -> dict[str, Any]:
        """Put the explanation of this choice into it."""
        option["note"] = self.notes.get(str(option["value"]), "")
        return option


class RadioCards(_Notes, forms.RadioSelect):
    """A choice of one: large cards, each with an explanation."""

    template_name = "ui/forms/choices.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = (), notes: Mapping[str, str] | None = None):
        super().__init__(attrs, choices)
        self.notes = notes or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Build one choice."""
        return self.with_note(super().create_option(*args, **kwargs))


class CheckboxList(_Notes, forms.CheckboxSelectMultiple):
    """A choice of several: a list of rows, each with an explanation."""

    template_name = "ui/forms/choices.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = (), notes: Mapping[str, str] | None = None):
        super().__init__(attrs, choices)
        self.notes = notes or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Build one choice."""
        return self.with_note(super().create_option(*args, **kwargs))


class FileDrop(forms.FileInput):
    """A file, chosen or dropped; `accept` and `words` tell which."""

    template_name = "ui/forms/file.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, words: str = "", accept: str = "") -> None:
        super().__init__({**({"accept": accept} if accept else {}), **(attrs or {})})
        self.words = words

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the words that tell which files fit."""
        return {**super().get_context(name, value, attrs), "words": self.words}


class Combobox(forms.TextInput):
    """A choice out of many found while typing (ARIA combobox); `source` finds, `title` names a chosen value.

    Without JavaScript the typed text is looked up when the form comes: one match is taken; several or none are an
    error of the field.
    """

    template_name = "ui/forms/combobox.html"

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, url: object, source: Source, title: Title | None = None
    ) -> None:
        super().__init__(attrs)
        self.url = url
        self.source = source
        self.title = title

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the address of the answers and the words of the chosen value."""
        context = super().get_context(name, value, attrs)
        chosen = context["widget"]["value"]
        return {**context, "url": str(self.url), "text": self._title_of(chosen) if chosen else ""}

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        """Take the chosen value; when only words came, the one match of these words or the words themselves."""
        chosen, words = data.get(name, ""), data.get(f"{name}_text", "").strip()
        if f"{name}_text" not in data or (chosen and words == self._title_of(chosen)):
            return chosen
        if not words:
            return ""
        found = self.source(words)
        exact = [option for option in found if option.title == words] or list(found)
        return exact[0].value if len(exact) == 1 else words

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Tell whether neither the value nor the words came."""
        return name not in data and f"{name}_text" not in data

    def _title_of(self, value: str) -> str:
        if self.title:
            return self.title(value)
        return next((option.title for option in self.source("") if option.value == str(value)), str(value))
