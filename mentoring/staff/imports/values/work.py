"""Conditions of work: rate, main place or second, gender, still working or not."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import Gender, clean_spaces
from mentoring.staff.imports.values.reading import Reading, broken, is_blank, is_unsaid, shown

RATE_MAX = 3
PERCENT_FROM = 5  # no one works five rates: such a number counts per cent
NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%)?\s*(?:ст\w*\.?|шт\.?\s*ед\.?)?")
SHARE = re.compile(r"(?:(\d)\s+)?(\d)\s*/\s*(\d)\s*(?:ст\w*\.?)?")
WORDS_FOR_RATES = {"полная": Decimal(1), "целая": Decimal(1), "полставки": Decimal("0.5"), "половина": Decimal("0.5")}
MALE = frozenset({"м", "муж", "мужской", "мужчина", "male", "m"})
FEMALE = frozenset({"ж", "жен", "женский", "женщина", "female", "f"})
YES = frozenset({"да", "+", "1", "v", "є", "есть"})
NO = frozenset({"нет", "0", "-", "–", "—"})
SECOND_PLACE = re.compile(r"совм|внеш|внутр|\bсм\b|неосновн|не основн|гпх|почас")
MAIN_PLACE = re.compile(r"\bосн|штат|постоян|полн|бессроч")
LEFT = re.compile(r"уволен|уволил|не работает|выбыл|расторг")
STAYS = re.compile(r"работает|принят|действ|актив|отпуск|декрет|трудоустр|штат|основн|ребен|больнич")


@lru_cache(maxsize=4_000, typed=True)
def read_rate(cell: Cell) -> Reading[Decimal]:
    """Read a rate: «0,5», «1 ст.», «1/2», «50 %», and what Excel made of «1.5»."""
    if is_unsaid(cell):
        return Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    if isinstance(cell, date):
        value = Decimal(f"{cell.day}.{cell.month}")
        return in_bounds(value, cell, note=f"Excel превратил ставку в дату {shown(cell)}: прочитано {comma(value)}.")
    text = clean_spaces(shown(cell)).lower()
    if found := NUMBER.fullmatch(text):
        value = Decimal(found[1].replace(",", "."))
        is_percent = bool(found[2]) or (value >= PERCENT_FROM and value % 5 == 0)
        return in_bounds(value / 100 if is_percent else value, cell, note="")
    if (found := SHARE.fullmatch(text)) and found[3] != "0":
        return in_bounds(int(found[1] or 0) + Decimal(found[2]) / Decimal(found[3]), cell, note="")
    word = next((value for start, value in WORDS_FOR_RATES.items() if text.startswith(start)), None)
    return Reading(word) if word else Reading(error=bad_rate(cell))


def in_bounds(value: Decimal, cell: Cell, *, note: str) -> Reading[Decimal]:
    """Accept what a person may work; two digits after the comma are kept."""
    value = value.quantize(Decimal("0.01")).normalize()
    if not 0 < value <= RATE_MAX:
        return Reading(error=bad_rate(cell))
    return Reading(value + Decimal(0), warnings=(note,) if note else ())


def comma(value: Decimal) -> str:
    """Show a number as Russians write it."""
    return f"{value:f}".replace(".", ",")


def bad_rate(cell: Cell) -> str:
    """Say that no rate can be seen."""
    return f"Ставка «{shown(cell)[:40]}» не понятна: впишите число от 0,1 до 3, например 0,5."


@lru_cache(maxsize=4_000, typed=True)
def read_is_main(cell: Cell, *, header: str) -> Reading[bool]:
    """Read whether this is the main place; under «Совместитель» a plain «да» means that it is not."""
    if is_blank(cell) or isinstance(cell, CellError):
        return Reading(error=broken(cell)) if isinstance(cell, CellError) else Reading()
    text = clean_spaces(shown(cell)).lower().replace("ё", "е")
    asks_for_second = "совместит" in header.lower() and "осн" not in header.lower()
    if text in YES | NO:
        return Reading((text in YES) != asks_for_second)
    if SECOND_PLACE.search(text):
        return Reading(False)
    if MAIN_PLACE.search(text):
        return Reading(True)
    return Reading(warnings=(f"Условия «{shown(cell)[:60]}» не понятны: напишите «основной» или «совместитель».",))


@lru_cache(maxsize=4_000, typed=True)
def read_gender(cell: Cell) -> Reading[Gender]:
    """Read a gender that the list states."""
    if is_unsaid(cell):
        return Reading()
    text = clean_spaces(shown(cell)).lower().strip(".")
    if text in MALE:
        return Reading(Gender.MALE)
    if text in FEMALE:
        return Reading(Gender.FEMALE)
    return Reading(warnings=(f"Пол «{shown(cell)[:40]}» не понятен: напишите «м» или «ж».",))


def has_left(cell: Cell) -> bool:
    """Tell whether a status says that the person does not work any more."""
    text = clean_spaces(shown(cell)).lower()
    return bool(LEFT.search(text)) and not STAYS.match(text)
