"""Forms of terms, signatures and early ends."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from mentoring.core.dates import FACT, PAPER, PLAN
from mentoring.documents.actions import Upload
from mentoring.programs.actions import Contract, Notice
from mentoring.programs.choices import EndInitiator, PaymentKind, ProgramState, WorkBasis
from mentoring.programs.models import MentorTerms, TermsDefaults
from mentoring.programs.rules.work_terms import Terms, is_percent_too_great, terms_faults
from mentoring.ui.fields import DayField, ScanField
from mentoring.ui.widgets import RadioCards, Textarea

TERM_FIELDS = (
    "basis", "labor_function_reason", "content", "hours_per_month", "payment_kind", "payment_value", "payment_basis",
)  # fmt: skip
BASIS_NOTES: dict[str, str] = {
    WorkBasis.AGREEMENT: "К трудовому договору готовится дополнительное соглашение (ст. 351.8 ТК РФ).",
    WorkBasis.LABOR_FUNCTION: "Соглашение не нужно: напишите, где это записано.",
}


UNUSED: dict[str, object] = {
    "labor_function_reason": "", "payment_kind": PaymentKind.NONE, "payment_value": None, "payment_basis": "",
}  # fmt: skip
ASKS = {
    "labor_function_reason": "Напишите, где это записано: сошлитесь на договор или инструкцию.",
    "payment_value": "Впишите размер выплаты или выберите «не установлена».",
    "payment_basis": "Напишите основание выплаты или почему она не установлена.",
}


class TermsForm(forms.Form):
    """Content, hours and payment of a mentor's work; each choice asks for the fields of its own."""

    use_required_attribute = False  # what is required follows from the choice

    content = forms.CharField(label="Содержание работы наставника", max_length=2000, widget=Textarea({"rows": 3}))
    hours_per_month = forms.IntegerField(label="Часов в месяц", min_value=1, max_value=100)
    basis = forms.ChoiceField(
        label="На каком основании", choices=WorkBasis.choices, widget=RadioCards(notes=BASIS_NOTES)
    )
    labor_function_reason = forms.CharField(
        label="Где записано, что наставничество входит в трудовую функцию", max_length=300
    )
    payment_kind = forms.ChoiceField(label="Выплата", choices=PaymentKind.choices, widget=RadioCards)
    payment_value = forms.DecimalField(
        label="Размер в месяц",
        min_value=0,
        max_digits=9,
        decimal_places=2,
        localize=True,
        help_text="Процент оклада или рубли; пусто, если выплата не установлена. В приказ не попадает: размер видят "
        "наставник, куратор и руководитель.",
    )
    payment_basis = forms.CharField(
        label="Основание выплаты или почему она не установлена",
        max_length=300,
        help_text="Например: Положение об оплате труда, пункт 4.7",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in ASKS.items():
            self.fields[name].error_messages["required"] = words

    def clean(self) -> dict[str, Any]:
        """The terms are whole, so that papers can be made of them; what the choice has no use for is not asked."""
        found = super().clean() or {}
        for name in _unused(found):
            self.errors.pop(name, None)
            found[name] = UNUSED[name]
        if not self.errors and (faults := terms_faults(self.terms())):
            self.add_error(self._place(), faults[0])
        return found

    def terms(self) -> Terms:
        """What the action takes."""
        return Terms(**{name: self.cleaned_data.get(name) for name in TERM_FIELDS})  # type: ignore[arg-type]

    def _place(self) -> str:
        if self.cleaned_data.get("basis") == WorkBasis.LABOR_FUNCTION:
            return "labor_function_reason"
        if is_percent_too_great(self.terms()):
            return "payment_value"
        has_value = self.cleaned_data.get("payment_kind") == PaymentKind.NONE or self.cleaned_data.get("payment_value")
        return "payment_basis" if has_value else "payment_value"


def _unused(chosen: Mapping[str, Any]) -> list[str]:
    """Fields that the chosen basis and payment have no use for."""
    if chosen.get("basis") == WorkBasis.LABOR_FUNCTION:
        return ["payment_kind", "payment_value", "payment_basis"]
    no_payment = ["payment_value"] if chosen.get("payment_kind") == PaymentKind.NONE else []
    return ["labor_function_reason", *no_payment]


class PairTermsForm(TermsForm):
    """The terms of one mentor and the contract that the agreement belongs to."""

    contract_number = forms.CharField(label="Номер трудового договора", required=False, max_length=60)
    contract_on = DayField(
        label="Дата трудового договора",
        sense=FACT,
        required=False,
        help_text="Пусто — в соглашении останется место, чтобы вписать от руки.",
    )

    def contract(self) -> Contract:
        """What the action takes."""
        return Contract(self.cleaned_data["contract_number"], self.cleaned_data["contract_on"])


def terms_initial(row: TermsDefaults | MentorTerms) -> dict[str, Any]:
    """The form filled with stored terms."""
    names = (*TERM_FIELDS, "version", *(("contract_number", "contract_on") if isinstance(row, MentorTerms) else ()))
    return {name: getattr(row, name) for name in names}


class SigningForm(forms.Form):
    """One day and one scan for all ticked papers; numbers of agreements run on from the first."""

    signed_on = DayField(label="Дата подписи", sense=PAPER, help_text="Как стоит на бумаге.")
    first_number = forms.CharField(
        label="Номер первого доп. соглашения",
        max_length=40,
        help_text="Следующие получат номера подряд. Можно исправить.",
        error_messages={
            "required": "Впишите номер первого дополнительного соглашения: следующие получат номера подряд."
        },
    )
    scan = ScanField()

    def upload(self) -> Upload | None:
        """The scan as it came."""
        scan = self.cleaned_data["scan"]
        return Upload(scan.name, scan.read()) if scan else None


class EndForm(forms.Form):
    """Notice of an early end; no reason is asked."""

    initiator = forms.ChoiceField(label="Кто прекращает", choices=EndInitiator.choices, widget=RadioCards)
    given_on = DayField(label="Уведомление вручено", sense=PAPER)
    ends_on = DayField(label="Прекратить с", sense=PLAN)
    seeks_new = forms.BooleanField(label="Наставляемому нужен новый наставник", required=False, initial=True)

    def __init__(self, *args: Any, initiators: list[tuple[str, str]], earliest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["initiator"]
        if isinstance(field, forms.ChoiceField):
            field.choices = initiators
        if len(initiators) == 1:
            field.widget = forms.HiddenInput()
        rule = "Не раньше третьего рабочего дня после вручения."
        self.fields["ends_on"].help_text = f"{rule} Если вручить сегодня — с {earliest:%d.%m.%Y}."

    def notice(self) -> Notice:
        """What the action takes."""
        return Notice(**{name: self.cleaned_data[name] for name in ("initiator", "given_on", "ends_on", "seeks_new")})


class ListForm(forms.Form):
    """Conditions of the list of programmes."""

    q = forms.CharField(required=False, max_length=200)
    state = forms.ChoiceField(label="Состояние", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            shown = [one for one in ProgramState.choices if one[0] != ProgramState.CANCELLED]
            field.choices = [("", "Все"), *shown]
