"""Errors of form fields in our words: what is wrong and what to do. Django's own say only the first."""

from datetime import date
from typing import Final

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError

NOT_IN_LIST = "Варианта «%(value)s» нет. Выберите из списка."
GONE = "Чего-то из отмеченного в списке уже нет. Отметьте снова."
REQUIRED = "Заполните это поле."
CHOOSE = "Выберите из списка."

FIELD_MESSAGES: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": REQUIRED},
    forms.BooleanField: {"required": "Без этой отметки дальше нельзя."},
    forms.IntegerField: {"invalid": "Введите целое число, например 18."},
    forms.DecimalField: {"invalid": "Введите число, например 1,5."},
    forms.DateField: {"invalid": "Такой даты нет. Введите день, месяц и год, например 01.09.2026."},
    forms.DateTimeField: {"invalid": "Такого дня и часа нет. Введите, например, 01.09.2026 14:30."},
    forms.TimeField: {"invalid": "Такого времени нет. Введите часы и минуты, например 14:30."},
    forms.EmailField: {"invalid": "Это не похоже на адрес почты. Проверьте, есть ли знак @."},
    forms.ChoiceField: {"required": CHOOSE, "invalid_choice": NOT_IN_LIST},
    forms.MultipleChoiceField: {"required": "Отметьте хотя бы одно.", "invalid_choice": NOT_IN_LIST},
    forms.ModelChoiceField: {"required": CHOOSE, "invalid_choice": "Этого в списке нет. Выберите из предложенного."},
    forms.ModelMultipleChoiceField: {"required": "Отметьте хотя бы одно.", "invalid_choice": GONE},
    forms.FileField: {
        "required": "Выберите файл.",
        "missing": "Выберите файл.",
        "empty": "Файл пустой. Проверьте его и выберите снова.",
        "invalid": "Файл не дошёл. Выберите его снова.",
        "max_length": "Имя файла длиннее %(max)d знаков: сейчас %(length)d. Переименуйте файл.",
    },
    forms.ImageField: {"invalid_image": "Это не картинка или она испорчена. Выберите файл JPEG или PNG."},
}

VALIDATOR_MESSAGES: dict[type[validators.BaseValidator], str] = {
    validators.MinValueValidator: "Наименьшее — %(limit_value)s. Исправьте.",
    validators.MaxValueValidator: "Наибольшее — %(limit_value)s. Исправьте.",
    validators.MinLengthValidator: "Слишком коротко: знаков %(show_value)d, нужно не меньше %(limit_value)d.",
    validators.MaxLengthValidator: "Слишком длинно: знаков %(show_value)d, уместите в %(limit_value)d.",
}

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100


def check_year(value: date) -> None:
    """Refuse a day that a slip of the finger has put into another age: its neighbours may not exist at all."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValidationError("Проверьте год: такой даты здесь быть не может.", code="year")


def install() -> None:
    """Replace the default texts once, when the application starts; a field's own texts win over them."""
    forms.DateField.default_validators = [check_year]
    for field, texts in FIELD_MESSAGES.items():
        field.default_error_messages = {**field.default_error_messages, **texts}
    for validator, text in VALIDATOR_MESSAGES.items():
        validator.message = text
