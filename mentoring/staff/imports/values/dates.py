"""Dates as people type them: with dots, in words, as numbers of the office program, with two digits of the year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from mentoring.core.dates import BIRTH, FACT, YOUNGEST_WORKER_YEARS
from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces
from mentoring.staff.imports.headers import month_number
from mentoring.staff.imports.values.reading import Reading, broken, is_unsaid, shown

EPOCH_OF_EXCEL = date(1899, 12, 30)
SERIALS = range(7_000, 80_000)  # days from 1919 to 2119: no year and no experience is written so
YEARS = range(1900, 2101)

TAIL = r"\s*(?:г\.?\s*р(?:ожд\w*)?\.?|год\w*(?: рожд\w*)?|г\.?)?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?"
SPLIT = r"\s*[.,/\\-]\s*|\s+"
DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:{SPLIT})(\d{{1,2}})(?:{SPLIT})(\d{{4}}|\d{{2}}){TAIL}")
YEAR_FIRST = re.compile(rf"(\d{{4}})[.\-/](\d{{1,2}})[.\-/](\d{{1,2}})(?:[t\s].*)?{TAIL}")
IN_WORDS = re.compile(rf"(\d{{1,2}})[\s\-.]*([а-я]{{3,}})\.?[\s\-.,]*(\d{{4}}|\d{{2}}){TAIL}")
MONTH_ONLY = re.compile(rf"(?:(\d{{1,2}})[./]|([а-я]{{3,}})\.?\s+)(\d{{4}}){TAIL}")
YEAR_ONLY = re.compile(rf"(\d{{4}}){TAIL}")
WITH_ORDER = re.compile(r"№|\bпр\b|приказ", re.IGNORECASE)
DAY_WITHIN = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b")
SERIAL = re.compile(r"\d{5}")
EIGHT_DIGITS = re.compile(r"\d{7,8}")
LETTERS_FOR_DIGITS = str.maketrans("оoОOзЗlI", "00003311")


class UnclearDateError(ValueError):
    """A text in which no date can be seen; the message is for people."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a year alone; with what had to be guessed."""

    day: date | None = None
    year: int | None = None
    note: str = ""


def read_birth(cell: Cell, *, today: date) -> Reading[Moment]:
    """Read a date or a year of birth."""
    reading = read_moment(cell, today=today, latest_year=today.year - YOUNGEST_WORKER_YEARS)
    moment = reading.value
    if moment is None:
        return reading
    if moment.day is not None:
        fault = BIRTH.fault(moment.day, today=today)
        return Reading(error=fault) if fault else reading
    year = moment.year or 0
    if fault := BIRTH.fault_of_year(year, today=today):
        return Reading(error=fault)
    note = f"Указан только год рождения: {year}. Чтобы отличать тёзок, лучше полная дата."
    return Reading(Moment(year=year), warnings=(*reading.warnings, note))


@lru_cache(maxsize=4_000, typed=True)
def read_day(cell: Cell, *, today: date) -> Reading[date]:
    """Read the date of an event: hiring, a category, dismissal; the number of an order beside it is left out."""
    if isinstance(cell, str) and WITH_ORDER.search(cell) and (found := DAY_WITHIN.search(cell)):
        cell = found[0]
    reading = read_moment(cell, today=today, latest_year=today.year + 1)
    moment = reading.value
    if moment is None:
        return Reading(error=reading.error)
    if moment.day is None:
        note = f"В «{shown(cell)}» нет числа месяца: дата не загружена, впишите её полностью, например 01.09.2020."
        return Reading(warnings=(note,))
    if fault := FACT.fault(moment.day, today=today):
        return Reading(error=fault)
    if moment.day > today:
        return Reading(moment.day, warnings=(*reading.warnings, f"Дата {moment.day:%d.%m.%Y} ещё не наступила."))
    return Reading(moment.day, warnings=reading.warnings)


def read_moment(cell: Cell, *, today: date, latest_year: int) -> Reading[Moment]:
    """Read a day or a year in any writing; two digits of the year mean the latest possible century."""
    if is_unsaid(cell):
        return Reading()
    if isinstance(cell, CellError):
        return Reading(error=broken(cell))
    try:
        moment = moment_of(cell, latest_year=latest_year)
    except UnclearDateError as error:
        return Reading(error=str(error))
    return Reading(moment, warnings=(moment.note,) if moment.note else ())


