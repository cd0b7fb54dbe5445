"""Conditions of lists; what is unknown narrows nothing."""

from django import forms

from mentoring.accounts.choices import Role

POST_STATES = (("", "действующие"), ("waiting", "ждут подтверждения"), ("past", "прежние"), ("all", "все"))
ACCESS_STATES = (
    ("", "все"),
    ("none", "не приглашены"),
    ("issued", "код выдан"),
    ("entered", "входят"),
    ("blocked", "вход закрыт"),
    ("refused", "почта не принимает писем"),
)


class PostConditions(forms.Form):
    """Of the list of roles."""

    q = forms.CharField(required=False, max_length=100)
    role = forms.ChoiceField(label="Роль", required=False, choices=[("", "любая"), *Role.choices])
    state = forms.ChoiceField(label="Какие", required=False, choices=POST_STATES)


class AccessConditions(forms.Form):
    """Of the list of accounts."""

    q = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(label="Какие", required=False, choices=ACCESS_STATES)


def conditions(form: forms.Form) -> dict[str, str]:
    """The known values of a form of conditions."""
    form.is_valid()
    return {name: str(form.cleaned_data.get(name) or "") for name in form.fields}
