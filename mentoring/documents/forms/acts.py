"""Forms of a local act."""

from django import forms

from mentoring.core.dates import ACT, FACT, LAST_DAY
from mentoring.documents.actions import ActFacts
from mentoring.documents.choices import LocalActKind
from mentoring.documents.models import File, LocalAct
from mentoring.ui.fields import DayField, ScanField

FACTS = ("kind", "title", "number", "signed_on", "applies_from", "title_instrumental", "sole_decision_clause")


class ActForm(forms.Form):
    """What papers cite of an act, and its text."""

    kind = forms.ChoiceField(label="Вид", choices=LocalActKind.choices)
    title = forms.CharField(
        label="Название", max_length=400, help_text="Например: Положение о наставничестве педагогических работников"
    )
    number = forms.CharField(
        label="Номер", max_length=60, required=False, help_text="Номер приказа, которым акт утверждён."
    )
    signed_on = DayField(label="Подписан", sense=ACT)
    applies_from = DayField(label="Действует с", sense=FACT)
    title_instrumental = forms.CharField(
        label="Как писать после слова «руководствуясь»",
        max_length=400,
        required=False,
        help_text="В творительном падеже: Положением о наставничестве… Пусто — просклоняем сами.",
    )
    sole_decision_clause = forms.CharField(
        label="Пункт, по которому пару утверждает руководитель без совета",
        max_length=60,
        required=False,
        help_text="Например: 3.4. Нужен там, где совета наставников нет.",
    )
    scan = ScanField(help_text="Текст или скан акта, если он под рукой.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, object]:
        """An act applies from the day of its signature or later."""
        found = super().clean() or {}
        signed, applies = found.get("signed_on"), found.get("applies_from")
        if signed and applies and applies < signed:
            self.add_error("applies_from", "Акт действует раньше, чем подписан: исправьте одну из дат.")
        return found

    def facts(self, file: File | None) -> ActFacts:
        """What the action takes."""
        return ActFacts(file=file, **{name: self.cleaned_data[name] for name in FACTS})


class EndActForm(forms.Form):
    """From which day the act has no force."""

    ended_on = DayField(label="Утратил силу", sense=LAST_DAY)


def act_initial(act: LocalAct) -> dict[str, object]:
    """The form filled with what is written about an act."""
    return {name: getattr(act, name) for name in (*FACTS, "version")}
