"""Second factors of a user in words."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from mentoring.accounts.models import User

METHODS = "account_authentication_methods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """One key or telephone that signs in."""

    pk: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """What a user has beside the password."""

    has_app: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def is_on(self) -> bool:
        """True when the second factor is asked at sign-in."""
        return self.has_app or bool(self.passkeys)


def factors_of(user: User) -> Factors:
    """The second factors of a user; one query."""
    rows = list(Authenticator.objects.filter(user=user).order_by("created_at", "pk"))
    codes = next((row for row in rows if row.type == Authenticator.Type.RECOVERY_CODES), None)
    return Factors(
        has_app=any(row.type == Authenticator.Type.TOTP for row in rows),
        passkeys=tuple(
            Passkey(pk=row.pk, name=row.wrap().name, added_at=row.created_at, used_at=row.last_used_at)
            for row in rows
            if row.type == Authenticator.Type.WEBAUTHN
        ),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


def latest_factor(user: User, kind: str) -> Authenticator:
    """The factor of this kind that the user has just added."""
    return Authenticator.objects.filter(user=user, type=kind).latest("created_at")


def forget_proof(request: HttpRequest) -> None:
    """Forget that the second factor was passed in this session."""
    records = request.session.get(METHODS) or []
    request.session[METHODS] = [record for record in records if record.get("method") != "mfa"]
