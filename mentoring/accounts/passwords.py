"""What a password may not be, beyond the length and the list of common ones."""

import functools
import re
from typing import Final

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from mentoring.accounts.logins import LETTERS
from mentoring.accounts.models import User

FEWEST_DIFFERENT: Final = 5
SHORTEST_WORD: Final = 4
SAMPLES: Final = frozenset({frozenset({"снег", "лампа", "корзина"})})  # sets of words that were shown to people
CONTEXT_WORDS: Final = ("наставни", "mentoring", "nastavni", "педагог", "учитель", "пароль", "password")
RUSSIAN_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбю"
LATIN_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
TO_LATIN_KEYS: Final = str.maketrans(RUSSIAN_KEYS, LATIN_KEYS)
ROWS: Final = ("1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,.", "abcdefghijklmnopqrstuvwxyz")
RUN: Final = 6
LETTER_RUN: Final = re.compile(r"[^\W\d_]+")


class PlainPasswordValidator:
    """Refuse what is guessed first: keyboard rows, repeats, common words typed in the other layout, own names."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError with a Russian sentence."""
        text = password.lower()
        keys = text.translate(TO_LATIN_KEYS)
        if len(set(text)) < FEWEST_DIFFERENT or _has_row(keys):
            raise ValidationError("В пароле повторы или ряд клавиш подряд. Возьмите три-четыре слова без связи.")
        if frozenset(LETTER_RUN.findall(text)) in SAMPLES:
            raise ValidationError("Этот пароль был показан как пример. Возьмите свои три-четыре слова без связи.")
        if _is_common(keys):
            raise ValidationError("Такой пароль подбирают первым. Возьмите три-четыре слова без связи.")
        rest = text
        for word in (*CONTEXT_WORDS, *_own_words(user)):
            rest = rest.replace(word, "")
        if len(set(rest)) < FEWEST_DIFFERENT:
            raise ValidationError("Пароль составлен из вашего имени или слов этой системы. Придумайте другой.")

    def get_help_text(self) -> str:
        """The rule in words."""
        return "Не ряд клавиш, не повторы и не ваше имя."


def _has_row(keys: str) -> bool:
    """True when half of the password or more is one run of neighbouring keys, either way."""
    return any(2 * _longest_run(keys, row) >= len(keys) for row in (*ROWS, *(row[::-1] for row in ROWS)))


def _longest_run(keys: str, row: str) -> int:
    for length in range(len(row), RUN - 1, -1):
        if any(row[start : start + length] in keys for start in range(len(row) - length + 1)):
            return length
    return 0


def _is_common(keys: str) -> bool:
    common = _common_list()
    return keys in common or keys.rstrip("0123456789!") in common


@functools.cache
def _common_list() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)


def _own_words(user: User | None) -> list[str]:
    """The person's names and login, as they are and in Latin letters."""
    if user is None:
        return []
    words = [user.username.lower(), *user.username.lower().replace(".", " ").split()]
    if user.person is not None:
        words += user.person.full_name.lower().split()
    latin = ["".join(LETTERS.get(letter, letter) for letter in word) for word in words]
    return [word for word in (*words, *latin) if len(word) >= SHORTEST_WORD]
