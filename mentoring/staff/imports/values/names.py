"""Names as lists have them: in one cell or in parts, in capitals, with something added in brackets."""

import re
from collections.abc import Sequence

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import (
    FullName,
    clean_spaces,
    gender_from_patronymic,
    name_fault,
    normalize_name,
    parse_full_name,
)
from mentoring.core.wording.names import UnreadableNameError
from mentoring.core.wording.normalize import PARTICLES
from mentoring.staff.imports.values.reading import Reading, broken, is_blank, shown

PARENTHESES = re.compile(r"\s*[(\[][^)\]]*[)\]]")
INITIALS = re.compile(r"(?:^|\s)[А-ЯЁA-Z]\s*\.|\s[А-ЯЁ](?=\s|$)")
TWO_INITIALS = re.compile(r"\s[А-ЯЁ]{2}(?=\s|$)")
LATIN = re.compile(r"[A-Za-z]")
NUMBER_BEFORE = re.compile(r"^\s*\d{1,4}\s*[.)]?\s+")
TAIL = re.compile(r"\s*[,;–—-]\s+\S.*$")
# Most names need no mending, and a list may have ten thousand of them.
PLAIN = re.compile(r"[А-ЯЁ][а-яё]+ (?!\w+в(?:ич|на) )[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+в(?:ич|на)")
FROM_INITIALS = "Вместо имени инициалы: впишите имя и отчество полностью, например «Иванова Мария Сергеевна»."
NO_NAME = "Нет фамилии и имени: впишите их или удалите строку."


def read_full_name(cell: Cell) -> Reading[FullName]:
    """Read «Фамилия Имя Отчество» from one cell."""
    if is_blank(cell):
        return Reading(error=NO_NAME)
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    written = str(cell)
    return Reading(FullName(*written.split(" "))) if PLAIN.fullmatch(written) else read_unusual_name(written)


def read_unusual_name(cell: str) -> Reading[FullName]:
    """Read a name in which something may need mending."""
    written = clean_spaces(cell)
    text = without_additions(written)
    problem = problem_of(text, written=written)
    if problem:
        return Reading(error=problem)
    if len(text.split()) == 1:
        return Reading(error=f"Есть только «{written[:60]}»: впишите фамилию, имя и отчество полностью.")
    try:
        name = parse_full_name(text.replace(".", " "))
    except UnreadableNameError as error:
        return Reading(error=str(error))
    if not name.patronymic and gender_from_patronymic(name.first):
        return Reading(error=f"В «{written[:60]}» нет фамилии: впишите её перед именем.")
    name, notes = in_order(name)
    return checked(name, written=written, kept=text, notes=notes)


def read_name_parts(parts: Sequence[Cell]) -> Reading[FullName]:
    """Read surname, first name and patronymic from cells of their own."""
    for part in parts:
        if isinstance(part, CellError):
            return Reading(error=broken(part))
    texts = ["" if is_blank(part) else clean_spaces(str(part)) for part in parts]
    kept = [without_additions(text) for text in texts]
    last, first, patronymic = kept
    if not last or not first:
        missing = "имени" if last else "фамилии"
        return Reading(error=f"Нет {missing}: впишите в свой столбец." if last or first else NO_NAME)
    for text, written in zip(kept, texts, strict=True):
        problem = problem_of(text, written=written) if text else ""
        if problem:
            return Reading(error=problem)
    name = FullName(normalize_name(last), normalize_name(first), normalize_name(patronymic))
    return checked(name, written=" ".join(texts).strip(), kept=" ".join(kept).strip(), notes=[])


def without_additions(text: str) -> str:
    """Drop a number before the name, brackets, and what stands after a comma behind a full name."""
    text = PARENTHESES.sub("", NUMBER_BEFORE.sub("", text))
    head = TAIL.sub("", text)
    if len(head.split()) >= 3:
        return head.strip()
    return text.replace(",", " ").strip(" ;")


def problem_of(text: str, *, written: str) -> str:
    """Say why a text is no full name."""
    if INITIALS.search(text) or (TWO_INITIALS.search(text) and not text.isupper()):
        return FROM_INITIALS
    if fault := name_fault(text):
        return fault
    latin = [word for word in normalize_name(text).split() if LATIN.search(word)] if LATIN.search(text) else []
    if latin:
        return f"«{latin[0]}» написано латинскими буквами: наберите по-русски, как в паспорте."
    return ""


def in_order(name: FullName) -> tuple[FullName, list[str]]:
    """Put «Мария Сергеевна Иванова» into the order of papers."""
    if name.patronymic and gender_from_patronymic(name.first):
        ordered = FullName(name.patronymic, name.last, name.first)
        return ordered, [f"Имя стоит перед фамилией: прочитано «{ordered}»."]
    return name, []


def checked(name: FullName, *, written: str, kept: str, notes: list[str]) -> Reading[FullName]:
    """Warn of what was mended and refuse what does not fit."""
    if len(name.first) < 2:
        return Reading(error=FROM_INITIALS)
    if kept != written and len(kept) < len(written.replace(",", "").strip(" ;")):
        notes.append(f"Из «{written}» взято только имя: «{name}».")
    elif LATIN.search(kept):
        notes.append(f"В имени были латинские буквы, похожие на русские: записано «{name}».")
    if len(name.last.split()) > 1:
        notes.append(f"Фамилия из двух слов «{name.last}»: если она двойная, напишите её через дефис.")
    return Reading(name, warnings=tuple(notes))


def looks_like_person(cell: Cell) -> bool:
    """Tell a name from a heading among names: two to four words, all with capitals, or initials."""
    words = shown(cell).replace(".", ". ").split()
    return 2 <= len(words) <= 5 and all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
