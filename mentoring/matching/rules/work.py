"""What the staff register tells about one person, in the shape that rules read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from mentoring.core.wording import experience, long_date


@dataclass(frozen=True, slots=True)
class FormerPosition:
    """A position held before the present one."""

    title: str
    since: date | None
    until: date


@dataclass(frozen=True, slots=True)
class Pause:
    """An interruption of work; an open one still lasts."""

    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the interruption lasts on this day."""
        return self.since <= day and (self.until is None or self.until > day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Work in one organisation; `…_now` is what the recorded experience has grown to by the day of asking."""

    person_id: int
    position: str
    position_code: str = ""
    is_pedagogical: bool = True
    is_school_teacher: bool = False
    is_manager: bool = False
    is_leader: bool = False
    is_secondary: bool = False
    subject: str = ""
    building: str = ""
    rate: Decimal | None = None
    hired_on: date | None = None
    position_since: date | None = None
    former_positions: Sequence[FormerPosition] = field(default=())
    pauses: Sequence[Pause] = field(default=())
    category: str = ""
    category_on: date | None = None
    attested_on: date | None = None
    attestation_result: str = ""
    results: str = ""
    total_months: int | None = None
    teaching_months: int | None = None
    as_of: date | None = None
    total_now: int | None = None
    teaching_now: int | None = None

    def is_away(self, day: date) -> bool:
        """True while a long leave lasts."""
        return any(pause.covers(day) for pause in self.pauses)

    def teaching_words(self) -> str:
        """«педагогический стаж 1 год 4 месяца на 1 сентября 2026 г.», or that it is not recorded."""
        if self.teaching_months is None:
            return "педагогический стаж не указан"
        return f"педагогический стаж {experience(self.teaching_months)}{self._as_of_words()}"

    def total_words(self) -> str:
        """«общий стаж 1 год на 1 сентября 2026 г.»."""
        if self.total_months is None:
            return "общий стаж не указан"
        return f"общий стаж {experience(self.total_months)}{self._as_of_words()}"

    def _as_of_words(self) -> str:
        return f" на {long_date(self.as_of)}" if self.as_of else ""
