"""What a person changes in her own access."""

from typing import Any

from django import forms

from mentoring.accounts.forms.entry import NewPasswordForm, password_field
from mentoring.accounts.logins import RULE_IN_WORDS, is_allowed_login, normalize_login


class LoginNameForm(forms.Form):
    """Another login name."""

    username = forms.CharField(
        label="Имя для входа",
        max_length=60,
        help_text=RULE_IN_WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_username(self) -> str:
        """Small letters, allowed signs."""
        username = normalize_login(self.cleaned_data["username"])
        if not is_allowed_login(username):
            raise forms.ValidationError(f"Такое имя не подходит. {RULE_IN_WORDS}")
        return username


class EmailForm(forms.Form):
    """The own address, or none."""

    email = forms.EmailField(
        label="Электронная почта",
        required=False,
        help_text="Для писем о делах наставничества и для нового пароля. Можно оставить пустым.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ChangePasswordForm(NewPasswordForm):
    """A new password, confirmed by the present one."""

    present = password_field("Нынешний пароль", autocomplete="current-password")
    field_order = ("present", "password", "again")

    def clean(self) -> dict[str, Any]:
        """The new password must differ from the present one."""
        values = super().clean()
        if values.get("password") and values["password"] == values.get("present"):
            self.add_error("password", "Новый пароль совпадает с нынешним. Придумайте другой.")
        return values
