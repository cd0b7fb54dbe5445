"""The form of step 0."""

from django import forms

from mentoring.core.dates import ACT
from mentoring.core.wording import parse_full_name
from mentoring.core.wording.names import UnreadableNameError
from mentoring.staff.actions import BasisFacts
from mentoring.ui.fields import DayField, PositionField
from mentoring.ui.widgets import Textarea


class BasisForm(forms.Form):
    """Who answers for personal data, who processes them on behalf of the МОО, who receives them."""

    responsible_name = forms.CharField(
        label="Кто отвечает за персональные данные",
        max_length=320,
        help_text="Фамилия, имя, отчество. Это может быть руководитель.",
    )
    responsible_position = PositionField(label="Должность", max_length=200)
    operator = forms.CharField(
        label="Кому поручена обработка",
        max_length=300,
        required=False,
        help_text="Кому — в дательном падеже. Оставьте пустым, если система стоит на вашем компьютере.",
    )
    recipients = forms.CharField(
        label="Кому передаются данные",
        required=False,
        max_length=2000,
        widget=Textarea({"rows": 3}),
        help_text="Каждый получатель с новой строки: кто — какие сведения — на каком основании.",
    )
    act_number = forms.CharField(
        label="Номер приказа",
        max_length=60,
        required=False,
        help_text="Если приказ уже издан. Иначе мы его подготовим.",
    )
    act_date = DayField(label="Дата приказа", sense=ACT, required=False)

    @property
    def is_issued(self) -> bool:
        """True when the order is told or told wrongly: the folded fields are shown open."""
        return any(self[name].value() or self[name].errors for name in ("act_number", "act_date"))

    def clean_responsible_name(self) -> str:
        """Take a name that can be declined in the order."""
        text = str(self.cleaned_data["responsible_name"])
        try:
            return str(parse_full_name(text))
        except UnreadableNameError as error:
            raise forms.ValidationError(str(error)) from error

    def facts(self) -> BasisFacts:
        """What the action takes."""
        return BasisFacts(**self.cleaned_data)
