"""Whom the organisation already has, as the comparison needs them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.core.wording import Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEmployee:
    """A person of the organisation; `key` is whatever the caller finds the employment by."""

    key: str
    last_name: str
    first_name: str
    patronymic: str = ""
    gender: Gender | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    position: str = ""
    position_code: str = ""
    subject: str = ""
    category: str = ""
    category_on: date | None = None
    hired_on: date | None = None
    total_experience_months: int | None = None
    teaching_experience_months: int | None = None
    experience_as_of: date | None = None
    email: str = ""
    phone: str = ""
    rate: Decimal | None = None
    is_main: bool | None = None

    @property
    def year_of_birth(self) -> int | None:
        """The year, from whichever of the two is known."""
        return self.birth_date.year if self.birth_date else self.birth_year

    @property
    def full_name(self) -> str:
        """The name in one line."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)
