"""One-time codes: made by chance, typed by hand or opened as a link, kept as a keyed hash."""

import re
import secrets
from typing import Final

from django.utils.crypto import salted_hmac

# Signs that are not mixed up on paper: no 0 and O, 1 and I, L, U.
ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
PRINTED_LENGTH: Final = 12
LINK_BYTES: Final = 32
LONGEST_TYPED: Final = 16
SALT: Final = "mentoring.accounts.codes"
# Russian letters that look like those of the code: the keyboard layout is often forgotten.
LOOKALIKES: Final = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")
SEPARATORS: Final = re.compile(r"[\s\-–—.]")


def new_printed_code() -> str:
    """A code for a slip of paper: twelve signs, about 59 bits; guessing is throttled and the code expires."""
    return "".join(secrets.choice(ALPHABET) for _ in range(PRINTED_LENGTH))


def new_link_code() -> str:
    """A code for a link: 256 bits."""
    return secrets.token_urlsafe(LINK_BYTES)


def hash_of(code: str) -> str:
    """What is kept instead of the code; without the installation's key it cannot be guessed from the database."""
    return salted_hmac(SALT, _plain(code), algorithm="sha256").hexdigest()


def _plain(code: str) -> str:
    bare = SEPARATORS.sub("", code)
    if len(bare) > LONGEST_TYPED:
        return code.strip()
    return bare.upper().translate(LOOKALIKES)
