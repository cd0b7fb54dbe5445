"""Conditions of the list."""

from collections.abc import Sequence
from typing import Any

from django import forms

from mentoring.reference.books import categories
from mentoring.staff.choices import ExportPurpose
from mentoring.staff.selectors import BANDS, UNKNOWN_BAND, Show
from mentoring.ui.widgets import RadioCards


class StaffFilterForm(forms.Form):
    """Which people to show; an unknown value of a condition means all."""

    position = forms.ChoiceField(label="Должность", required=False)
    category = forms.ChoiceField(label="Категория", required=False)
    band = forms.ChoiceField(label="Педагогический стаж", required=False)
    show = forms.ChoiceField(label="Кто", choices=Show.choices, required=False)

    def __init__(self, *args: Any, positions: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self._offer("position", "все", [(title, title) for title in positions])
        found = [(entry.code, entry.title) for entry in categories()]
        self._offer("category", "любая", [*found, (UNKNOWN_BAND, "не указана")])
        bands = [(code, words) for code, (words, _, _) in BANDS.items()]
        self._offer("band", "любой", [*bands, (UNKNOWN_BAND, "не указан")])

    def chosen(self) -> dict[str, str]:
        """The conditions that are understood."""
        self.is_valid()
        return {name: str(self.cleaned_data.get(name) or "") for name in self.fields}

    def _offer(self, name: str, everything: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", everything), *choices]  # type: ignore[attr-defined]


class ExportForm(forms.Form):
    """What the list leaves the system for; written into the journal."""

    purpose = forms.ChoiceField(label="Для чего нужна таблица", choices=ExportPurpose.choices, widget=RadioCards)

    def purpose_code(self) -> ExportPurpose:
        """The chosen purpose."""
        return ExportPurpose(self.cleaned_data["purpose"])
