"""Codes of the second factor in our words."""

import re
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm as LibraryAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as LibraryReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as LibraryActivateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as LibraryAddPasskeyForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm as LibraryPasskeyStepForm
from allauth.mfa.webauthn.forms import LoginWebAuthnForm as LibraryPasskeySignInForm
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm as LibraryPasskeyAgainForm
from django import forms

ESCAPED = re.compile(r"\\u(?:0000|d[89a-f][0-9a-f]{2})", re.IGNORECASE)  # what no browser sends and no database keeps
UNREADABLE_KEY = "Ключ не читается. Попробуйте ещё раз или войдите другим способом."


def code_field(label: str, help_text: str) -> forms.CharField:
    """A code of an application or a recovery code."""
    attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "none"}
    return forms.CharField(label=label, help_text=help_text, max_length=40, widget=forms.TextInput(attrs=attributes))


class AuthenticateForm(LibraryAuthenticateForm):  # type: ignore[misc]  # the library has no types
    """The second step of signing in."""

    code = code_field("Код", "Шесть цифр из приложения или один из резервных кодов с вашего листка.")


class ReauthenticateForm(LibraryReauthenticateForm):  # type: ignore[misc]  # the library has no types
    """The second factor once more."""

    code = code_field("Код", "Шесть цифр из приложения или один из резервных кодов с вашего листка.")


class ActivateAppForm(LibraryActivateForm):  # type: ignore[misc]  # the library has no types
    """The first code of the application proves that it was set up right."""

    code = code_field("Код из приложения", "Шесть цифр, которые приложение показывает сейчас.")


class ReadsPasskeys:
    """A key that is no key is a wrong key, never a failure of the page."""

    def full_clean(self) -> None:
        """Clean the form; the library lets parsing errors of a forged key pass."""
        try:
            super().full_clean()  # type: ignore[misc]  # stands before forms
            if ESCAPED.search(self.data.get("credential", "")):  # type: ignore[attr-defined]  # a form
                raise ValueError
        except (KeyError, TypeError, ValueError, AttributeError):
            self.add_error("credential", UNREADABLE_KEY)  # type: ignore[attr-defined]  # a form


class PasskeySignInForm(ReadsPasskeys, LibraryPasskeySignInForm):  # type: ignore[misc]  # the library has no types
    """Signing in by a key alone."""


class PasskeyStepForm(ReadsPasskeys, LibraryPasskeyStepForm):  # type: ignore[misc]  # the library has no types
    """A key as the second step."""


class PasskeyAgainForm(ReadsPasskeys, LibraryPasskeyAgainForm):  # type: ignore[misc]  # the library has no types
    """The key once more."""


class AddPasskeyForm(ReadsPasskeys, LibraryAddPasskeyForm):  # type: ignore[misc]  # the library has no types
    """A name for the key; the key itself comes from the browser."""

    name = forms.CharField(
        label="Как назвать ключ", required=False, max_length=60, help_text="Например «мой телефон» или «ключ в сейфе»."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"] = forms.BooleanField(
            label="Входить одним ключом, без пароля",
            required=False,
            initial=True,
            help_text="Телефон или компьютер попросит отпечаток, лицо или свой пин-код.",
        )
