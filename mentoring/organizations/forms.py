"""Input about organisations and territories."""

import zoneinfo
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import QuerySet

from mentoring.core.dates import OPENING
from mentoring.core.web_address import SAMPLE, BadAddressError, read_address
from mentoring.organizations.actions import Settings
from mentoring.organizations.choices import RUSSIAN_ZONES, Level, OrganizationType
from mentoring.organizations.models import Organization, Territory
from mentoring.ui.fields import DayField, PositionField

WEEKS = ((5, "пять дней"), (6, "шесть дней"))
HEAD_TITLE_ADVICE = "Так руководитель назван в приказах и соглашениях: заведующий, директор, и. о. директора."
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
    opened_on = DayField(label="Действует с", sense=OPENING, required=False)

    def __init__(self, *args: Any, territories: QuerySet[Territory], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].queryset = territories  # type: ignore[attr-defined]  # ModelChoiceField


class RenameForm(NamesForm):
    """Names that hold from a day on."""

    since = DayField(label="С какого дня", sense=OPENING, help_text="Можно будущий: наименование сменится само.")
    basis = forms.CharField(label="Основание", max_length=300, required=False)


class SettingsForm(forms.Form):
    """Where papers are made out and how the week goes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    place = forms.CharField(
        label="Место составления документов", max_length=100, help_text="Стоит в приказах, например «г. Барнаул»."
    )
    head_title = PositionField(label="Должность руководителя", max_length=120, help_text=HEAD_TITLE_ADVICE)
    week_days = forms.TypedChoiceField(
        label="Рабочая неделя", choices=WEEKS, coerce=int, help_text="По ней считаются сроки в рабочих днях."
    )

    def settings(self) -> Settings:
        """What the action takes."""
        return Settings(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class CloseForm(forms.Form):
    """The first day on which the organisation does not work."""

    closed_on = DayField(label="Закрыта с", sense=OPENING)
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
    """The address of the site and the compulsion of the second factor."""

    public_url = forms.CharField(
        label="Адрес сайта",
        max_length=200,
        required=False,
        help_text=f"По нему сайт открывают другие люди, например {SAMPLE}. Он стоит на листках с кодами и в QR-кодах.",
    )
    second_factor_required = forms.BooleanField(
        label="Второй фактор обязателен для тех, кто видит данные других людей",
        required=False,
        help_text="Отключить можно только в системе одной организации.",
    )

    def __init__(self, *args: Any, is_address_given: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_address_given:
            del self.fields["public_url"]

    def clean_public_url(self) -> str:
        """An address that other computers may follow, or none."""
        try:
            return read_address(self.cleaned_data["public_url"]) if self.cleaned_data["public_url"] else ""
        except BadAddressError as error:
            raise forms.ValidationError(str(error)) from error
