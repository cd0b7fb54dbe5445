"""Input about organisations and territories."""

import zoneinfo
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import QuerySet

from mentoring.organizations.choices import Level, OrganizationType
from mentoring.organizations.models import Organization, Territory
from mentoring.ui.widgets import DateInput

RUSSIAN_ZONES = (
    ("Europe/Kaliningrad", "Калининград (МСК−1)"),
    ("Europe/Moscow", "Москва"),
    ("Europe/Samara", "Самара (МСК+1)"),
    ("Asia/Yekaterinburg", "Екатеринбург (МСК+2)"),
    ("Asia/Omsk", "Омск (МСК+3)"),
    ("Asia/Barnaul", "Барнаул (МСК+4)"),
    ("Asia/Novosibirsk", "Новосибирск (МСК+4)"),
    ("Asia/Krasnoyarsk", "Красноярск (МСК+4)"),
    ("Asia/Irkutsk", "Иркутск (МСК+5)"),
    ("Asia/Yakutsk", "Якутск (МСК+6)"),
    ("Asia/Vladivostok", "Владивосток (МСК+7)"),
    ("Asia/Magadan", "Магадан (МСК+8)"),
    ("Asia/Kamchatka", "Камчатка (МСК+9)"),
)
WEEKS = ((5, "пять дней"), (6, "шесть дней"))
CODE = RegexValidator(r"^[a-z0-9-]+$", "Код — строчные латинские буквы, цифры и дефис.")


def zone_choices(present: str = "") -> list[tuple[str, str]]:
    """Time zones of Russia, and the present one when it is another."""
    known = [value for value, _ in RUSSIAN_ZONES]
    more = (
        [(present, present)] if present and present not in known and present in zoneinfo.available_timezones() else []
    )
    return [*RUSSIAN_ZONES, *more]


class RegisterConditions(forms.Form):
    """What the register is narrowed to."""

    q = forms.CharField(required=False, max_length=100)
    type = forms.ChoiceField(label="Тип", required=False, choices=[("", "любой"), *OrganizationType.choices])
    territory = forms.ModelChoiceField(
        label="Территория",
        required=False,
        queryset=Territory.objects.none(),
        to_field_name="public_id",
        empty_label="любая",
    )
    state = forms.ChoiceField(
        label="Какие", required=False, choices=(("", "действующие"), ("closed", "закрытые"), ("all", "все"))
    )

    def __init__(self, *args: Any, territories: QuerySet[Territory], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].queryset = territories  # type: ignore[attr-defined]  # ModelChoiceField


class NamesForm(forms.Form):
    """Both names as the charter gives them."""

    full_name = forms.CharField(
        label="Полное наименование",
        max_length=400,
        widget=forms.TextInput,
        help_text="Как в уставе, в именительном падеже.",
    )
    short_name = forms.CharField(label="Сокращённое наименование", max_length=200)


class RegisterForm(NamesForm):
    """A new organisation of the register."""

    type = forms.ChoiceField(label="Тип", choices=OrganizationType.choices)
    territory = forms.ModelChoiceField(
        label="Территория", queryset=Territory.objects.none(), to_field_name="public_id", empty_label=None
    )
    code = forms.CharField(
        label="Код", max_length=40, validators=[CODE], help_text="Для загрузок и выгрузок, например school-120."
    )
    place = forms.CharField(label="Место составления документов", max_length=100, help_text="Например «г. Барнаул».")
    week_days = forms.TypedChoiceField(label="Рабочая неделя", choices=WEEKS, coerce=int)
    opened_on = forms.DateField(label="Действует с", required=False, widget=DateInput())

    def __init__(self, *args: Any, territories: QuerySet[Territory], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].queryset = territories  # type: ignore[attr-defined]  # ModelChoiceField


class RenameForm(NamesForm):
    """Names that hold from a day on."""

    since = forms.DateField(
        label="С какого дня", widget=DateInput(), help_text="Можно будущий: наименование сменится само."
    )
    basis = forms.CharField(label="Основание", max_length=300, required=False)


class SettingsForm(forms.Form):
    """Where papers are made out and how the week goes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    place = forms.CharField(
        label="Место составления документов", max_length=100, help_text="Стоит в приказах, например «г. Барнаул»."
    )
    week_days = forms.TypedChoiceField(
        label="Рабочая неделя", choices=WEEKS, coerce=int, help_text="По ней считаются сроки в рабочих днях."
    )


class CloseForm(forms.Form):
    """The first day on which the organisation does not work."""

    closed_on = forms.DateField(label="Закрыта с", widget=DateInput())
    is_seen = forms.BooleanField(
        label="Последствия прочитаны", error_messages={"required": "Прочитайте, что изменится."}
    )


class MergeForm(CloseForm):
    """To which organisation it is joined."""

    into = forms.ModelChoiceField(
        label="К какой присоединяется",
        queryset=Organization.objects.none(),
        to_field_name="public_id",
        empty_label="выберите",
    )
    field_order = ("into", "closed_on", "is_seen")

    def __init__(self, *args: Any, successors: QuerySet[Organization], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = successors  # type: ignore[attr-defined]  # ModelChoiceField


class TerritoryForm(forms.Form):
    """The name and the time zone of a territory."""

    name = forms.CharField(label="Название", max_length=200)
    time_zone = forms.ChoiceField(label="Часовой пояс", choices=RUSSIAN_ZONES)

    def __init__(self, *args: Any, present: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zone_choices(present)  # type: ignore[attr-defined]  # ChoiceField


class NewTerritoryForm(TerritoryForm):
    """A territory inside another one."""

    parent = forms.ModelChoiceField(
        label="Входит в", queryset=Territory.objects.none(), to_field_name="public_id", empty_label=None
    )
    field_order = ("parent", "name", "time_zone")

    def __init__(self, *args: Any, parents: QuerySet[Territory], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = parents.exclude(level=Level.MUNICIPALITY)  # type: ignore[attr-defined]


class InstallationForm(forms.Form):
    """The compulsion of the second factor."""

    second_factor_required = forms.BooleanField(
        label="Второй фактор обязателен для тех, кто видит данные других людей",
        required=False,
        help_text="Отключить можно только в системе одной организации.",
    )
