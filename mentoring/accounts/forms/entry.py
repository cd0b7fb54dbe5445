"""Signing in, entering by a code, asking for a new password."""

from typing import Any

from allauth.account.forms import LoginForm as LibraryLoginForm
from allauth.account.forms import ReauthenticateForm as LibraryReauthenticateForm
from django import forms
from django.contrib.auth.password_validation import validate_password

from mentoring.accounts.logins import RULE_IN_WORDS, is_allowed_login, normalize_login
from mentoring.accounts.models import User

RULE_OF_PASSWORDS = "Не короче 12 знаков. Хорошо подходят три-четыре случайных слова через пробел: придумайте свои."


def password_field(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    """A password: spaces at the ends belong to it."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=200, help_text=help_text, widget=widget)


class LoginForm(LibraryLoginForm):  # type: ignore[misc]  # the library has no types
    """Login name or own e-mail, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
        self.fields = {
            "login": forms.CharField(label="Имя для входа или электронная почта", max_length=254, widget=widget),
            "password": password_field("Пароль", autocomplete="current-password"),
        }

    def clean_login(self) -> str:
        """Names are compared in small letters."""
        return normalize_login(self.cleaned_data["login"])


class ReauthenticateForm(LibraryReauthenticateForm):  # type: ignore[misc]  # the library has no types
    """The password once more before a delicate change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field("Ваш пароль", autocomplete="current-password")


class CodeForm(forms.Form):
    """The code from a slip, typed by hand."""

    code = forms.CharField(
        label="Одноразовый код",
        max_length=100,
        help_text="12 знаков с листка, дефисы можно не ставить.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )


class ForgottenForm(forms.Form):
    """Where to send a link for a new password."""

    words = forms.CharField(
        label="Имя для входа или электронная почта",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    password = password_field("Новый пароль", autocomplete="new-password", help_text=RULE_OF_PASSWORDS)
    again = password_field("Новый пароль ещё раз", autocomplete="new-password")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Check the rules of passwords; one broken rule is told at a time."""
        password = str(self.cleaned_data["password"])
        try:
            validate_password(password, self.user)
        except forms.ValidationError as error:
            raise forms.ValidationError(error.messages[0]) from error
        return password

    def clean(self) -> dict[str, Any]:
        """Both must be equal."""
        values = super().clean() or {}
        if values.get("password") and values.get("again") and values["password"] != values["again"]:
            self.add_error("again", "Пароли не совпали. Введите ещё раз оба.")
        return values


class FirstEntryForm(NewPasswordForm):
    """At the first entry the person chooses her login name too."""

    username = forms.CharField(
        label="Имя для входа",
        max_length=60,
        help_text=RULE_IN_WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("username", "password", "again")

    def clean_username(self) -> str:
        """Small letters, allowed signs."""
        username = normalize_login(self.cleaned_data["username"])
        if not is_allowed_login(username):
            raise forms.ValidationError(f"Такое имя не подходит. {RULE_IN_WORDS}")
        return username
