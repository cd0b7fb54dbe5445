"""Words beside numbers: plurals, hours, experience, sums, and words that agree with a person's gender."""

from decimal import Decimal
from typing import Final

from mentoring.core.wording.cases import Gender

NBSP: Final = "\u00a0"
MONTHS_IN_YEAR: Final = 12


def plural(number: int, one: str, few: str, many: str) -> str:
    """Choose the form of a word after a whole number: 1 день, 2 дня, 5 дней."""
    tens, units = abs(number) % 100, abs(number) % 10
    if 11 <= tens <= 14:
        return many
    if units == 1:
        return one
    return few if 2 <= units <= 4 else many


def counted(number: int, one: str, few: str, many: str) -> str:
    """Give a number with its word: «1 250 педагогов»."""
    return f"{grouped(number)}{NBSP}{plural(number, one, few, many)}"


def grouped(number: int) -> str:
    """Write a whole number with its thousands apart: «12 500», «9999» stays together up to four digits."""
    return f"{number:,}".replace(",", NBSP) if abs(number) > 9999 else str(number)


def hours(amount: Decimal | int) -> str:
    """Give «1 час», «2 часа», «1,5 часа»."""
    exact = Decimal(amount).normalize()
    if exact == exact.to_integral_value():
        return counted(int(exact), "час", "часа", "часов")
    return f"{exact:f}".replace(".", ",") + f"{NBSP}часа"


def experience(months: int) -> str:
    """Give experience as people say it: «5 лет 3 месяца», «8 месяцев», «менее месяца»."""
    years, rest = divmod(months, MONTHS_IN_YEAR)
    parts = []
    if years:
        parts.append(counted(years, "год", "года", "лет"))
    if rest:
        parts.append(counted(rest, "месяц", "месяца", "месяцев"))
    return " ".join(parts) or "менее месяца"


def rubles(amount: Decimal | int) -> str:
    """Give a sum in figures: «1500 руб.», «1500 руб. 50 коп.»."""
    whole, kopecks = split_rubles(amount)
    text = f"{grouped(whole)}{NBSP}руб."
    return f"{text} {kopecks:02d}{NBSP}коп." if kopecks else text


def split_rubles(amount: Decimal | int) -> tuple[int, int]:
    """Split a sum into roubles and kopecks, rounding to a kopeck; raises ValueError below zero."""
    if amount < 0:
        raise ValueError("a sum of money cannot be negative")
    return divmod(int((Decimal(amount) * 100).to_integral_value()), 100)


def number_sign(number: int | str) -> str:
    """Give «№ 5» with a space that does not break."""
    return f"№{NBSP}{str(number).strip().removeprefix('№').strip()}"


def quoted(text: str) -> str:
    """Put a title into «ёлочки», turning the quotes inside it into „лапки“."""
    inner = text.strip().removeprefix("«").removesuffix("»") if _is_wrapped(text.strip()) else text.strip()
    return f"«{inner.replace('«', '„').replace('»', '“')}»"


def _is_wrapped(text: str) -> bool:
    return text.startswith("«") and text.endswith("»") and text.count("«") == 1


def by_gender(gender: Gender | str | None, male: str, female: str) -> str:
    """Choose a word by gender; both stand when the gender is not known."""
    if not gender:
        return f"{male} ({female})"
    return male if Gender(gender) is Gender.MALE else female


def agree(gender: Gender | str | None) -> str:
    """Give «согласен», «согласна», or «согласен (согласна)» when the gender is not known."""
    return by_gender(gender, "согласен", "согласна")
