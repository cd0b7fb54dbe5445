"""The personalised programme as a paper of its own."""

from dataclasses import dataclass
from typing import ClassVar

from mentoring.documents.payloads.base import Labelled, Letterhead, Payload
from mentoring.documents.payloads.people import Employer, PaperPerson, capitalized

BLANK_DATE = "«___»\u00a0__________\u00a020___\u00a0г."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """«УТВЕРЖДАЮ» with the lines under it; without a word the place stays empty."""

    word: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSection:
    """A titled part of the explanatory note."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """An activity of the plan; `aim` is what it is directed at, as the programme words it."""

    number: str
    activity: str
    aim: str
    term: str
    who: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One who carries the programme out and signs it."""

    role: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A version of the programme after its approval."""

    version: str
    date: str
    who: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPaper(Payload):
    """The programme with its stamps, note, plan and sheet of changes."""

    kind: ClassVar[str] = "program"

    letterhead: Letterhead
    title: str = "ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА"
    subtitle: str
    considered: Stamp
    agreed: Stamp
    approved: Stamp
    facts: tuple[Labelled, ...]
    sections: tuple[ProgramSection, ...]
    plan: tuple[PlanLine, ...]
    sides: tuple[Side, ...]
    changes: tuple[ChangeLine, ...] = ()


def considered(body: str, *, minutes: str) -> Stamp:
    """«РАССМОТРЕНО» by the council or the methodical association: «протокол от … № …»."""
    return Stamp(word="РАССМОТРЕНО", lines=(body, minutes))


def agreed(curator: PaperPerson) -> Stamp:
    """«СОГЛАСОВАНО» by the curator."""
    return Stamp(
        word="СОГЛАСОВАНО",
        lines=(capitalized(curator.position.nominative), f"______________ {curator.initials}", BLANK_DATE),
    )


def approved(employer: Employer) -> Stamp:
    """«УТВЕРЖДАЮ» by the head; the order is dated and numbered by hand with the paper."""
    head = employer.head
    return Stamp(
        word="УТВЕРЖДАЮ",
        lines=(
            employer.office,
            f"______________ {head.initials}",
            BLANK_DATE,
        ),
    )
