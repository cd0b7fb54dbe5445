"""Mend what people and spreadsheets do to names: odd spaces, dashes, Latin letters, capitals, ё and е."""

import re
import unicodedata
from functools import lru_cache

# Latin letters that look exactly like Cyrillic ones; typed by a forgotten keyboard layout or left by a scan.
LOOKALIKES = str.maketrans("ABCEHKMOPTXYËaceopxyëk", "АВСЕНКМОРТХУЁасеорхуёк")
# Soft hyphen, zero widths, byte order mark, and marks that turn the direction of the text around them.
INVISIBLE = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
DASHES = str.maketrans("‐‑‒–—―−", "-------")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN = re.compile(r"[A-Za-zËë]")
WORD = re.compile(r"[^\W\d_]+")
NOT_WORD = re.compile(r"[\W_]+")
# A run of abbreviated words («И. о. ») or the first whole one.
FIRST_WORD = re.compile(r"(?:[^\W\d_]\.\s?)+|[^\W\d_]{2,}")
# Words of Turkic patronymics that stay small: «Гасан оглы», «Гасан кызы».
PARTICLES = frozenset({"оглы", "оглу", "улы", "уулу", "кызы", "гызы", "кизи"})


def clean_spaces(text: str) -> str:
    """Turn every run of spaces of any kind into one plain space and drop invisible characters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).split())


def mend_lookalikes(text: str) -> str:
    """Replace Latin look-alikes by Cyrillic letters inside words that have Cyrillic letters."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(LOOKALIKES) if CYRILLIC.search(word) else word

    return WORD.sub(mend, text)


def has_foreign_letters(text: str) -> bool:
    """Tell whether a word still mixes Cyrillic and Latin letters, so that a person must look."""
    return any(CYRILLIC.search(word) and LATIN.search(word) for word in WORD.findall(text))


def title_case_name(text: str) -> str:
    """Put a name typed in capitals or small letters into title case; mixed case is left alone."""
    return re.sub(r"[^\s-]+", lambda match: _title_case_word(match.group()), text)


@lru_cache(maxsize=20_000)
def normalize_name(text: str) -> str:
    """Give a name as it should stand in papers: spaces, hyphens, letters and capitals mended."""
    mended = mend_lookalikes(clean_spaces(text).translate(DASHES))
    return title_case_name(re.sub(r"\s*-\s*", "-", mended).strip("-,;. "))


def within_sentence(text: str) -> str:
    """The text with its first letter small, as inside a sentence: «воспитатель», «и. о. директора», but «ПДО»."""
    first = FIRST_WORD.match(text)
    if first is None or not (first[0].endswith((".", ". ")) or first[0][1:].islower()):
        return text
    return first[0].lower() + text[first.end() :]


def comparison_key(text: str) -> str:
    """Give the key by which two spellings of one name are equal: no capitals, ё as е, mended letters."""
    mended = mend_lookalikes(clean_spaces(text).translate(DASHES))
    return re.sub(r"\s*-\s*", "-", mended).lower().replace("ё", "е")


def sentence(text: str) -> str:
    """The text with one full stop at its end, also after «г.» and after initials."""
    return text.rstrip(".") + "."


def search_text(*parts: str) -> str:
    """Give the text by which rows are found and sorted: lower case, ё as е, punctuation as spaces."""
    joined = mend_lookalikes(clean_spaces(" ".join(parts)))
    return NOT_WORD.sub(" ", joined.lower().replace("ё", "е")).strip()


def _title_case_word(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    if word.isupper() or word.islower():
        return word[:1].upper() + word[1:].lower()
    return word
