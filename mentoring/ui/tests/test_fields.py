"""Fields of forms: label, hint, control and error belong together; nothing typed is lost."""

import re

import pytest
from django import forms

from mentoring.core.dates import FACT
from mentoring.ui import widgets
from mentoring.ui.fields import DayField, NameField
from mentoring.ui.shapes import Option
from mentoring.ui.tests.rendering import render

PEOPLE = [
    Option(value="1", title="Белоусова Вера"),
    Option(value="2", title="Белоус Анна"),
    Option(value="3", title="Гречко Дина"),
]


def find(words: str) -> list[Option]:
    """People whose names hold the words."""
    return [option for option in PEOPLE if words.lower() in option.title.lower()]


class ExampleForm(forms.Form):
    """A few kinds of fields."""

    last_name = forms.CharField(label="Фамилия", help_text="Как в паспорте", max_length=10)
    email = forms.EmailField(label="Почта", required=False)
    kind = forms.ChoiceField(
        label="Вид", choices=[("a", "первый"), ("b", "второй")], widget=widgets.RadioCards(notes={"b": "редкий"})
    )
    mentor = forms.CharField(label="Наставник", widget=widgets.Combobox(url="/people/", source=find))
    secret = forms.CharField(widget=forms.HiddenInput(), required=False)


def test_label_hint_and_error_are_tied_to_the_control() -> None:
    html = render("{% field form.last_name %}", form=ExampleForm({"last_name": ""}))
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)[1].split()  # type: ignore[index]

    assert 'for="id_last_name"' in html
    assert described == ["id_last_name_helptext", "id_last_name_error"]
    assert all(f'id="{name}"' in html for name in described)
    assert 'aria-invalid="true"' in html
    assert "Заполните это поле." in html


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("0001-01-01", "Проверьте год: такой даты здесь быть не может."),
        ("1899-12-31", "Проверьте год: такой даты здесь быть не может."),
        ("9999-12-31", "Проверьте год: такой даты здесь быть не может."),
        ("1900-01-01", ""),
        ("2100-12-31", ""),
    ],
)
def test_day_of_another_age_is_a_slip_of_the_finger(typed: str, error: str) -> None:
    form = type("DayForm", (forms.Form,), {"day": forms.DateField()})({"day": typed})

    assert " ".join(form.errors.get("day", [])) == error


@pytest.mark.parametrize(
    ("typed", "error"), [("1800-09-01", "Проверьте год: такая дата бывает не раньше 01.01.1950"), ("1998-09-01", "")]
)
def test_day_is_judged_by_its_sense(typed: str, error: str) -> None:
    form = type("DayForm", (forms.Form,), {"day": DayField(sense=FACT)})({"day": typed})

    assert " ".join(form.errors.get("day", [])).startswith(error)
    assert form.is_valid() is not bool(error)
    assert 'type="date"' in str(form["day"])


@pytest.mark.parametrize("typed", ["Иванова-Петрова", "О'Коннор", "Гасан оглы", "Ә. Сулеймен", "Анна–Мария"])
def test_name_of_any_people_is_taken(typed: str) -> None:
    assert type("NameForm", (forms.Form,), {"name": NameField()})({"name": typed}).is_valid()


@pytest.mark.parametrize("typed", ["123", "Иванова2", "Иванова_", "Иван@", "Иванова (Петрова)", "-", "...", "½"])
def test_name_of_digits_and_signs_is_refused(typed: str) -> None:
    form = type("NameForm", (forms.Form,), {"name": NameField()})({"name": typed})

    assert "лишние знаки: оставьте буквы" in form.errors["name"][0]


def test_group_has_a_legend_and_notes() -> None:
    html = render("{% field form.kind %}", form=ExampleForm())

    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert "редкий" in html


def test_group_error_is_announced_with_the_group() -> None:
    html = render("{% field form.kind %}", form=ExampleForm({}))

    assert 'aria-describedby="id_kind_error"' in html
    assert "Выберите из списка." in html


def test_optional_field_says_so() -> None:
    assert "(необязательно)" in render("{% field form.email %}", form=ExampleForm())
    assert "(необязательно)" not in render("{% field form.last_name %}", form=ExampleForm())


def test_whole_form_looks_the_same_through_django() -> None:
    form = ExampleForm()

    assert 'class="field' in str(form)
    assert str(form["last_name"].as_field_group()) in str(form)


def test_form_component_brings_all_that_a_form_needs() -> None:
    html = render('<c-form :form="form" action="/add/" submit="Добавить" cancel="/list/" />', form=ExampleForm({}))

    assert all(part in html for part in ("csrfmiddlewaretoken", "form_token", 'name="secret"', 'href="/list/"'))
    assert html.count('href="#id_') == 3
    assert "Исправьте 3\xa0места" in html


def test_form_component_draws_chosen_fields() -> None:
    html = render('<c-form :form="form" action="/">{% field form.email %}</c-form>', form=ExampleForm())

    assert 'name="email"' in html
    assert 'name="last_name"' not in html


def test_form_with_a_file_is_sent_whole() -> None:
    class FileForm(forms.Form):
        scan = forms.FileField(widget=widgets.FileDrop(words="PDF"))

    assert "multipart/form-data" in render('<c-form :form="form" action="/" />', form=FileForm())


def test_no_summary_without_errors() -> None:
    assert 'role="alert"' not in render('<c-form :form="form" action="/" />', form=ExampleForm())


@pytest.mark.parametrize(
    ("data", "value"),
    [
        pytest.param({"mentor": "2", "mentor_text": "Белоус Анна"}, "2", id="chosen"),
        pytest.param({"mentor": "", "mentor_text": "Гречко"}, "3", id="one match"),
        pytest.param({"mentor": "", "mentor_text": "Белоус Анна"}, "2", id="exact words"),
        pytest.param({"mentor": "", "mentor_text": "Белоус"}, "Белоус", id="several matches"),
        pytest.param({"mentor": "2", "mentor_text": "Гречко Дина"}, "3", id="words changed after the choice"),
        pytest.param({"mentor": "2", "mentor_text": ""}, "", id="words wiped"),
        pytest.param({"mentor": "2"}, "2", id="value alone"),
    ],
)
def test_combobox_works_without_script(data: dict[str, str], value: str) -> None:
    widget = widgets.Combobox(url="/people/", source=find)

    assert widget.value_from_datadict(data, {}, "mentor") == value  # type: ignore[arg-type]


def test_combobox_shows_the_words_of_its_value() -> None:
    html = render("{{ form.mentor }}", form=ExampleForm(initial={"mentor": "3"}))

    assert 'value="3"' in html
    assert 'value="Гречко Дина"' in html


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        pytest.param(forms.DateField(), "31.02.2026", "01.09.2026", id="date"),
        pytest.param(forms.IntegerField(), "пять", "целое число", id="number"),
        pytest.param(forms.IntegerField(max_value=36), "48", "Наибольшее — 36", id="too large"),
        pytest.param(forms.CharField(max_length=3), "абвг", "знаков 4, уместите в 3", id="too long"),
        pytest.param(forms.ChoiceField(choices=[("a", "а")]), "z", "Выберите из списка", id="no such choice"),
        pytest.param(forms.EmailField(), "почта", "@", id="address"),
    ],
)
def test_error_says_what_to_do(field: forms.Field, value: str, words: str) -> None:
    with pytest.raises(forms.ValidationError, match=re.escape(words)):
        field.clean(value)