def moment_of(cell: Cell, *, latest_year: int) -> Moment:
    """Bring a cell to a moment; raises UnclearDateError."""
    if isinstance(cell, datetime):
        return Moment(day=cell.date())
    if isinstance(cell, date):
        return Moment(day=cell)
    if isinstance(cell, bool):
        raise UnclearDateError(not_a_date(cell))
    if isinstance(cell, float):
        return from_digits(str(int(cell)), cell)
    text = re.sub(r"\.{2,}", ".", clean_spaces(str(cell)).lower().strip(" .,;«»\"'")).replace("«", "").replace("»", "")
    if text.isdecimal():
        return from_digits(text, cell)
    found = from_text(text, cell, latest_year=latest_year)
    if found is None:
        raise UnclearDateError(not_a_date(cell))
    return found


def from_digits(text: str, cell: Cell) -> Moment:
    """Understand a number: a year, a day of the office program, or eight digits without dots."""
    number = int(text)
    if number in YEARS:
        return Moment(year=number)
    if SERIAL.fullmatch(text) and number in SERIALS:
        return Moment(day=EPOCH_OF_EXCEL + timedelta(days=number))
    if EIGHT_DIGITS.fullmatch(text):
        text = text.zfill(8)
        if int(text[:4]) in YEARS and int(text[4:6]) <= 12:
            return Moment(day=make_day(text[6:], text[4:6], text[:4], cell=cell))
        return Moment(day=make_day(text[:2], text[2:4], text[4:], cell=cell))
    raise UnclearDateError(not_a_date(cell))


def from_text(text: str, cell: Cell, *, latest_year: int) -> Moment | None:
    """Try the writings one after another; a letter typed for a digit is mended."""
    for read in (year_first, day_first, in_words, month_only, year_only):
        moment = read(text, cell, latest_year)
        if moment:
            return moment
    mended = text.translate(LETTERS_FOR_DIGITS)
    moment = day_first(mended, cell, latest_year) if mended != text else None
    if moment and moment.day:
        return Moment(
            day=moment.day, note=f"Буква вместо цифры в дате «{shown(cell)}»: прочитано {moment.day:%d.%m.%Y}."
        )
    return None


Writing = Callable[[str, Cell, int], Moment | None]


def year_first(text: str, cell: Cell, latest_year: int) -> Moment | None:
    """1985-03-12, 1985.03.12."""
    found = YEAR_FIRST.fullmatch(text)
    return Moment(day=make_day(found[3], found[2], found[1], cell=cell)) if found else None


def day_first(text: str, cell: Cell, latest_year: int) -> Moment | None:
    """12.03.1985, 12/3/85; 03/25/1985 where the second number can be no month."""
    found = DAY_FIRST.fullmatch(text)
    if not found:
        return None
    day, month, year = found.groups()
    if int(month) > 12 >= int(day) and "/" in text:
        read = make_day(month, day, full_year(year, latest_year), cell=cell)
        return Moment(day=read, note=f"В дате «{shown(cell)}» месяц стоит первым: прочитано {read:%d.%m.%Y}.")
    read = make_day(day, month, full_year(year, latest_year), cell=cell)
    return Moment(day=read, note=two_digits_note(year, read, cell))


def in_words(text: str, cell: Cell, latest_year: int) -> Moment | None:
    """12 марта 1985 г., 12-мар-85."""
    found = IN_WORDS.fullmatch(text)
    month = month_number(found[2]) if found else 0
    if not found or not month:
        return None
    read = make_day(found[1], str(month), full_year(found[3], latest_year), cell=cell)
    return Moment(day=read, note=two_digits_note(found[3], read, cell))


def month_only(text: str, cell: Cell, latest_year: int) -> Moment | None:
    """Март 1985, 03.1985: the day is not known."""
    found = MONTH_ONLY.fullmatch(text)
    if not found or (found[2] and not month_number(found[2])):
        return None
    return Moment(year=int(found[3]))


def year_only(text: str, cell: Cell, latest_year: int) -> Moment | None:
    """1985 г.р."""
    found = YEAR_ONLY.fullmatch(text)
    return Moment(year=int(found[1])) if found and int(found[1]) in YEARS else None


def full_year(year: str, latest_year: int) -> str:
    """Complete two digits: the latest century that is not beyond the latest possible year."""
    if len(year) == 4:
        return year
    number = latest_year // 100 * 100 + int(year)
    return str(number if number <= latest_year else number - 100)


def two_digits_note(year: str, read: date, cell: Cell) -> str:
    """Say how two digits of the year were understood."""
    return f"Год двумя цифрами в «{shown(cell)}»: прочитано {read:%d.%m.%Y}." if len(year) == 2 else ""


def make_day(day: str, month: str, year: str, *, cell: Cell) -> date:
    """Make a day; raises UnclearDateError when there is none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        text = f"Даты «{shown(cell)}» не бывает: исправьте её, например 12.03.1985."
        raise UnclearDateError(text) from error


def not_a_date(cell: Cell) -> str:
    """Say that no date can be seen."""
    return f"«{shown(cell)[:60]}» — не дата: впишите день, месяц и год, например 12.03.1985."
