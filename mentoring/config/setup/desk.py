"""Questions at the console, one after another; a wrong answer is asked again and takes no other answer with it."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class MissingAnswerError(Exception):
    """Something needed was not told or cannot be understood; the text is one sentence for people."""


class Desk:
    """Asks at the console, or says which flag is missing where nobody sits."""

    def __init__(self, is_person_there: bool, read: Callable[[str], str], say: Callable[[str], object]) -> None:
        self._is_person_there = is_person_there
        self._read = read
        self._say = say

    def text(self, flag: str, question: str, given: str | None, *, default: str = "") -> str:
        """Any words."""
        return self.read(flag, question, given, check=str, default=default)

    def read(self, flag: str, question: str, given: str | None, *, check: Callable[[str], T], default: str = "") -> T:
        """An answer that `check` understands; raises MissingAnswerError where nobody can be asked again."""
        words = (given or "").strip()
        if not words and not self._is_person_there:
            if not default:
                raise MissingAnswerError(f"Не хватает ответа «{question}»: добавьте его флагом {flag}.")
            words = default
        hint = f" [{default}]" if default else ""
        while True:
            words = words or self._read(f"{question}{hint}: ").strip() or default
            try:
                if words:
                    return check(words)
            except MissingAnswerError as error:
                if not self._is_person_there:
                    raise MissingAnswerError(f"{error} Исправьте флаг {flag}.") from error
                self._say(f"{error}\n")
                words = ""

    def choose(self, flag: str, question: str, choices: list[tuple[str, str]], given: str | None) -> str:
        """One of the choices, by its number, its words or its code; the only one is not asked about."""
        known = [value for value, _ in choices]
        by_words = {title.lower(): value for value, title in choices}

        def check(words: str) -> str:
            if words.isdigit() and 1 <= int(words) <= len(known):
                return known[int(words) - 1]
            words = by_words.get(words.lower(), words)
            if words not in known:
                raise MissingAnswerError(f"Ответа «{words}» нет: введите номер из списка или {', '.join(known)}.")
            return words

        listed = "; ".join(f"{number} — {title}" for number, (_, title) in enumerate(choices, start=1))
        only = known[0] if len(known) == 1 else None
        return self.read(flag, f"{question} ({listed})", given or only, check=check)
