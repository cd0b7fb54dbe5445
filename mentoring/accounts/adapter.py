"""How the sign-in library behaves here: nobody signs up by herself, guessing is throttled, words are Russian."""

import base64
import hashlib
import io
import secrets
import time
from typing import Any, Final

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from mentoring.accounts import throttle
from mentoring.accounts.addresses import client_address
from mentoring.accounts.devices import is_known_browser, remember_browser
from mentoring.accounts.logins import normalize_login
from mentoring.accounts.looks import restore_display
from mentoring.accounts.models import User

METHODS: Final = "account_authentication_methods"
FRESH_SECONDS: Final = 10 * 60
WRONG_PAIR: Final = "Имя для входа или пароль не подходят. Проверьте раскладку и Caps Lock и введите ещё раз."
TOO_MANY: Final = "Слишком много попыток входа. Подождите 15 минут или войдите по одноразовому коду от куратора."
CROWDED: Final = "Сейчас входит очень много людей. Подождите несколько секунд и нажмите «Войти» ещё раз."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts are made by invitation only."""

    error_messages: Final = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG_PAIR,
        "username_password_mismatch": WRONG_PAIR,
        "invalid_login": WRONG_PAIR,
        "incorrect_password": "Пароль не подходит. Проверьте раскладку и Caps Lock и введите ещё раз.",
        "incorrect_code": "Код не подходит. Возьмите новый код в приложении и введите ещё раз.",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": "Слишком много попыток. Подождите 5 минут и введите код ещё раз.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse self-registration: a head, a curator or a clerk invites."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Keep the library silent: pages say themselves what happened."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Keep the library silent: people are told through the inbox."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address behind trusted proxies only."""
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse before any hashing: too many attempts on the account, from the network, on the whole site."""
        login = normalize_login(str(credentials.get("email") or credentials.get("username") or ""))
        if not throttle.take(throttle.SITE):
            raise ValidationError(CROWDED, code="crowded")
        if not throttle.take(throttle.NETWORK, throttle.network_of(request)):
            raise ValidationError(TOO_MANY, code="too_many_login_attempts")
        bucket = f"{login}:known" if is_known_browser(request, login) else login
        self._slot = throttle.take_slot(throttle.ACCOUNT, bucket)
        if self._slot is None:
            raise ValidationError(TOO_MANY, code="too_many_login_attempts")
        self._login_failed_rl_usage = None

    def _rollback_login_failed_rl_usage(self) -> None:
        """A right password was no guess: give the attempt back."""
        if slot := getattr(self, "_slot", None):
            throttle.give_back(slot)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again only when the last proof of identity is older than ten minutes."""
        records = context.request.session.get(METHODS) or []
        return not any(time.time() - record.get("at", 0) < FRESH_SECONDS for record in records)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Bring the person where she was going; remember the browser and bring back her look of pages."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        remember_browser(request, response, user.username, user.email)
        if user.display:
            restore_display(response, user.display)
        return response


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Second factor: TOTP, passkeys, recovery codes; their secrets are encrypted by the installation's key."""

    error_messages: Final = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Код не подходит. Возьмите новый код в приложении и введите ещё раз.",
    }

    def encrypt(self, text: str) -> str:
        """Hide a secret in the database."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret; with another installation's key it becomes one that nobody knows."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def build_totp_svg(self, url: str) -> str:
        """The QR for an application: black on white in every theme, otherwise telephones do not read it."""
        drawing = io.BytesIO()
        segno.make(url, error="m", micro=False).save(drawing, kind="svg", scale=4, border=4, dark="#000", light="#fff")
        return drawing.getvalue().decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Offer a name for a new passkey."""
        return "Ключ входа"

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def _cipher() -> Fernet:
    key = hashlib.sha256(f"mentoring.accounts.factors:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
