"""Appointing to a role and to a deputyship."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse_lazy

from mentoring.accounts.choices import Role
from mentoring.accounts.selectors import Namesake, namesakes, people_to_appoint
from mentoring.core import wording
from mentoring.core.actor import Actor
from mentoring.core.dates import FACT, LAST_DAY
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity
from mentoring.people.choices import Gender
from mentoring.people.models import Person
from mentoring.ui.fields import DayField, NameField, PositionField
from mentoring.ui.shapes import Option
from mentoring.ui.widgets import Combobox, RadioCards

MOST_OPTIONS = 8
OTHER = "other"
SAME = "same:"
UNKNOWN = "Такого человека в вашем списке нет. Выберите его из подсказки."


def person_options(actor: Actor, words: str) -> tuple[list[Option], int]:
    """People who may be appointed, for the combobox; and how many there are in all."""
    found = people_to_appoint(actor, words)
    options = [Option(value=str(person.public_id), title=person.full_name) for person in found[:MOST_OPTIONS]]
    return options, found.count()


class PersonField(forms.CharField):
    """A person of those whom the actor may appoint, chosen while typing."""

    def __init__(self, *, actor: Actor, **kwargs: Any) -> None:
        self.actor = actor
        widget = Combobox(
            url=reverse_lazy("accounts:person_options"),
            source=lambda words: person_options(actor, words)[0],
            title=self._title_of,
        )
        super().__init__(widget=widget, max_length=200, **kwargs)

    def clean(self, value: Any) -> Person | None:
        """Give the person, or nobody when the field may be empty."""
        chosen = super().clean(value)
        if not chosen:
            return None
        person = self._find(chosen)
        if person is None:
            raise ValidationError(UNKNOWN, code="unknown")
        return person

    def _find(self, value: str) -> Person | None:
        try:
            return people_to_appoint(self.actor, "").filter(public_id=UUID(value)).first()
        except ValueError:
            return None

    def _title_of(self, value: str) -> str:
        person = self._find(value)
        return person.full_name if person else value


class TermForm(forms.Form):
    """From–to and the paper."""

    valid_from = DayField(label="С какого дня", sense=FACT)
    valid_until = DayField(
        label="По какой день", sense=LAST_DAY, required=False, help_text="Оставьте пустым, если срока нет."
    )
    basis = forms.CharField(
        label="Основание", max_length=300, help_text="Например «приказ от 1 сентября 2026 г. № 15»."
    )

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        values = super().clean() or {}
        begins, ends = values.get("valid_from"), values.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", "Последний день раньше первого. Исправьте одну из дат.")
        return values


class GrantForm(TermForm):
    """Who, which role, where, from when, by which paper; a person who is not in the list yet is written down here."""

    role = forms.ChoiceField(label="Роль")
    organization = forms.ModelChoiceField(
        label="Организация", queryset=Organization.objects.none(), to_field_name="public_id", empty_label=None
    )
    head_title = PositionField(
        label="Должность руководителя",
        max_length=120,
        required=False,
        help_text="Только для роли «руководитель». Так он назван в приказах и соглашениях: заведующий, директор, "
        "и. о. директора. Пусто — как записано в настройках организации.",
    )
    last_name = NameField(label="Фамилия", max_length=100, required=False)
    first_name = NameField(label="Имя", max_length=100, required=False)
    patronymic = NameField(label="Отчество", max_length=100, required=False)
    gender = forms.ChoiceField(label="Пол", required=False, choices=[("", "не указан"), *Gender.choices])
    decision = forms.CharField(label="Кто это", required=False, max_length=60, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, actor: Actor, organizations: QuerySet[Organization], roles: list[Role], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.namesakes: list[Namesake] = []
        self.fields["person"] = PersonField(
            actor=actor,
            label="Кого назначить",
            help_text="Начните вводить фамилию.",
            error_messages={"required": "Выберите человека из списка или впишите нового ниже."},
        )
        self.fields["organization"].queryset = organizations  # type: ignore[attr-defined]  # ModelChoiceField
        if Role.HEAD not in roles:
            del self.fields["head_title"]
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]

    @property
    def is_new(self) -> bool:
        """True when somebody is being written down: the folded fields are shown open."""
        return any(self[field].value() or self[field].errors for field in ("last_name", "first_name", "patronymic"))

    def clean(self) -> dict[str, Any]:
        """Either a person of the list or a whole new name; who has a known name is asked about."""
        values = super().clean()
        new = bool(values.get("last_name") or values.get("first_name"))
        if values.get("person") and new:
            self.add_error("last_name", "Выберите человека из списка или впишите нового, но не то и другое сразу.")
        if new and not self.data.get("person"):
            self.errors.pop("person", None)
            values["person"] = None
        if new and not (values.get("last_name") and values.get("first_name")):
            self.add_error("last_name", "Впишите и фамилию, и имя.")
        if new and not values.get("gender"):
            values["gender"] = str(wording.gender_of(_name(values)) or "")
        if new and not self.errors:
            self._ask_who_it_is(values)
        return values

    def identity(self) -> Identity:
        """Who is written down."""
        given = self.cleaned_data
        return Identity(given["last_name"], given["first_name"], given["patronymic"], given["gender"])

    def person(self) -> Person | None:
        """Who is appointed, when she is known: chosen from the list, or the namesake who turned out to be her."""
        if self.cleaned_data["person"]:
            chosen: Person = self.cleaned_data["person"]
            return chosen
        decided = self.cleaned_data["decision"]
        return next((known.person for known in self.namesakes if code_of(known) == decided), None)

    def other_than(self) -> list[str]:
        """Public ids of the namesakes who, as was answered, are other people."""
        return self.cleaned_data["asked"].split(",") if self.cleaned_data["decision"] == OTHER else []

    def _ask_who_it_is(self, values: dict[str, Any]) -> None:
        """Show the known people of this name; the answer comes with the same form."""
        self.namesakes = namesakes(self.actor, values["organization"], _name(values))
        if not self.namesakes:
            return
        answers = [(code_of(known), known.person.full_name) for known in self.namesakes]
        notes = {code_of(known): known.words for known in self.namesakes}
        choices = [*answers, (OTHER, "Это другой человек, полный тёзка")]
        self.fields["decision"].required = True
        self.fields["decision"].widget = RadioCards(choices=choices, notes=notes)
        everyone = [str(known.person.public_id) for known in self.namesakes]
        is_answered = values["decision"] in dict(answers) or (
            values["decision"] == OTHER and set(everyone) <= set(values["asked"].split(","))
        )
        if not is_answered:
            self.data = {**{key: self.data.get(key) for key in self.data}, "asked": ",".join(everyone), "decision": ""}
            self.add_error("decision", "Человек с таким именем уже есть. Укажите, кто это, и отправьте ещё раз.")


def _name(values: Mapping[str, Any]) -> wording.FullName:
    """The name that was written down, as far as its parts were understood."""
    return wording.FullName(*(values.get(part, "") for part in ("last_name", "first_name", "patronymic")))


def code_of(known: Namesake) -> str:
    """The answer «это она» of one namesake."""
    return f"{SAME}{known.person.public_id}"


class DeputyForm(TermForm):
    """Who stands in, and for how long."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonField(actor=actor, label="Кто замещает", help_text="Начните вводить фамилию.")
        self.fields["valid_until"].required = True
        self.fields["valid_until"].help_text = "После этого дня права закончатся сами."
        self.order_fields(["person", "valid_from", "valid_until", "basis"])
