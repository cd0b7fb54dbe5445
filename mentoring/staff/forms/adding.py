"""The fast form: three people in a minute."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.dates import FACT
from mentoring.core.wording import FullName, gender_of, parse_full_name
from mentoring.core.wording.names import UnreadableNameError
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity
from mentoring.people.choices import Gender
from mentoring.staff.actions import WorkFacts, add_to_staff, hire_again
from mentoring.staff.forms.fields import ExperienceField, FullNameField, TitleField
from mentoring.staff.models import Employment
from mentoring.staff.selectors import namesakes
from mentoring.staff.selectors.people import work_in_words
from mentoring.ui.fields import DayField
from mentoring.ui.widgets import RadioCards

OTHER = "other"
AGAIN = "again:"
UNSURE = "По имени и отчеству пол не понять. Выберите: он нужен для падежей в документах."


class AddForm(forms.Form):
    """A person in one line each: name, position, hiring, experience."""

    full_name = FullNameField(label="Фамилия, имя, отчество", max_length=320)
    gender = forms.ChoiceField(
        label="Пол", choices=Gender.choices, required=False, widget=RadioCards, help_text="Для падежей в документах."
    )
    position_title = TitleField(label="Должность", help_text="Как в штатном расписании.")
    hired_on = DayField(label="Дата приёма", sense=FACT, required=False)
    experience = ExperienceField(
        label="Педагогический стаж",
        required=False,
        max_length=60,
        help_text="Например, 5 л. 3 мес. У того, кто только начал, — 0.",
    )
    decision = forms.CharField(label="Кто это", required=False, max_length=60, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, positions: Sequence[str] = (), today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.namesakes: Sequence[Employment] = ()
        self.fields["position_title"].widget.suggestions = positions
        self.fields["full_name"].widget.attrs |= {
            "autofocus": True,
            "hx-post": reverse("staff:gender_guess"),
            "hx-trigger": "change",
            "hx-target": "#gender",
            "hx-swap": "outerHTML",
        }

    def clean(self) -> dict[str, Any]:
        """Take the gender from the name unless it was chosen."""
        values = super().clean() or {}
        name = values.get("full_name")
        if isinstance(name, FullName) and not values.get("gender"):
            known = gender_of(name)
            if known is None:
                self.add_error("gender", UNSURE)
            values["gender"] = known.value if known else ""
        return values

    def ask_about(self, found: Sequence[Employment]) -> None:
        """Ask who the person is: one of these or another one; the answer comes with the same form."""
        self.namesakes = found
        field = self.fields["decision"]
        field.required = True
        field.widget = RadioCards(choices=decisions(found), notes={_code(one): work_in_words(one) for one in found})
        data = {name: self.data.get(name) for name in self.data}
        self.data = {**data, "asked": ",".join(str(one.public_id) for one in found), "decision": ""}
        self.add_error("decision", "Человек с таким именем уже есть. Укажите, кто это, и сохраните ещё раз.")

    def add(self, organization: Organization, *, by: Actor) -> Employment:
        """Add as the person decided; raises SameName while she has not."""
        decision = self.cleaned_data["decision"]
        former = self._former(organization, decision)
        if former is not None:
            return hire_again(organization=organization, person=former.person, work=self.work(), by=by)
        asked = self.cleaned_data["asked"].split(",") if decision == OTHER else []
        return add_to_staff(
            organization=organization, identity=self.identity(), work=self.work(), other_than=asked, by=by
        )

    def _former(self, organization: Organization, decision: str) -> Employment | None:
        code = decision.removeprefix(AGAIN)
        found = namesakes(organization, self.identity()) if decision.startswith(AGAIN) else []
        return next((one for one in found if str(one.public_id) == code), None)

    def identity(self) -> Identity:
        """Who is added."""
        name: FullName = self.cleaned_data["full_name"]
        return Identity(name.last, name.first, name.patronymic, self.cleaned_data["gender"])

    def work(self) -> WorkFacts:
        """What is known of the work."""
        months = self.cleaned_data["experience"]
        return WorkFacts(
            position_title=self.cleaned_data["position_title"],
            hired_on=self.cleaned_data["hired_on"],
            teaching_experience_months=months,
            experience_as_of=None if months is None else self.today,
        )


def gender_of_line(text: str) -> str:
    """The gender that a typed name is sure about; empty otherwise, and for a name that is not whole yet."""
    try:
        known = gender_of(parse_full_name(text))
    except UnreadableNameError:
        return ""
    return known.value if known else ""


def decisions(found: Sequence[Employment]) -> list[tuple[str, str]]:
    """The answers to «кто это»: one who left may come again, one who works here is mended on her card."""
    return [
        *((_code(one), f"{one.person}: принят(а) снова") for one in found if one.dismissed_on is not None),
        (OTHER, "Это другой человек, полный тёзка"),
    ]


def _code(found: Employment) -> str:
    return f"{AGAIN}{found.public_id}"
