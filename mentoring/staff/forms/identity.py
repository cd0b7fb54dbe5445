"""Who somebody is: a misspelt name, the gender, the birth."""

from datetime import date
from typing import Any

from django import forms

from mentoring.people.actions import Identity
from mentoring.people.choices import Gender
from mentoring.people.models import Person
from mentoring.ui.widgets import DateInput, RadioCards


class IdentityForm(forms.Form):
    """Mends a mistake; a name that changed on a day is another page."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    last_name = forms.CharField(label="Фамилия", max_length=100)
    first_name = forms.CharField(label="Имя", max_length=100)
    patronymic = forms.CharField(label="Отчество", max_length=100, required=False)
    gender = forms.ChoiceField(
        label="Пол", choices=Gender.choices, widget=RadioCards, help_text="Для падежей в документах."
    )
    birth_date = forms.DateField(
        label="Дата рождения",
        required=False,
        widget=DateInput,
        help_text="Только чтобы отличать тёзок при загрузке списка. В документах её нет.",
    )
    birth_year = forms.IntegerField(
        label="Год рождения", required=False, min_value=1900, max_value=2100, help_text="Если дата неизвестна."
    )

    def clean(self) -> dict[str, Any]:
        """The year follows from the date."""
        values = super().clean() or {}
        born = values.get("birth_date")
        if isinstance(born, date):
            values["birth_year"] = born.year
        return values

    def identity(self) -> Identity:
        """What the action takes."""
        return Identity(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


def identity_of(person: Person) -> dict[str, Any]:
    """The stored values as the form begins with them."""
    return {name: getattr(person, name) for name in IdentityForm.base_fields}
