"""Forms of a person's card: facts of work, a new position, a break, dismissal."""

from decimal import Decimal
from typing import Any

from django import forms

from mentoring.reference.books import categories
from mentoring.staff.actions import BreakFacts, WorkFacts
from mentoring.staff.choices import BreakKind, EmploymentKind
from mentoring.staff.forms.fields import ExperienceField, SuggestInput
from mentoring.staff.models import Employment
from mentoring.ui.widgets import DateInput, RadioCards, Textarea


class WorkForm(forms.Form):
    """Everything known of a person's work here."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    position_title = forms.CharField(
        label="Должность",
        max_length=200,
        widget=SuggestInput,
        help_text="Здесь исправляют ошибку. Если человек перешёл на другую должность, запишите новую с датой.",
    )
    position_since = forms.DateField(label="В этой должности с", required=False, widget=DateInput)
    kind = forms.ChoiceField(label="Условия", choices=EmploymentKind.choices, widget=RadioCards)
    rate = forms.DecimalField(
        label="Ставка", required=False, min_value=Decimal("0.01"), max_value=Decimal(3), decimal_places=2, localize=True
    )
    hired_on = forms.DateField(label="Дата приёма", required=False, widget=DateInput)
    subject = forms.CharField(label="Предмет или направление", max_length=200, required=False)
    building = forms.CharField(label="Здание", max_length=100, required=False, help_text="Если их несколько.")
    total_experience_months = ExperienceField(label="Общий стаж", required=False, max_length=60)
    teaching_experience_months = ExperienceField(
        label="Педагогический стаж", required=False, max_length=60, help_text="Например, 5 л. 3 мес."
    )
    experience_as_of = forms.DateField(
        label="Стаж на дату", required=False, widget=DateInput, help_text="Дальше стаж растёт сам."
    )
    category = forms.ChoiceField(label="Категория", required=False)
    category_on = forms.DateField(label="Категория присвоена", required=False, widget=DateInput)
    category_basis = forms.CharField(label="Основание категории", max_length=200, required=False)
    attested_on = forms.DateField(label="Дата аттестации", required=False, widget=DateInput)
    attestation_result = forms.CharField(label="Итог аттестации", max_length=200, required=False)
    results = forms.CharField(
        label="Измеримые результаты",
        required=False,
        max_length=2000,
        widget=Textarea({"rows": 3}),
        help_text="По ним видно, кто может быть наставником: победы, публикации, открытые занятия. Без имён детей.",
    )
    email = forms.EmailField(label="Рабочая почта", required=False)
    phone = forms.CharField(label="Рабочий телефон", max_length=30, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        found = [(entry.code, entry.title) for entry in categories()]
        self.fields["category"].choices = [("", "не указана"), *found]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Experience without its day cannot grow."""
        values = super().clean() or {}
        told = [values.get("total_experience_months"), values.get("teaching_experience_months")]
        if any(months is not None for months in told) and not values.get("experience_as_of"):
            self.add_error("experience_as_of", "Укажите, на какую дату посчитан стаж.")
        return values

    def facts(self) -> WorkFacts:
        """What the action takes."""
        return WorkFacts(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


def initial_of(employment: Employment) -> dict[str, Any]:
    """The stored values as the form begins with them."""
    return {name: getattr(employment, name) for name in WorkForm.base_fields}


class PositionForm(forms.Form):
    """A new position from a day on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label="Новая должность", max_length=200, widget=SuggestInput)
    since = forms.DateField(label="С какого дня", widget=DateInput)


class BreakForm(forms.Form):
    """An interruption of work."""

    kind = forms.ChoiceField(label="Вид перерыва", choices=BreakKind.choices, widget=RadioCards)
    since = forms.DateField(label="С какого дня", widget=DateInput)
    until = forms.DateField(
        label="Последний день", required=False, widget=DateInput, help_text="Пусто, если перерыв продолжается."
    )

    def facts(self) -> BreakFacts:
        """What the action takes."""
        return BreakFacts(**self.cleaned_data)


class BreakEndForm(forms.Form):
    """The end of a break that goes on."""

    until = forms.DateField(label="Последний день перерыва", widget=DateInput)


class DismissForm(forms.Form):
    """The last day of work."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    last_day = forms.DateField(label="Последний день работы", widget=DateInput)
