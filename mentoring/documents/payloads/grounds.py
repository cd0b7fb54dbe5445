"""On what an order rests: minutes of bodies and clauses of the МОО's own regulation, in the genitive."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from mentoring.core.wording import long_date, number_sign
from mentoring.documents.payloads.phrases import listed

HEADS: Final[Mapping[str, str]] = {
    "ассоциация": "ассоциации",
    "группа": "группы",
    "комиссия": "комиссии",
    "конференция": "конференции",
    "кафедра": "кафедры",
    "объединение": "объединения",
    "собрание": "собрания",
    "совет": "совета",
    "сообщество": "сообщества",
}
ADJECTIVES: Final = (
    ("ический", "ического"), ("ский", "ского"), ("ний", "него"), ("ый", "ого"), ("ой", "ого"), ("ий", "его"),
    ("ое", "ого"), ("ее", "его"), ("чая", "чей"), ("щая", "щей"), ("ая", "ой"), ("яя", "ей"),
)  # fmt: skip


def recommendation(body: str, minutes: Sequence[tuple[date, str]], *, many: bool) -> str:
    """«рекомендаций Совета наставников (протоколы от … № 1, от … № 2)»."""
    told = ", ".join(f"от\u00a0{long_date(day)} {number_sign(number)}" for day, number in sorted(minutes))
    word = "протоколы" if len(minutes) > 1 else "протокол"
    what = "рекомендаций" if many or len(minutes) > 1 else "рекомендации"
    declined = of_body(body)
    return f"{what} {declined} ({word} {told})" if declined else f"{what} ({body}, {word} {told})"


def of_body(name: str) -> str:
    """«Совета наставников»: adjectives and the first noun in the genitive; empty for a word that is not known."""
    words = name.split()
    for place, word in enumerate(words):
        head = HEADS.get(word.lower())
        if head is not None:
            before = [_adjective(one) for one in words[:place]]
            return " ".join([*before, _like(head, word), *words[place + 1 :]]) if all(before) else ""
    return ""


def clauses(numbers: Sequence[str], *, of: str) -> str:
    """«пункта 3.4 указанного положения», «пунктов 3.4 и 3.5 …»."""
    plain = list(dict.fromkeys(_number(text) for text in numbers))
    return f"{'пункта' if len(plain) == 1 else 'пунктов'}\u00a0{listed(plain)} {of}"


def _number(text: str) -> str:
    """The number of a clause without «п.» that a person may have written before it."""
    first, _, rest = text.strip().partition(" ")
    if first.lower().rstrip(".") in {"п", "пункт", "пп"} and rest:
        return rest.strip()
    return text.strip().removeprefix("п.").strip()


def _adjective(word: str) -> str:
    found = next((one for one in ADJECTIVES if word.lower().endswith(one[0])), None)
    return word[: -len(found[0])] + found[1] if found else ""


def _like(text: str, sample: str) -> str:
    return text.capitalize() if sample[:1].isupper() else text
