"""Forms of a person's card: facts of work, a new position, a break, dismissal."""

from decimal import Decimal
from typing import Any

from django import forms

from mentoring.core.dates import FACT, LAST_DAY
from mentoring.reference.books import categories
from mentoring.staff.actions import BreakFacts, WorkFacts
from mentoring.staff.choices import BreakKind, EmploymentKind
from mentoring.staff.forms.fields import ExperienceField, TitleField
from mentoring.staff.models import Employment
from mentoring.ui.fields import DayField
from mentoring.ui.widgets import RadioCards, Textarea


class WorkForm(forms.Form):
    """Everything known of a person's work here."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    position_title = TitleField(
        label="Должность",
        help_text="Здесь исправляют ошибку. Если человек перешёл на другую должность, запишите новую с датой.",
    )
    position_since = DayField(label="В этой должности с", sense=FACT, required=False)
    kind = forms.ChoiceField(label="Условия", choices=EmploymentKind.choices, widget=RadioCards)
    rate = forms.DecimalField(
        label="Ставка", required=False, min_value=Decimal("0.01"), max_value=Decimal(3), decimal_places=2, localize=True
    )
    hired_on = DayField(label="Дата приёма", sense=FACT, required=False)
    subject = forms.CharField(label="Предмет или направление", max_length=200, required=False)
    building = forms.CharField(label="Здание", max_length=100, required=False, help_text="Если их несколько.")
    total_experience_months = ExperienceField(label="Общий стаж", required=False, max_length=60)
    teaching_experience_months = ExperienceField(
        label="Педагогический стаж", required=False, max_length=60, help_text="Например, 5 л. 3 мес."
    )
    experience_as_of = DayField(label="Стаж на дату", sense=FACT, required=False, help_text="Дальше стаж растёт сам.")
    category = forms.ChoiceField(label="Категория", required=False)
    category_on = DayField(label="Категория присвоена", sense=FACT, required=False)
    category_basis = forms.CharField(label="Основание категории", max_length=200, required=False)
    attested_on = DayField(label="Дата аттестации", sense=FACT, required=False)
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
    title = TitleField(label="Новая должность")
    since = DayField(label="С какого дня", sense=FACT)


class BreakForm(forms.Form):
    """An interruption of work."""

    kind = forms.ChoiceField(label="Вид перерыва", choices=BreakKind.choices, widget=RadioCards)
    since = DayField(label="С какого дня", sense=FACT)
    until = DayField(
        label="Последний день", sense=LAST_DAY, required=False, help_text="Пусто, если перерыв продолжается."
    )

    def facts(self) -> BreakFacts:
        """What the action takes."""
        return BreakFacts(**self.cleaned_data)


class BreakEndForm(forms.Form):
    """The end of a break that goes on."""

    until = DayField(label="Последний день перерыва", sense=LAST_DAY)


class DismissForm(forms.Form):
    """The last day of work."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    last_day = DayField(label="Последний день работы", sense=LAST_DAY)
