"""Forms of a paper: number, signature, scan, acquaintance, cancelling."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from mentoring.core.dates import PAPER
from mentoring.documents.actions import Registration
from mentoring.documents.models import Document, DocumentParty
from mentoring.ui.fields import DayField, ScanField
from mentoring.ui.widgets import CheckboxList, Textarea

REASON_NEEDED = "Подписанный документ отменяют с причиной: напишите её одной фразой."


class NumberForm(forms.Form):
    """Number and date as they stand in the journal."""

    ids: ClassVar = "number_%s"  # the form of the signature on the same page asks for a number too

    number = forms.CharField(
        label="Номер", max_length=40, help_text="Подставлен следующий по журналу. Можно исправить."
    )
    dated_on = DayField(label="Дата документа", sense=PAPER)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": self.ids} | kwargs))

    def registration(self) -> Registration:
        """What the action takes."""
        return Registration(**{name: self.cleaned_data[name] for name in ("number", "dated_on", "version")})


class SignForm(forms.Form):
    """The day of the signature and the scan."""

    signed_on = DayField(label="Дата подписи", sense=PAPER, help_text="Как стоит на бумаге.")
    scan = ScanField()


class NumberAndSignForm(SignForm, NumberForm):
    """Everything about a signed order at once."""

    ids: ClassVar = "id_%s"

    field_order = ("number", "dated_on", "signed_on", "scan")


class ScanForm(forms.Form):
    """A scan that comes after the signature."""

    scan = ScanField(required=True, help_text="Один файл со всеми страницами.")


class CancelForm(forms.Form):
    """Why a paper is cancelled."""

    reason = forms.CharField(
        label="Почему отменяете", max_length=300, required=False, widget=Textarea({"rows": 2, "maxlength": 300})
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = document.is_signed
        self.fields["reason"].error_messages["required"] = REASON_NEEDED


class AcquaintForm(forms.Form):
    """Who has signed the sheet of acquaintance on a day."""

    people = forms.MultipleChoiceField(label="Ознакомлены", widget=CheckboxList)
    told_on = DayField(label="Дата", sense=PAPER)

    def __init__(self, *args: object, waiting: list[DocumentParty], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [(str(party.person_id), str(party.person)) for party in waiting]
        people = self.fields["people"]
        if isinstance(people, forms.MultipleChoiceField):
            people.choices = choices
        people.initial = [value for value, _ in choices]

    def person_ids(self) -> list[int]:
        """Whom to mark."""
        return [int(value) for value in self.cleaned_data["people"]]


def sign_form(document: Document, *, is_numbered: bool, suggested: str, today: date) -> SignForm:
    """The form that this paper needs, with what is known filled in."""
    initial = {"signed_on": document.dated_on or today}
    if not is_numbered or document.number:
        return SignForm(initial=initial)
    return NumberAndSignForm(initial=initial | {"number": suggested, "dated_on": today, "version": document.version})
