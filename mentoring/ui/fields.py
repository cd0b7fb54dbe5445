"""Fields of forms that several domains share."""

from typing import Any

from django import forms

from mentoring.core import clock
from mentoring.core.dates import Sense
from mentoring.core.uploads import FILE_MAX_BYTES, FILE_MAX_WORDS, too_large
from mentoring.core.wording import clean_spaces, name_fault, position_fault
from mentoring.ui.widgets import DateInput, FileDrop

SCAN_ADVICE = "отсканируйте в 200 точек на дюйм, в оттенках серого, и загрузите снова"


class DayField(forms.DateField):
    """A day that makes sense for its kind; bounds are wide, so the exact day of the territory is left to actions."""

    def __init__(self, *, sense: Sense, **kwargs: Any) -> None:
        self.sense = sense
        super().__init__(**({"widget": DateInput} | kwargs))

    def validate(self, value: Any) -> None:
        """Refuse a day that only a slip of the finger gives."""
        super().validate(value)
        if value and (fault := self.sense.fault(value, today=clock.today())):
            raise forms.ValidationError(fault, code="year")


class NameField(forms.CharField):
    """A name or a part of it: letters, not numbers."""

    def validate(self, value: Any) -> None:
        """Refuse signs that no name has."""
        super().validate(value)
        if value and (fault := name_fault(value)):
            raise forms.ValidationError(fault, code="name")


class PositionField(forms.CharField):
    """A position in words, on one line."""

    def to_python(self, value: Any) -> str:
        """Take line breaks and doubled spaces out."""
        return clean_spaces(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        """Refuse what has no words."""
        super().validate(value)
        if value and (fault := position_fault(value)):
            raise forms.ValidationError(fault, code="position")


class UploadField(forms.FileField):
    """A file no larger than the server takes: the page says so beforehand, the browser checks it before sending."""

    def __init__(self, *, kinds: str, accept: str, advice: str, **kwargs: Any) -> None:
        self.too_large = too_large(advice)
        widget = FileDrop(
            {"data-max-bytes": FILE_MAX_BYTES, "data-too-large": self.too_large},
            words=f"{kinds}, до {FILE_MAX_WORDS}.",
            accept=accept,
        )
        super().__init__(widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse what is too large before it is read."""
        upload = super().clean(data, initial)
        if upload and upload.size > FILE_MAX_BYTES:
            raise forms.ValidationError(self.too_large, code="too_large")
        return upload


class ScanField(UploadField):
    """One scan, also of many papers at once."""

    def __init__(self, *, required: bool = False, help_text: str = "") -> None:
        super().__init__(
            kinds="PDF, PNG или JPG",
            accept=".pdf,.png,.jpg,.jpeg",
            advice=SCAN_ADVICE,
            label="Скан",
            required=required,
            help_text=help_text or "Можно приложить позже. Один файл со всеми страницами.",
        )
