"""Sign-in by login name or own e-mail; an e-mail may belong to several people, the password tells whose entry it is."""

from typing import Any, Final

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Q
from django.http import HttpRequest

from mentoring.accounts.logins import normalize_login
from mentoring.accounts.models import User

MOST_OF_ONE_ADDRESS: Final = 10


class NameOrEmailBackend(AuthenticationBackend):  # type: ignore[misc]  # the library has no types
    """The library's backend, which hashes for unknown names too; an e-mail is tried where there is no such name."""

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        login = normalize_login(str(credentials.get("username") or ""))
        if not login:
            return None
        found = User.objects.filter(Q(username=login) | Q(email=login))
        for user in found.order_by("pk")[:MOST_OF_ONE_ADDRESS]:
            if self._check_password(user, str(credentials["password"])) is not None:
                return user
        return None

    def get_user(self, user_id: int) -> User | None:
        """The user of a session with her person in one query; nobody when the entry was closed."""
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user is not None and user.is_active else None
