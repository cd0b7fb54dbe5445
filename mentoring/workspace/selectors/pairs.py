"""Pairs on the first page: one's own, and those that the actor leads."""

from dataclasses import dataclass

from django.urls import reverse

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.core.actor import Actor
from mentoring.core.wording import day_month
from mentoring.matching.choices import MentorshipState
from mentoring.matching.models import Mentorship
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import Program
from mentoring.reference import books
from mentoring.ui.words import initials

ROWS = 8  # pairs on the first page; all of them are one click away
TONES: dict[str, str] = {
    MentorshipState.PROPOSED: "now",
    MentorshipState.RECOMMENDED: "accent",
    MentorshipState.ACTIVE: "good",
}
NEXT_OF_PROGRAM: dict[str, str] = {
    ProgramState.DRAFT: "согласовать программу",
    ProgramState.AGREED: "подписи и приказ",
    ProgramState.ORDERED: "подпись приказа",
}

OWN_NEXT: dict[str, str] = {
    ProgramState.DRAFT: "Посмотрите программу и согласуйте её.",
    ProgramState.AGREED: "Программа согласована обеими сторонами. Дальше — подписи и приказ.",
    ProgramState.ORDERED: "Готовится приказ.",
}
WITHOUT_PROGRAM: dict[str, str] = {
    MentorshipState.RECOMMENDED: "программа и приказ",
    MentorshipState.ACTIVE: "идёт по приказу",
}
"""What is told to who keeps papers and sees no programmes."""


@dataclass(frozen=True)
class OwnPair:
    """A pair of the signed-in person, in two lines."""

    title: str
    note: str
    url: str
    state: str
    tone: str
    next_step: str


@dataclass(frozen=True)
class LedPair:
    """A pair of the organisation in one row."""

    mentor: str
    mentees: str
    kinds: str
    state: str
    tone: str
    next_step: str
    url: str


def own_pairs(actor: Actor) -> list[OwnPair]:
    """Pairs in which the actor herself is the mentor or a mentee."""
    if actor.person_id is None:
        return []
    pairs = Mentorship.objects.visible_to(actor).live().with_people().order_by("-created_at", "pk")
    programs = {
        program.mentorship_id: program
        for program in Program.objects.visible_to(actor).filter(mentorship__in=pairs).live().order_by("pk")
    }
    return [_own_pair(actor, pair, programs.get(pair.pk)) for pair in pairs if _is_in(actor, pair)]


def led_pairs(actor: Actor) -> list[LedPair]:
    """The latest pairs of the organisations that the actor leads, each with what comes next."""
    led = Mentorship.objects.visible_to(actor).filter(organization__in=actor.organizations_as(*STAFF_ROLES))
    pairs = list(led.live().with_people().order_by("-created_at", "-pk")[:ROWS])
    programs = {
        program.mentorship_id: program
        for program in Program.objects.visible_to(actor).filter(mentorship__in=pairs).live().order_by("pk")
    }
    return [_led_pair(pair, programs.get(pair.pk)) for pair in pairs]


def _led_pair(pair: Mentorship, program: Program | None) -> LedPair:
    return LedPair(
        mentor=initials(pair.mentor.person),
        mentees=", ".join(initials(mentee.person) for mentee in pair.mentees.all()),
        kinds=", ".join(books.kind(code).title for code in pair.kinds),
        state=pair.get_state_display(),
        tone=TONES.get(pair.state, "quiet"),
        next_step=_what_is_next(pair, program),
        url=_pair_url(pair, program),
    )


def _own_pair(actor: Actor, pair: Mentorship, program: Program | None) -> OwnPair:
    mentees = [str(mentee.person) for mentee in pair.mentees.all()]
    is_mentor = actor.is_person(pair.mentor.person_id)
    title = ", ".join(mentees) if is_mentor else str(pair.mentor.person)
    running = pair.state == MentorshipState.ACTIVE
    return OwnPair(
        title=title,
        note="вы наставник" if is_mentor else "ваш наставник",
        url=_pair_url(pair, program),
        state=pair.get_state_display(),
        tone="good" if running else "accent",
        next_step=_next_step(pair, program),
    )


def _is_in(actor: Actor, pair: Mentorship) -> bool:
    people = [pair.mentor.person_id, *(mentee.person_id for mentee in pair.mentees.all())]
    return any(actor.is_person(person_id) for person_id in people)


def _what_is_next(pair: Mentorship, program: Program | None) -> str:
    """What the office waits for, in words."""
    if pair.state == MentorshipState.PROPOSED:
        return "решение о паре"
    if program is None:
        return WITHOUT_PROGRAM.get(pair.state, "")
    if program.state == ProgramState.APPROVED:
        return f"начало {day_month(program.starts_on)}"
    if program.state == ProgramState.RUNNING:
        return f"программа до {day_month(program.ends_on)}"
    return NEXT_OF_PROGRAM.get(program.state, "")


def _next_step(pair: Mentorship, program: Program | None) -> str:
    if pair.state == MentorshipState.PROPOSED:
        return "Пару рассматривают."
    if program is None:
        return "Дальше — программа."
    if program.state in OWN_NEXT:
        return OWN_NEXT[program.state]
    if program.state == ProgramState.APPROVED:
        return f"Приказ подписан. Программа начнётся {day_month(program.starts_on)}."
    return f"Программа идёт до {day_month(program.ends_on)}."


def _pair_url(pair: Mentorship, program: Program | None) -> str:
    if program is not None:
        return reverse("programs:program_detail", args=[program.public_id])
    return reverse("matching:mentorship_detail", args=[pair.public_id])
