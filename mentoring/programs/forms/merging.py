"""Forms that two people may have open at once: other fields are merged, one and the same field is shown twice."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from django import forms
from django.http import QueryDict

from mentoring.core.wording import short_date
from mentoring.ui.shapes import Difference


@dataclass(frozen=True, slots=True)
class Merge:
    """Values that both people can live with, and fields in which they cannot."""

    values: Mapping[str, Any]
    conflicts: Sequence[Difference]


class MergingForm(forms.Form):
    """A form that remembers the text it was opened with; `merged` names the fields of the thing."""

    merged: ClassVar[tuple[str, ...]] = ()

    version = forms.IntegerField(widget=forms.HiddenInput)
    base = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def initial_of(cls, thing: object) -> dict[str, Any]:
        """What the form is opened with."""
        values = {name: getattr(thing, name) for name in cls.merged}
        return {**values, "version": thing.version, "base": written(values)}  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the person wants the thing to be."""
        return {name: self.cleaned_data[name] for name in self.merged}

    def merge(self, thing: object) -> Merge:
        """Join what the person typed with what was saved meanwhile; her answers to an earlier question count."""
        base = _read(self.cleaned_data.get("base", ""))
        values, conflicts = self.values(), []
        is_answer = self.cleaned_data.get("version") == thing.version  # type: ignore[attr-defined]  # else it has moved on
        for name in self.merged:
            mine, theirs = values[name], getattr(thing, name)
            kept = self.data.get(f"keep_{name}", "") if is_answer else ""
            if kept == "theirs" or _text(mine) == base.get(name):
                values[name] = theirs
            elif kept != "mine" and _text(theirs) not in (_text(mine), base.get(name)):
                conflicts.append(self._difference(name, mine, theirs))
        return Merge(values, conflicts)

    def reopened(self, thing: object) -> Self:
        """The same typed text on top of the newer version, so that the next save is a choice and not an accident."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["version"] = str(thing.version)  # type: ignore[attr-defined]
        form = type(self)(data)
        form.full_clean()
        return form

    def _difference(self, name: str, mine: object, theirs: object) -> Difference:
        field = self.fields[name]
        label = str(field.label or name)
        return Difference(name=name, label=label, mine=_shown(field, mine), theirs=_shown(field, theirs))


def written(values: Mapping[str, Any]) -> str:
    """The text that a form was opened with, to be carried along."""
    return json.dumps({name: _text(value) for name, value in values.items()}, ensure_ascii=False)


def _read(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list | tuple):
        return json.dumps([str(one) for one in value], ensure_ascii=False)
    return str(value).replace("\r\n", "\n")


def _shown(field: forms.Field, value: object) -> str:
    if isinstance(value, date):
        return short_date(value)
    if isinstance(field, forms.ChoiceField):
        titles = {str(code): str(title) for code, title in field.choices}  # type: ignore[union-attr, misc]
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(titles.get(str(code), str(code)) for code in codes)
    return "" if value is None else str(value)
