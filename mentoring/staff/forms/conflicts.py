"""Two tabs saved one form: what was typed against what is stored now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from mentoring.ui.conflicts import differences, on_version, settled
from mentoring.ui.shapes import Difference

VERSION = "version"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The typed text upon the newer version, to be saved once more, and what differs."""

    form: forms.Form
    differences: Sequence[Difference]


def chosen(data: QueryDict, stored: forms.Form) -> QueryDict:
    """The typed values with the stored one wherever «Сохранено раньше» was chosen."""
    return settled(data, {name: _text(stored[name].value()) for name in stored.fields if name != VERSION})


def conflict(form: forms.Form, newer: forms.Form, *, version: int) -> Conflict:
    """Put the typed text and the newer one side by side; `form` was found valid."""
    data = QueryDict(mutable=True)
    data.update({name: _text(form[name].value()) for name in form.fields})
    again = form.__class__(on_version(data, version))
    labels = {name: str(field.label) for name, field in form.fields.items() if name != VERSION}
    return Conflict(again, differences(_words(form), _words(newer), labels=labels))


def _words(form: forms.Form) -> Mapping[str, str]:
    return {name: _shown(form, name) for name in form.fields}


def _shown(form: forms.Form, name: str) -> str:
    """The value as people read it, the same for a typed and for a stored one."""
    field = form.fields[name]
    try:
        value = field.clean(form[name].value())
    except forms.ValidationError:  # stored before the rules of today
        return _text(form[name].value())
    choices = dict(getattr(field, "choices", ()))
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if value in choices:
        return str(choices[value])
    return _text(field.prepare_value(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
