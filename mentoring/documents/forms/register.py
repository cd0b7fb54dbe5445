"""Conditions of the register."""

from typing import Any

from django import forms

from mentoring.documents.choices import DocumentState
from mentoring.documents.kinds import KINDS
from mentoring.documents.selectors import NEWEST_FIRST, SORTS, RegisterQuery

STATES = (("", "Все"), ("waiting", "ждут подписи"), *DocumentState.choices)


class RegisterForm(forms.Form):
    """Words, kind, state, year; a condition that makes no sense is left out."""

    q = forms.CharField(required=False, max_length=200)
    kind = forms.ChoiceField(label="Вид", required=False)
    state = forms.ChoiceField(label="Состояние", required=False, choices=STATES)
    year = forms.TypedChoiceField(label="Год", required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, first, rows in (
            ("kind", "Все", [(kind.code, kind.title) for kind in KINDS.values()]),
            ("year", "Все", [(str(year), str(year)) for year in years]),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", first), *rows]

    def query(self, *, sort: str) -> RegisterQuery:
        """What the selector takes."""
        self.is_valid()
        found = self.cleaned_data
        known = sort if sort.removeprefix("-") in SORTS else NEWEST_FIRST
        return RegisterQuery(
            words=found.get("q") or "",
            kind=found.get("kind") or "",
            state=found.get("state") or "",
            year=found.get("year"),
            sort=known,
        )
