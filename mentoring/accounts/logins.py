"""Login names: what is allowed and what is offered to a new person."""

import re
from typing import Final

from mentoring.accounts.models import User
from mentoring.people.models import Person

ALLOWED: Final = re.compile(r"[a-zа-яё0-9][a-zа-яё0-9._-]{2,58}[a-zа-яё0-9]")
RULE_IN_WORDS: Final = "От 4 до 60 знаков: буквы, цифры, точка, дефис. Начинается и кончается буквой или цифрой."
LATIN_LETTERS: Final = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya"
LETTERS: Final = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", LATIN_LETTERS.split(), strict=True))


def normalize_login(text: str) -> str:
    """Login names are kept and compared in small letters."""
    return text.strip().lower()


def is_allowed_login(login: str) -> bool:
    """Tell whether the name may be used to sign in."""
    return ALLOWED.fullmatch(login) is not None


def suggest_login(person: Person) -> str:
    """Offer a free name such as «ezhova.ms»."""
    initials = (person.first_name[:1] + person.patronymic[:1]).lower()
    stem = f"{_latin(person.last_name)[:40]}.{_latin(initials)}".strip("._-")
    stem = stem if is_allowed_login(stem) else f"user.{stem}".strip(".")
    taken = set(User.objects.filter(username__startswith=stem).values_list("username", flat=True))
    if stem not in taken:
        return stem
    return next(f"{stem}{number}" for number in range(2, len(taken) + 3) if f"{stem}{number}" not in taken)


def _latin(text: str) -> str:
    letters = (LETTERS.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9-]", "", "".join(letters))
