"""Conditions of the journal."""

from typing import Any

from django import forms

from mentoring.ui.widgets import DateInput

AREAS = (
    ("", "всё"),
    ("accounts.", "доступ и роли"),
    ("people.", "имена людей"),
    ("staff.", "список педагогов"),
    ("matching.", "потребности и пары"),
    ("programs.", "программы и согласия"),
    ("documents.", "документы"),
    ("organizations.", "организации"),
    ("audit.", "журнал и система"),
)


class JournalConditions(forms.Form):
    """What the journal is narrowed to."""

    q = forms.CharField(required=False, max_length=100)
    area = forms.ChoiceField(label="О чём", required=False, choices=AREAS)
    since = forms.DateField(label="С", required=False, widget=DateInput())
    until = forms.DateField(label="По", required=False, widget=DateInput())

    def values(self) -> dict[str, Any]:
        """The known values; what is unknown narrows nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in self.fields}
