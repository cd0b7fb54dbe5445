"""Slips cut from a sheet: a one-time code to enter, a question of readiness; and the sheet of acquaintance."""

from dataclasses import dataclass
from typing import ClassVar

from mentoring.documents.payloads.base import Acquainted, Letterhead, Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSlip:
    """A one-time code for one person; printed and handed over, never stored as text."""

    organization: str
    name: str
    login: str
    code: str
    url: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSlips(Payload):
    """A sheet of codes; not kept in the register."""

    kind: ClassVar[str] = "code_slips"

    slips: tuple[CodeSlip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessSlip:
    """A question to one person; no other person is named in it."""

    organization: str
    name: str
    question: str
    answers: tuple[str, ...]
    note: str
    code: str = ""
    url: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessSlips(Payload):
    """A sheet of questions; not kept in the register."""

    kind: ClassVar[str] = "readiness_slips"

    slips: tuple[ReadinessSlip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquaintanceSheet(Payload):
    """Those who have read a local act; `subject` is «с положением о наставничестве (приказ от … № …)»."""

    kind: ClassVar[str] = "acquaintance_sheet"

    letterhead: Letterhead
    subject: str
    acquainted: tuple[Acquainted, ...]


MENTOR_ANSWERS = ("готов(а) рассмотреть", "не в этом году")
MENTEE_ANSWERS = ("буду рад(а) наставнику", "пока не нужно")
VOLUNTARY_NOTE = (
    "Участие добровольно. Отказ не требует объяснений и нигде не отмечается как нарушение. "
    "Ответ можно изменить в любой день."
)


def mentor_question(*, organization: str, name: str, code: str = "", url: str = "", expires: str = "") -> ReadinessSlip:
    """Ask a possible mentor."""
    return ReadinessSlip(
        organization=organization,
        name=name,
        question="Готовы ли Вы рассмотреть предложение стать наставником?",
        answers=MENTOR_ANSWERS,
        note=VOLUNTARY_NOTE,
        code=code,
        url=url,
        expires=expires,
    )


def mentee_question(*, organization: str, name: str, code: str = "", url: str = "", expires: str = "") -> ReadinessSlip:
    """Ask a possible mentee."""
    return ReadinessSlip(
        organization=organization,
        name=name,
        question="Хотите ли Вы работать вместе с наставником?",
        answers=MENTEE_ANSWERS,
        note=VOLUNTARY_NOTE,
        code=code,
        url=url,
        expires=expires,
    )
