"""Fields of the staff: a name in one line, experience as people write it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from mentoring.core import clock
from mentoring.core.wording import FullName, experience, parse_full_name
from mentoring.core.wording.names import UnreadableNameError
from mentoring.staff.imports.values.experience import read_experience
from mentoring.staff.imports.values.positions import TEXT_MAX_LENGTH
from mentoring.ui.fields import PositionField


class FullNameField(forms.CharField):
    """«Иванова Мария Сергеевна» in one line, given as its three parts."""

    def clean(self, value: Any) -> FullName | None:
        """Split the name; an error tells how to write it."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_full_name(text)
        except UnreadableNameError as error:
            raise forms.ValidationError(str(error)) from error


class TitleField(PositionField):
    """A position of the staff list, with those of the organisation offered."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        super().__init__(label=label, help_text=help_text, max_length=TEXT_MAX_LENGTH, widget=SuggestInput)


class ExperienceField(forms.CharField):
    """«5 л. 3 мес.», «12», «5,3»: whole months."""

    def prepare_value(self, value: Any) -> Any:
        """Show months as people say them."""
        if isinstance(value, int):
            return experience(value) if value else "0"
        return value

    def clean(self, value: Any) -> int | None:
        """Read the text by the same rules as a cell of a loaded list."""
        text = super().clean(value)
        reading = read_experience(text or None, as_of=clock.today())
        if reading.error:
            raise forms.ValidationError(reading.error)
        return reading.value


class SuggestInput(forms.TextInput):
    """A text with suggestions that the browser shows while one types; anything else may be typed too."""

    template_name = "staff/parts/suggest.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the suggestions under an id of their own."""
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}-list"
        context["widget"]["attrs"]["list"] = list_id
        return {**context, "list_id": list_id, "suggestions": self.suggestions}
