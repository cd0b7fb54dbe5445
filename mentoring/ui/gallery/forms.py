"""Forms of the gallery: every kind of field, untouched, filled in wrongly, locked."""

from datetime import date

from django import forms
from django.urls import reverse_lazy

from mentoring.core.dates import FACT
from mentoring.ui import widgets
from mentoring.ui.fields import DayField, ScanField
from mentoring.ui.shapes import Option

PEOPLE = {"1": "Агеева Ольга Ильинична", "2": "Белоусова Вера Ивановна", "3": "Белоус Анна Львовна"}


def find_people(words: str) -> list[Option]:
    """People whose names hold the words."""
    return [Option(value=key, title=name) for key, name in PEOPLE.items() if words.lower() in name.lower()]


class PersonForm(forms.Form):
    """A few plain fields."""

    last_name = forms.CharField(
        label="Фамилия", help_text="Как в паспорте. Её увидят куратор и кадровик.", max_length=60
    )
    hired_on = DayField(label="Принят на работу", sense=FACT)
    position = forms.ChoiceField(
        label="Должность",
        choices=[("", "Выберите"), ("teacher", "учитель"), ("educator", "воспитатель"), ("speech", "учитель-логопед")],
    )


class FullForm(PersonForm):
    """Every kind of field."""

    token = forms.CharField(widget=forms.HiddenInput(), initial="7")
    phone = forms.CharField(
        label="Телефон", required=False, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    )
    hours = forms.IntegerField(label="Часов в неделю", min_value=1, max_value=36, help_text="От 1 до 36.")
    starts_at = forms.TimeField(label="Начало встречи", widget=widgets.TimeInput(), required=False)
    mentor = forms.CharField(
        label="Наставник",
        help_text="Начните писать фамилию.",
        widget=widgets.Combobox(
            url=reverse_lazy("ui:gallery_options"), source=find_people, title=lambda value: PEOPLE.get(value, value)
        ),
    )
    request = forms.CharField(
        label="Что хотелось бы получить",
        help_text="Своими словами. Увидите вы и ваш наставник.",
        max_length=400,
        widget=widgets.Textarea(),
    )
    scan = ScanField()
    number = forms.CharField(label="Номер приказа", disabled=True, initial="№ 47-к", required=False)


class ChoiceForm(forms.Form):
    """Groups of choices."""

    form = forms.ChoiceField(
        label="Форма наставничества",
        choices=[
            ("teacher", "педагог — педагог"),
            ("head", "руководитель — педагог"),
            ("student", "педагог вуза — молодой педагог"),
        ],
        widget=widgets.RadioCards(
            notes={"teacher": "Самая частая: опытный помогает начинающему.", "student": "Нужен договор с вузом."}
        ),
    )
    kinds = forms.MultipleChoiceField(
        label="Виды",
        help_text="Можно несколько.",
        required=False,
        choices=[("classic", "традиционное"), ("reverse", "реверсивное"), ("virtual", "виртуальное")],
        widget=widgets.CheckboxList(notes={"reverse": "Младший ведёт одну сторону, старший другую."}),
    )
    plain = forms.ChoiceField(
        label="Когда удобно", choices=[("am", "утром"), ("pm", "после уроков")], widget=forms.RadioSelect()
    )
    agree = forms.BooleanField(label="Условия наставника мне известны", help_text="Подпись на бумаге это не заменяет.")


def empty_form() -> FullForm:
    """A form nobody has touched."""
    return FullForm(prefix="new", initial={"hired_on": date(2026, 9, 1), "mentor": "2"})


def wrong_form() -> FullForm:
    """A form with errors of fields and of the whole; what was typed stays."""
    data = {
        "wrong-token": "7",
        "wrong-last_name": "Вор0нцова",
        "wrong-hired_on": "2031-02-30",
        "wrong-hours": "48",
        "wrong-mentor_text": "Белоу",
        "wrong-request": "Хочу разобраться, как держать дисциплину.",
    }
    form = FullForm(data, prefix="wrong")
    form.add_error(None, "Эта воспитательница уже есть в списке: откройте её карточку, второй раз заводить не нужно.")
    form.add_error("mentor", "Нашлось двое: Белоус и Белоусова. Выберите из списка.")
    if "last_name" not in form.errors:
        form.add_error("last_name", "В фамилии стоит цифра: исправьте «0» на букву «о».")
    return form
