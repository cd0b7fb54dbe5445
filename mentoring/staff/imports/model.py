"""One person of a list, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.core.wording import Gender


@dataclass(frozen=True, slots=True)
class Problem:
    """An error or a warning at a cell; the row is counted from 1 as the office program shows it."""

    sheet: str
    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person as the list states it; None is «not stated» or «could not be read»."""

    sheet: str
    row: int
    raw_name: str = ""  # as it is written, where it could not be read
    last_name: str | None = None
    first_name: str | None = None
    patronymic: str | None = None
    gender: Gender | None = None
    is_gender_stated: bool = False
    birth_date: date | None = None
    birth_year: int | None = None
    position: str | None = None
    position_code: str | None = None
    subject: str | None = None
    category: str | None = None
    category_on: date | None = None
    hired_on: date | None = None
    total_experience_months: int | None = None
    teaching_experience_months: int | None = None
    experience_as_of: date | None = None
    is_as_of_stated: bool = False
    email: str | None = None
    phone: str | None = None
    rate: Decimal | None = None
    is_main: bool | None = None
    errors: tuple[Problem, ...] = ()
    missing: tuple[Problem, ...] = ()  # errors only for a person who is new
    warnings: tuple[Problem, ...] = ()

    @property
    def full_name(self) -> str:
        """The name in one line, as far as it was read."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)
