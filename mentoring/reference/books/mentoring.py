"""Forms, kinds, areas of mentoring and grounds of need (Положение, п. 1.1, 4.1.4, 4.1.5)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from mentoring.reference.books.positions import Position
from mentoring.reference.loading import Book, Entry, Row, load_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What a rule of a side asks about a person."""

    position: Position | None
    is_student: bool = False
    is_external: bool = False
    is_beginner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRule:
    """Who may stand on one side of a form."""

    title: str
    groups: frozenset[str]
    positions: frozenset[str]
    is_student: bool
    is_external: bool
    is_beginner: bool

    def refusal(self, member: Member) -> str:
        """Tell in one sentence why the person does not fit this side, or give an empty string."""
        if self.is_student != member.is_student:
            return f"Эта сторона — {self.title}: выберите другую форму или другого участника."
        if self.is_external and not member.is_external:
            return f"Эта сторона — {self.title}: он работает в другой организации, выберите другую форму."
        if self.is_beginner and not member.is_beginner:
            return f"Эта сторона — {self.title}: педагогический стаж больше порога, выберите другую форму."
        if not self.is_student and not self._has_position(member.position):
            return f"Эта сторона — {self.title}: должность участника другая, выберите другую форму."
        return ""

    def _has_position(self, position: Position | None) -> bool:
        return position is not None and (position.group in self.groups or position.code in self.positions)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringForm(Entry):
    """A form of mentoring with a rule for each side; `labor_code_applies` asks for papers of ст. 351.8 ТК."""

    description: str
    mentor: SideRule
    mentee: SideRule
    role_models: tuple[str, ...]
    labor_code_applies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringKind(Entry):
    """A kind of mentoring with its mechanics; zero in `most_mentees` means no limit."""

    description: str
    least_mentees: int
    most_mentees: int
    needs_video: bool
    needs_schedule: bool
    is_event: bool
    is_mutual: bool
    quiet_days: int

    def allows(self, mentees: int) -> bool:
        """Tell whether so many mentees make this kind."""
        return self.least_mentees <= mentees and (not self.most_mentees or mentees <= self.most_mentees)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Entry):
    """A ground of need with the thresholds it depends on."""

    description: str
    thresholds: tuple[str, ...]
    is_employee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Entry):
    """One of the seven areas («направления»)."""

    description: str


@lru_cache(maxsize=1)
def _forms() -> Book[MentoringForm]:
    return load_book("forms", _make_form)


@lru_cache(maxsize=1)
def _kinds() -> Book[MentoringKind]:
    return load_book("kinds", _make_kind)


@lru_cache(maxsize=1)
def _grounds() -> Book[Ground]:
    return load_book("grounds", _make_ground)


@lru_cache(maxsize=1)
def _areas() -> Book[Area]:
    return load_book("areas", _make_area)


def forms(day: date | None = None) -> tuple[MentoringForm, ...]:
    """Give the forms of mentoring in force."""
    return _forms().on(day)


def form(code: str) -> MentoringForm:
    """Give a form by its code; raises UnknownCodeError."""
    return _forms().get(code)


def kinds(day: date | None = None) -> tuple[MentoringKind, ...]:
    """Give the kinds of mentoring in force."""
    return _kinds().on(day)


def kind(code: str) -> MentoringKind:
    """Give a kind by its code; raises UnknownCodeError."""
    return _kinds().get(code)


def grounds(day: date | None = None) -> tuple[Ground, ...]:
    """Give the grounds of need in force."""
    return _grounds().on(day)


def ground(code: str) -> Ground:
    """Give a ground by its code; raises UnknownCodeError."""
    return _grounds().get(code)


def areas(day: date | None = None) -> tuple[Area, ...]:
    """Give the seven areas."""
    return _areas().on(day)


def area(code: str) -> Area:
    """Give an area by its code; raises UnknownCodeError."""
    return _areas().get(code)


def _make_side(row: Row) -> SideRule:
    return SideRule(
        title=row["title"],
        groups=frozenset(row.get("groups", ())),
        positions=frozenset(row.get("positions", ())),
        is_student=row.get("is_student", False),
        is_external=row.get("is_external", False),
        is_beginner=row.get("is_beginner", False),
    )


def _make_form(row: Row, fields: dict[str, Any]) -> MentoringForm:
    return MentoringForm(
        **fields,
        description=row["description"],
        mentor=_make_side(row["mentor"]),
        mentee=_make_side(row["mentee"]),
        role_models=tuple(row.get("role_models", ())),
        labor_code_applies=row["labor_code_applies"],
    )


def _make_kind(row: Row, fields: dict[str, Any]) -> MentoringKind:
    return MentoringKind(
        **fields,
        description=row["description"],
        least_mentees=row.get("least_mentees", 1),
        most_mentees=row.get("most_mentees", 0),
        needs_video=row.get("needs_video", False),
        needs_schedule=row.get("needs_schedule", False),
        is_event=row.get("is_event", False),
        is_mutual=row.get("is_mutual", False),
        quiet_days=row["quiet_days"],
    )


def _make_ground(row: Row, fields: dict[str, Any]) -> Ground:
    return Ground(
        **fields,
        description=row["description"],
        thresholds=tuple(row.get("thresholds", ())),
        is_employee=row.get("is_employee", True),
    )


def _make_area(row: Row, fields: dict[str, Any]) -> Area:
    return Area(**fields, description=row["description"])
