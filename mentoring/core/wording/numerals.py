"""Whole numbers and sums in words, as agreements and lists for accounting write them."""

from decimal import Decimal
from typing import Final

from mentoring.core.wording.numbers import plural, split_rubles

UNITS: Final = (
    "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
    "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
    "девятнадцать",
)  # fmt: skip
FEMININE: Final = {1: "одна", 2: "две"}
TENS: Final = (
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
HUNDREDS: Final = (
    "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
THOUSANDS: Final = (
    (1_000_000, False, ("миллион", "миллиона", "миллионов")),
    (1_000, True, ("тысяча", "тысячи", "тысяч")),
)
LIMIT: Final = 1_000_000_000


def in_words(number: int, *, feminine: bool = False) -> str:
    """Write a whole number from 0 to 999 999 999 in words; raises ValueError outside."""
    if not 0 <= number < LIMIT:
        raise ValueError(f"only numbers from 0 to {LIMIT - 1} are written in words")
    if number == 0:
        return "ноль"
    words: list[str] = []
    for size, is_feminine, (one, few, many) in THOUSANDS:
        count, number = divmod(number, size)
        if count:
            words += [*_below_thousand(count, feminine=is_feminine), plural(count, one, few, many)]
    return " ".join([*words, *_below_thousand(number, feminine=feminine)])


def rubles_in_words(amount: Decimal | int) -> str:
    """Write a sum in words: «одна тысяча пятьсот рублей 00 копеек»."""
    whole, kopecks = split_rubles(amount)
    roubles = plural(whole, "рубль", "рубля", "рублей")
    return f"{in_words(whole)} {roubles} {kopecks:02d} {plural(kopecks, 'копейка', 'копейки', 'копеек')}"


def _below_thousand(number: int, *, feminine: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, units = (0, rest) if rest < len(UNITS) else divmod(rest, 10)
    unit = FEMININE.get(units, UNITS[units]) if feminine else UNITS[units]
    return [word for word in (HUNDREDS[hundreds], TENS[tens], unit) if word]
