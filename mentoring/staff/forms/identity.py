"""Who somebody is: a misspelt name, the gender, the birth."""

from datetime import date
from typing import Any

from django import forms

from mentoring.core import clock
from mentoring.core.dates import BIRTH
from mentoring.people.actions import Identity
from mentoring.people.choices import Gender
from mentoring.people.models import Person
from mentoring.ui.fields import DayField, NameField
from mentoring.ui.widgets import RadioCards


class IdentityForm(forms.Form):
    """Mends a mistake; a name that changed on a day is another page."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    last_name = NameField(label="Фамилия", max_length=100)
    first_name = NameField(label="Имя", max_length=100)
    patronymic = NameField(label="Отчество", max_length=100, required=False)
    gender = forms.ChoiceField(
        label="Пол", choices=Gender.choices, widget=RadioCards, help_text="Для падежей в документах."
    )
    birth_date = DayField(
        label="Дата рождения",
        sense=BIRTH,
        required=False,
        help_text="Только чтобы отличать тёзок при загрузке списка. В документах её нет.",
    )
    birth_year = forms.IntegerField(label="Год рождения", required=False, help_text="Если дата неизвестна.")

    def clean_birth_year(self) -> int | None:
        """A year in which somebody who works may be born."""
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and (fault := BIRTH.fault_of_year(year, today=clock.today())):
            raise forms.ValidationError(fault)
        return year

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
