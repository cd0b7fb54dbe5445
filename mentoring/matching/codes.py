"""One-time codes of printed slips: made by chance, shown once, kept as a keyed hash."""

import re
import secrets
from typing import Final

from django.utils.crypto import salted_hmac

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without signs that are mixed up on paper: 0 and O, 1, I and L, U
LENGTH: Final = 16
SALT: Final = "mentoring.matching.codes"


def new_code() -> str:
    """A code that nobody can guess (78 bits) and a hand can type."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def hash_of(code: str) -> str:
    """What is stored instead of the code; spaces, dashes and small letters do not matter."""
    neat = re.sub(r"[^0-9A-Z]", "", code.upper())
    return salted_hmac(SALT, neat, algorithm="sha256").hexdigest()
