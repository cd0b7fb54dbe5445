"""Dates as Russian papers write them; spaces inside a date do not break."""

from datetime import date
from typing import Final

NBSP: Final = "\u00a0"
MONTHS_GENITIVE: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
MONTHS: Final = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def long_date(day: date) -> str:
    """Give «18 июля 2026 г.»."""
    return f"{day_month(day)} {day.year}{NBSP}г."


def day_month(day: date) -> str:
    """Give «18 июля»."""
    return f"{day.day}{NBSP}{MONTHS_GENITIVE[day.month - 1]}"


def short_date(day: date) -> str:
    """Give «18.07.2026»."""
    return f"{day:%d.%m}.{day.year:04d}"


def month_year(day: date) -> str:
    """Give «июль 2026 г.»."""
    return f"{MONTHS[day.month - 1]} {day.year}{NBSP}г."


def period(start: date, end: date) -> str:
    """Give «с 1 октября 2026 г. по 31 марта 2027 г.», the year once when both days are in it."""
    first = day_month(start) if start.year == end.year else long_date(start)
    return f"{_since(start)}{NBSP}{first} по{NBSP}{long_date(end)}"


def school_year_label(first_year: int) -> str:
    """Give «2026/27 учебный год» for the school year that begins in that year."""
    return f"{first_year}/{(first_year + 1) % 100:02d} учебный год"


def _since(day: date) -> str:
    """«со 2 сентября», as the ordinal «второго» is read."""
    return "со" if day.day == 2 else "с"
