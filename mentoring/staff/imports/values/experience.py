"""Length of experience in months.

Rules where people write differently: digits after a comma are months when there may be so many («5,3» is 5 years 3
months, «5,11» is 5 years 11 months), otherwise a share of a year («5,25»); with the word «лет» they are always a share
(«5,5 лет» is 5 years 6 months). A date in the column is either what Excel made of «5.3», or the first day of work.
Every such guess is told in a warning.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces, experience
from mentoring.staff.imports.values.reading import Reading, broken, is_blank, shown

YEAR = 12
MAX_YEARS = 75
START_YEARS = range(1950, 2101)
EXCEL_TYPING_YEARS = 3  # «5.3» becomes 5 March of the year in which it was typed
NO_EXPERIENCE = frozenset({"нет", "без стажа", "б/с", "бс", "0", "отсутствует", "стажа нет"})
UNDER_A_YEAR = re.compile(r"(менее|меньше|до|<) *(1|одного)? *(года|г\.?)|молодой специалист|м/с")
ROUGH = re.compile(r"^(более|больше|свыше|около|примерно|>|~|с?выше) *")
PARENTHESES = re.compile(r"\s*\([^)]*\)")
IN_UNITS = re.compile(
    r"(?:(?P<years>\d{1,2}(?:[.,]\d+)?)\s*(?:полны\w\s+)?(?:лет|л|года|годов|год|г)(?![а-я])[.,;]*)?\s*(?:и\s+)?"
    r"(?:(?P<months>\d{1,3})\s*(?:месяц\w*|мес|м)(?![а-я])[.,;]*)?\s*(?:и\s+)?"
    r"(?:(?P<days>\d{1,3})\s*(?:дн\w*|день|д)(?![а-я])\.?)?"
)
THREE_NUMBERS = re.compile(r"(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{1,2})")
TWO_NUMBERS = re.compile(r"(\d{1,2})\s*[/\-]\s*(\d{1,2})")
FRACTION = re.compile(r"(\d{1,2})[.,](\d+)")
SINCE = re.compile(r"(?:с|со|от)\s*(?:(\d{1,2})\.(\d{1,2})\.)?(\d{4})\s*(?:г\w*)?\.?|(\d{1,2})\.(\d{1,2})\.(\d{4})")


@lru_cache(maxsize=4_000, typed=True)
def read_experience(cell: Cell, *, as_of: date, in_months: bool = False) -> Reading[int]:
    """Read experience by the day `as_of`; `in_months` when the header says that the column counts months."""
    if is_blank(cell):
        return Reading()
    if isinstance(cell, CellError | bool):
        return Reading(error=broken(cell) if isinstance(cell, CellError) else unclear(cell))
    return limited(length(cell, as_of=as_of, in_months=in_months), cell)


def length(cell: Cell, *, as_of: date, in_months: bool) -> Reading[int]:
    """Understand a cell by its type."""
    if isinstance(cell, date):
        return from_date(cell, as_of=as_of)
    if isinstance(cell, int):
        return Reading(cell) if in_months else from_whole(cell, as_of=as_of)
    if isinstance(cell, float):
        return from_fraction(f"{cell:.4f}".rstrip("0"), cell)
    return from_text(str(cell), as_of=as_of, in_months=in_months)


def limited(reading: Reading[int], cell: Cell) -> Reading[int]:
    """Refuse what no life is long enough for."""
    if reading.value is None:
        return reading if reading.error else Reading(error=unclear(cell))
    if reading.value < 0 or reading.value > MAX_YEARS * YEAR:
        return Reading(error=f"Стаж «{shown(cell)}» не похож на правду: исправьте, например «5 л. 3 мес.».")
    return reading


def from_date(cell: date, *, as_of: date) -> Reading[int]:
    """Understand a date where a length was expected."""
    day = cell.date() if isinstance(cell, datetime) else cell
    if day.year == 1900:
        years = (day - date(1899, 12, 31)).days
        return Reading(years * YEAR, warnings=(f"Число лет показано как дата {shown(cell)}: прочитано {years}.",))
    if abs(as_of.year - day.year) <= EXCEL_TYPING_YEARS:
        months = day.day * YEAR + day.month
        note = f"Excel превратил стаж в дату {shown(cell)}: прочитано «{experience(months)}»."
        return Reading(months, warnings=(note,))
    months = months_between(day, as_of)
    return Reading(months, warnings=(f"Указана дата начала {shown(cell)}: стаж посчитан — {experience(months)}.",))


def from_whole(number: int, *, as_of: date) -> Reading[int]:
    """Understand a whole number: years, or the year of the beginning."""
    if number in START_YEARS and number <= as_of.year:
        months = (as_of.year - number) * YEAR
        return Reading(months, warnings=(f"Указан год начала {number}: стаж посчитан — {experience(months)}.",))
    return Reading(number * YEAR)


def from_fraction(text: str, cell: Cell) -> Reading[int]:
    """Understand «5,3» without a unit."""
    whole, _, digits = text.replace(",", ".").partition(".")
    if not digits or not digits.strip("0"):
        return Reading(int(whole) * YEAR)
    if len(digits) <= 2 and int(digits) < YEAR:
        months = int(whole) * YEAR + int(digits)
        rule = "цифры после запятой — месяцы; если это доля года, напишите «5 л. 6 мес.»"
    else:
        months = round(float(f"{whole}.{digits}") * YEAR)
        rule = "цифры после запятой — доля года"
    return Reading(months, warnings=(f"Стаж «{shown(cell)}» прочитан как «{experience(months)}»: {rule}.",))


def from_text(cell: str, *, as_of: date, in_months: bool) -> Reading[int]:
    """Understand a text."""
    text = PARENTHESES.sub("", clean_spaces(cell).lower().replace("ё", "е")).strip(" .,;")
    if text in NO_EXPERIENCE:
        return Reading(0)
    if UNDER_A_YEAR.fullmatch(text):
        return Reading(0, warnings=(f"Стаж «{shown(cell)}» прочитан как меньше года.",))
    rough = ROUGH.sub("", text)
    reading = from_plain(rough.rstrip("+"), cell, as_of=as_of, in_months=in_months)
    if reading.value is not None and (rough != text or text.endswith("+")):
        return Reading(reading.value, warnings=(*reading.warnings, f"Стаж «{shown(cell)}» указан примерно: уточните."))
    return reading


def from_plain(text: str, cell: str, *, as_of: date, in_months: bool) -> Reading[int]:
    """Try the writings one after another."""
    if text.isdecimal():
        return Reading(int(text)) if in_months else from_whole(int(text), as_of=as_of)
    since = SINCE.fullmatch(text)
    if since:
        return from_beginning(since, cell, as_of=as_of)
    if found := IN_UNITS.fullmatch(text):
        return from_units(found, cell)
    if FRACTION.fullmatch(text):
        return from_fraction(text, cell)
    return from_numbers(text, cell)


def from_units(found: re.Match[str], cell: str) -> Reading[int]:
    """«5 л. 3 мес. 12 дн.», «12 лет», «6 мес», «5,5 лет»."""
    years, months = found["years"] or "0", int(found["months"] or 0)
    if not years.isdecimal():
        total = round(float(years.replace(",", ".")) * YEAR) + months
        return Reading(total, warnings=(f"Стаж «{shown(cell)}» прочитан как «{experience(total)}»: доля года.",))
    return Reading(int(years) * YEAR + months)


def from_numbers(text: str, cell: str) -> Reading[int]:
    """«12-05-20» and «12/5»: years, months, days."""
    found = THREE_NUMBERS.fullmatch(text) or TWO_NUMBERS.fullmatch(text)
    if not found or int(found[2]) >= YEAR:
        return Reading(error=unclear(cell))
    months = int(found[1]) * YEAR + int(found[2])
    return Reading(months, warnings=(f"Стаж «{shown(cell)}» прочитан как «{experience(months)}»: лет, месяцев, дней.",))


def from_beginning(found: re.Match[str], cell: str, *, as_of: date) -> Reading[int]:
    """«с 2010 г.», «01.09.2010»: the experience runs from then."""
    day, month, year = (found[1], found[2], found[3]) if found[3] else (found[4], found[5], found[6])
    try:
        start = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return Reading(error=unclear(cell))
    if day is None:
        return from_whole(start.year, as_of=as_of)
    return from_date(start, as_of=as_of)


def months_between(start: date, end: date) -> int:
    """Count the whole months between two days."""
    return (end.year - start.year) * YEAR + end.month - start.month - (end.day < start.day)


def unclear(cell: Cell) -> str:
    """Say that no length can be seen."""
    return f"Стаж «{shown(cell)[:60]}» не понятен: впишите, например, «5 л. 3 мес.» или «12»."
