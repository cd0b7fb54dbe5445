"""The list of programmes: no difficulties, no goals."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import Program
from mentoring.programs.selectors.checks import mentees_of
from mentoring.programs.wording import area_title, forms_title, kinds_title
from mentoring.ui.shapes import Tone

TONES: Mapping[str, Tone] = {
    ProgramState.DRAFT: "accent",
    ProgramState.AGREED: "good",
    ProgramState.ORDERED: "accent",
    ProgramState.APPROVED: "accent",
    ProgramState.RUNNING: "good",
    ProgramState.FINISHED: "quiet",
    ProgramState.STOPPED: "quiet",
}
SORTS: Mapping[str, str] = {
    "mentor": "mentorship__mentor__person__search",
    "starts": "starts_on",
    "ends": "ends_on",
    "state": "state",
}
NEWEST_FIRST = "-starts"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramQuery:
    """What a person asks of the list."""

    words: str = ""
    state: str = ""
    kind: str = ""
    sort: str = NEWEST_FIRST


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A programme in the list."""

    program: Program
    mentor: str
    mentees: str
    forms: str
    area: str
    tone: Tone


def program_list(actor: Actor, query: ProgramQuery) -> QuerySet[Program]:
    """Programmes that the actor may see, as the query asks."""
    found = Program.objects.visible_to(actor)
    if query.state in ProgramState.values:
        found = found.filter(state=query.state)
    for word in search_text(query.words).split():
        found = found.filter(_named(word))
    name = SORTS.get(query.sort.removeprefix("-"), SORTS["starts"])
    sign = "-" if query.sort.startswith("-") else ""
    return found.with_people().order_by(f"{sign}{name}", f"{sign}pk")


def program_rows(programs: Collection[Program]) -> list[ProgramRow]:
    """The programmes as the list shows them; no difficulties, no goals."""
    return [
        ProgramRow(
            program=program,
            mentor=str(program.mentorship.mentor.person),
            mentees=", ".join(str(person) for person in mentees_of(program)),
            forms=f"{forms_title(program)}; {kinds_title(program)}",
            area=area_title(program.area),
            tone=TONES.get(program.state, "quiet"),
        )
        for program in programs
    ]


def _named(word: str) -> Q:
    people = Q(mentorship__mentor__person__search__contains=word)
    return people | Q(mentorship__mentees__person__search__contains=word)
