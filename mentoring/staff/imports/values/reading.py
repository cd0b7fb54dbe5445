"""What reading one cell gives."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from mentoring.core.spreadsheets.model import Cell, CellError
from mentoring.core.wording import clean_spaces

T = TypeVar("T")

BLANKS = frozenset({"", "-", "--", "—", "–", "−", "_", "__", ".", "?", "н/д", "нд", "н.д.", "нет данных"})
FIRST_LETTERS = frozenset("нНоОхХxX")  # with which the words above begin; most cells need no closer look
UNSAID = frozenset({"не указано", "не указан", "не указана", "неизвестно", "отсутствует", "нет", "х", "x"})


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value, or why there is none; warnings say what was understood and how."""

    value: T | None = None
    error: str = ""
    warnings: tuple[str, ...] = ()


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell says nothing: empty, a dash, a row of dots."""
    if cell is None or not isinstance(cell, str):
        return cell is None
    return not says_something(cell) and clean_spaces(cell).strip("_. ").lower() in BLANKS


def is_unsaid(cell: Cell) -> bool:
    """Tell whether a cell says that there is nothing to say; not for columns where «нет» is an answer."""
    if cell is None or not isinstance(cell, str):
        return cell is None
    return not says_something(cell) and (is_blank(cell) or clean_spaces(cell).strip(".").lower() in UNSAID)


def says_something(text: str) -> bool:
    """Tell by the first letter, which is cheap, that a text is none of the words for nothing."""
    first = text[:1]
    return first.isalnum() and first not in FIRST_LETTERS


def shown(cell: Cell) -> str:
    """Give the text that a person sees in the cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, datetime):
        return cell.strftime("%d.%m.%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return clean_spaces(str(cell))


def broken(cell: CellError) -> str:
    """Say that the cell shows an error of the office program."""
    return f"В ячейке ошибка таблицы {cell.code}: впишите значение вместо формулы."
