"""Plain validation of what people type about needs, mentors and pairs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from mentoring.core.dates import PAPER, PLAN
from mentoring.matching import books
from mentoring.matching.actions import Decision, Profile, Wish
from mentoring.matching.choices import DecisionKind
from mentoring.matching.models import MAX_CAPACITY
from mentoring.ui.fields import DayField
from mentoring.ui.widgets import CheckboxList, RadioCards, Textarea

OTHER = "other"
USUAL_REASONS = (
    "наставник уже есть вне системы",
    "справляется самостоятельно",
    "педагог не хочет, и это его право",
    "уходит или переводится в этом году",
    "работает на малую долю ставки",
)
REASON_CHOICES = [*((reason, reason) for reason in USUAL_REASONS), (OTHER, "другая причина, своими словами")]


class ReasonForm(forms.Form):
    """Why no mentor is needed: a usual reason or own words."""

    usual = forms.ChoiceField(label="Почему", choices=REASON_CHOICES, required=False, widget=RadioCards)
    words = forms.CharField(label="Своими словами", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for words where no usual reason fits."""
        values = super().clean() or {}
        if not self.reason():
            self.add_error("words", "Выберите одну из причин или напишите свою.")
        return values

    def reason(self) -> str:
        """The reason that is recorded: own words win."""
        usual = self.cleaned_data.get("usual", "")
        return self.cleaned_data.get("words", "").strip() or ("" if usual == OTHER else usual)


class NeedForm(forms.Form):
    """A need by hand: who, on which ground, why."""

    person = forms.ChoiceField(label="Педагог")
    ground = forms.ChoiceField(label="Основание", widget=RadioCards)
    reason = forms.CharField(
        label="Почему",
        max_length=300,
        required=False,
        help_text="Факт одним предложением. Его увидят руководство и совет.",
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [("", "выберите"), *people]  # type: ignore[attr-defined]
        self.fields["ground"].widget = RadioCards(notes=books.ground_notes(day))
        self.fields["ground"].choices = books.ground_choices(day)  # type: ignore[attr-defined]


class DueForm(forms.Form):
    """The due day of this year's update."""

    due_on = DayField(label="Срок обновления", sense=PLAN)


class RequestForm(forms.Form):
    """A request in own words; what it holds never leaves its author."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label="С чем хотелось бы помощи",
        max_length=4000,
        widget=Textarea(attrs={"rows": 6}),
        help_text="Как сказали бы коллеге, которому доверяете. Слова видите только вы.",
    )
    wished_image = forms.CharField(
        label="Каким педагогом хочу стать",
        max_length=2000,
        required=False,
        widget=Textarea(attrs={"rows": 3}),
        help_text="По желанию. Слова видите только вы.",
    )
    areas = forms.MultipleChoiceField(
        label="Чем поделиться с куратором", required=False, help_text="Куратор и совет увидят только отмеченное здесь."
    )

    def __init__(self, *args: Any, day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].widget = CheckboxList(notes=books.area_notes(day))
        self.fields["areas"].choices = books.area_choices(day)  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        """What she wrote, for the action."""
        values = self.cleaned_data
        return Wish(words=values["words"], wished_image=values["wished_image"], areas=values["areas"])


class ProfileForm(forms.Form):
    """What a mentor offers."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    capacity = forms.IntegerField(
        label="Сколько наставляемых одновременно", min_value=1, max_value=MAX_CAPACITY, widget=forms.NumberInput
    )
    hours_per_month = forms.IntegerField(label="Часов в месяц", min_value=1, max_value=80, required=False)
    areas = forms.MultipleChoiceField(label="В чём можете помочь", required=False)
    results = forms.CharField(
        label="Измеримые результаты",
        max_length=2000,
        required=False,
        widget=Textarea,
        help_text=(
            "Число, год и чем подтверждается: 8\u00a0призёров муниципальных олимпиад за 2024–2026\u00a0гг., протоколы."
        ),
    )

    def __init__(self, *args: Any, day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].widget = CheckboxList(notes=books.area_notes(day))
        self.fields["areas"].choices = books.area_choices(day)  # type: ignore[attr-defined]

    def profile(self) -> Profile:
        """What she offers, for the action."""
        values = self.cleaned_data
        return Profile(
            capacity=values["capacity"],
            hours_per_month=values["hours_per_month"],
            areas=values["areas"],
            results=values["results"],
        )


class CandidateForm(forms.Form):
    """A candidate by hand."""

    person = forms.ChoiceField(label="Педагог")
    reason = forms.CharField(
        label="Почему может быть наставником", max_length=300, help_text="Опыт, результаты, чем известен коллегам."
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [("", "выберите"), *people]  # type: ignore[attr-defined]


NEEDED_FOR = {
    "clause": DecisionKind.SOLE,
    "body_name": DecisionKind.COUNCIL,
    "minutes_number": DecisionKind.COUNCIL,
    "minutes_on": DecisionKind.COUNCIL,
}
ASKS = {
    "clause": "Укажите пункт положения: без него решение одного человека не имеет основания.",
    "body_name": "Укажите, как называется совет или объединение.",
    "minutes_number": "Укажите номер протокола.",
    "minutes_on": "Укажите дату протокола.",
}


class DecisionForm(forms.Form):
    """Who decided: one person by a clause, or a body in its minutes; each choice asks for all fields of its own."""

    use_required_attribute = False  # what is required follows from the choice

    kind = forms.ChoiceField(
        label="Как принято решение",
        choices=[
            (DecisionKind.SOLE.value, "Единолично, по положению МОО"),
            (DecisionKind.COUNCIL.value, "Рекомендовано советом"),
        ],
        widget=RadioCards,
    )
    clause = forms.CharField(
        label="Пункт положения МОО",
        max_length=60,
        help_text="Например, 3.4. В следующий раз пункт подставится сам.",
    )
    body_name = forms.CharField(label="Кто рекомендовал", max_length=200)
    minutes_number = forms.CharField(label="Номер протокола", max_length=40)
    minutes_on = DayField(label="Дата протокола", sense=PAPER)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].error_messages["required"] = "Отметьте, как принято решение."
        for name, words in ASKS.items():
            self.fields[name].error_messages["required"] = words

    def clean(self) -> dict[str, Any]:
        """Ask nothing of the fields that belong to the other choice."""
        values = super().clean() or {}
        for name, needed_for in NEEDED_FOR.items():
            if values.get("kind") != needed_for:
                self.errors.pop(name, None)
                values.pop(name, None)
        return values

    def decision(self) -> Decision:
        """The decision, for the action."""
        values: Mapping[str, Any] = self.cleaned_data
        return Decision(
            kind=values["kind"],
            clause=values.get("clause", "").strip().removeprefix("п.").strip(),
            body_name=values.get("body_name", ""),
            minutes_number=values.get("minutes_number", ""),
            minutes_on=values.get("minutes_on"),
        )


class CodeForm(forms.Form):
    """A code from a printed slip."""

    code = forms.CharField(
        label="Код",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
