"""Telephones and e-mail addresses."""

import re

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces
from mentoring.staff.imports.values.reading import Reading, broken, is_unsaid, shown

EMAIL = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-zа-яё0-9](?:[a-zа-яё0-9-]{0,61}[a-zа-яё0-9])?\.)+[a-zа-яё]{2,24}"
)
EMAIL_MAX_LENGTH = 254
# Only letters that nobody sees to be Cyrillic; the rest of an address must be Latin.
TO_LATIN = str.maketrans("аеосрхкмтвнуі", "aeocpxkmtbhyi")
SEPARATORS = re.compile(r"[,;\n]|\s{2,}|\s+(?=\+?[78][\s(-]*\d)|\s/\s|\sили\s")
CONTACT_PIECES = re.compile(r"[,;\n|]+|\s+(?=\S+@)|(?<=\.[a-z]{2})\s+|(?<=\.[a-z]{3})\s+")
LABEL = re.compile(r"^(тел|моб|сот|раб|дом|факс|e-?mail|почта)\w*[.:\s]+", re.IGNORECASE)
EXTENSION = re.compile(r",?\s*\(?(доб|вн)\w*\.?\s*\d+\)?$")
NOTE = re.compile(r"\s*\([^\d)]+\)")
FOREIGN = re.compile(r"[^\d\s()+.\-–—]")
NOT_DIGITS = re.compile(r"\D")
LOCAL_DIGITS = range(5, 8)
ABROAD_DIGITS = range(10, 16)


def read_email(cell: Cell) -> Reading[str]:
    """Read one address; of several the first is taken."""
    if is_unsaid(cell):
        return Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    text = clean_spaces(str(cell)).lower()
    pieces = [piece.strip(" .<>") for piece in re.split(r"[,;\s|]+|(?<=\w)/(?=\w)", text) if "@" in piece] or [text]
    address = pieces[0].removeprefix("mailto:")
    mended = address if address.isascii() or not re.search(r"[a-z]", address) else address.translate(TO_LATIN)
    if not EMAIL.fullmatch(mended) or ".." in mended or len(mended) > EMAIL_MAX_LENGTH:
        return Reading(
            error=f"«{shown(cell)[:80]}» — не адрес почты: впишите вида ivanova@example.ru или очистите ячейку."
        )
    notes = []
    if mended != address:
        notes.append(f"В адресе были русские буквы, похожие на латинские: записано {mended}.")
    if len(pieces) > 1:
        notes.append(f"В ячейке несколько адресов: взят первый, {mended}.")
    return Reading(mended, warnings=tuple(notes))


def read_phone(cell: Cell) -> Reading[str]:
    """Read one number as +7 and ten digits; of several the first is taken."""
    if is_unsaid(cell):
        return Reading()
    if isinstance(cell, CellError | float):
        return Reading(error=broken(cell) if isinstance(cell, CellError) else bad_phone(cell))
    raw = str(cell) if isinstance(cell, str) else shown(cell)
    pieces = [
        piece for piece in SEPARATORS.split(raw.strip()) if piece and sum(map(str.isdecimal, piece)) >= LOCAL_DIGITS[0]
    ]
    first = LABEL.sub("", clean_spaces(pieces[0] if pieces else raw))
    first = EXTENSION.sub("", NOTE.sub("", first)).removesuffix(".0")
    reading = None if FOREIGN.search(first) else from_digits(first)
    if reading is None:
        return Reading(error=bad_phone(cell))
    if len(pieces) > 1:
        return Reading(
            reading.value, warnings=(*reading.warnings, f"В ячейке несколько телефонов: взят {reading.value}.")
        )
    return reading


def from_digits(text: str) -> Reading[str] | None:
    """Give the number in one writing; local numbers stay as they are."""
    digits = NOT_DIGITS.sub("", text)
    if text.startswith("+") and not text.startswith("+7"):
        return Reading(f"+{digits}") if len(digits) in ABROAD_DIGITS else None
    if len(digits) == 11 and digits[0] in "78":
        return Reading(f"+7{digits[1:]}")
    if len(digits) == 10:
        return Reading(f"+7{digits}")
    if len(digits) in LOCAL_DIGITS:
        return Reading(digits, warnings=(f"Телефон {digits} без кода города: допишите код.",))
    return None


def read_contacts(cell: Cell) -> tuple[Reading[str], Reading[str]]:
    """Read a telephone and an address that stand in one cell."""
    if is_unsaid(cell) or isinstance(cell, CellError):
        return read_phone(cell), Reading()
    raw = str(cell) if isinstance(cell, str) else shown(cell)
    pieces = [piece.strip() for piece in CONTACT_PIECES.split(raw) if piece.strip()]
    phones = [piece for piece in pieces if "@" not in piece and any(map(str.isdecimal, piece))]
    addresses = [LABEL.sub("", piece) for piece in pieces if "@" in piece]
    if not phones and not addresses:
        return Reading(error=bad_phone(cell)), Reading()
    return read_phone(", ".join(phones) or None), read_email(", ".join(addresses) or None)


def bad_phone(cell: Cell) -> str:
    """Say that no telephone can be seen."""
    return f"«{shown(cell)[:60]}» — не телефон: впишите вида +7 913 123-45-67 или очистите ячейку."
