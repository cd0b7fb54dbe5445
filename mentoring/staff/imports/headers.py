"""Understand the text of one header."""

import re
from datetime import date
from functools import lru_cache

from mentoring.core.wording import clean_spaces, mend_lookalikes
from mentoring.staff.imports.fields import Field, Role
from mentoring.staff.imports.synonyms import RULES, Rule

HEADER_MAX_LENGTH = 160
LEVELS = " : "
UNKNOWN = Rule(re.compile(""), role=Role.UNKNOWN)

HYPHENATION = re.compile(r"(?<=[а-яё])-\s+(?=[а-яё])")
PUNCTUATION = re.compile(r"[^\w№%#:]+")
INITIALS_OF_NAME = re.compile(r"\bф и о\b")
NOISE = re.compile(
    r"\b(педагогическ\w+ работник\w*|работника|сотрудника|педагога|учителя|воспитателя|преподавателя|полностью"
    r"|полных лет|по состоянию|на \d[\d ]*( г\w*)?|дд мм гг(гг)?|количество лет|кол во лет|лет|месяцев|мес"
    r"|дней|согласно|при наличии|обязательно)\b"
)
MONTHS = (
    *("январь января", "февраль февраля", "март марта", "апрель апреля", "май мая", "июнь июня"),
    *("июль июля", "август августа", "сентябрь сентября", "октябрь октября", "ноябрь ноября", "декабрь декабря"),
)
SHORTEST_MONTH = 3
AS_OF = re.compile(r"\b(?:на|состоянию на)\s+[«\"]?(\d{1,2})[»\"]?(?:\.(\d{1,2})\.|\s+([а-я]+)\s+)(\d{4})\b")


@lru_cache(maxsize=20_000)
def recognise(header: str) -> Rule:
    """Tell what a column under this header holds."""
    if len(header) > HEADER_MAX_LENGTH:
        return UNKNOWN
    key = header_key(header)
    if not key:
        return UNKNOWN
    short = " ".join(NOISE.sub(" ", key).split())
    for text in dict.fromkeys((short, key)):
        rule = first_rule(text)
        if rule.field or rule.role is Role.REFUSED:
            return rule
    return first_rule(key)


def first_rule(text: str) -> Rule:
    """Find the first rule that fits."""
    return next((rule for rule in RULES if rule.pattern.match(text)), UNKNOWN)


def header_key(header: str) -> str:
    """Bring a header to the form in which headers are compared."""
    text = mend_lookalikes(clean_spaces(header)).lower().replace("ё", "е")
    text = HYPHENATION.sub("", text)
    levels = (" ".join(PUNCTUATION.sub(" ", level.replace(":", " ")).split()) for level in text.split(LEVELS))
    joined = LEVELS.join(level for level in levels if level)
    return INITIALS_OF_NAME.sub("фио", joined.replace("_", " "))


def field_of(header: str) -> Field | None:
    """Give the field of a header, if it has one."""
    return recognise(header).field


def day_in(text: str) -> date | None:
    """Find the day on which a title or a header says that the list stands: «Стаж на 01.09.2025»."""
    found = AS_OF.search(clean_spaces(text).lower())
    if not found:
        return None
    day, number, word, year = found.groups()
    month = int(number) if number else month_number(word)
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Give the number of a month by its name or the beginning of it; 0 when there is none."""
    start = word.lower()
    if len(start) < SHORTEST_MONTH:
        return 0
    forms = enumerate((forms.split() for forms in MONTHS), start=1)
    return next((number for number, names in forms if any(name.startswith(start) for name in names)), 0)
