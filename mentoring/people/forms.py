"""Grammatical forms of a name, and another name from a day on."""

from typing import Any

from django import forms

from mentoring.core import wording
from mentoring.core.dates import FACT
from mentoring.people.choices import Case
from mentoring.ui.fields import DayField, NameField

QUESTIONS = {
    Case.NOMINATIVE: "кто?",
    Case.GENITIVE: "согласие кого?",
    Case.DATIVE: "поручить кому?",
    Case.ACCUSATIVE: "назначить наставником кого?",
    Case.INSTRUMENTAL: "согласовано с кем?",
    Case.PREPOSITIONAL: "сказано о ком?",
}


class CaseFormsForm(forms.Form):
    """Six forms of one name; each is what papers will say."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, forms_now: wording.CaseForms, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for case in Case:
            self.fields[case.value] = NameField(
                label=f"{case.label.capitalize()} — {QUESTIONS[case]}",
                max_length=320,
                initial=getattr(forms_now, case.value),
            )

    def chosen(self) -> dict[str, str]:
        """The six forms as typed."""
        return {case.value: self.cleaned_data[case.value] for case in Case}


class RenameForm(forms.Form):
    """A name that holds from a day on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    last_name = NameField(label="Фамилия", max_length=100)
    first_name = NameField(label="Имя", max_length=100)
    patronymic = NameField(label="Отчество", max_length=100, required=False)
    since = DayField(
        label="С какого дня",
        sense=FACT,
        help_text="По документу. Прежнее имя останется в истории и в прежних документах.",
    )
