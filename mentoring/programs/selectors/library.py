"""The library of мероприятия as a programme's own page offers it."""

from dataclasses import dataclass
from datetime import timedelta

from mentoring.core.wording import search_text
from mentoring.programs.choices import AimedAt, Responsible
from mentoring.programs.inputs import ItemInput
from mentoring.programs.models import Program
from mentoring.programs.rules.spread import spread
from mentoring.programs.rules.term import Term
from mentoring.programs.selectors.drafting import free_days_of
from mentoring.reference.books import Activity, activities, activity, activity_kind, competency

WHO = {"mentor": Responsible.MENTOR, "mentee": Responsible.MENTEE, "both": Responsible.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQuery:
    """What a person asks of the library."""

    words: str = ""
    aimed_at: str = ""
    kind: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A мероприятие of the library and whether the plan has it already."""

    activity: Activity
    kind: str
    aimed: str
    serves: str
    is_in_plan: bool


def library_rows(program: Program, query: LibraryQuery) -> list[LibraryRow]:
    """Мероприятия of the programme's type of organisation that fit the conditions."""
    type_code = program.organization.type
    inside = {item.activity_code for item in program.items.all() if item.removed_at is None}
    found = activities(organization_type=type_code, aimed_at=query.aimed_at)
    rows = [_row(entry, type_code, inside) for entry in found if not query.kind or entry.kind == query.kind]
    if query.group:
        rows = [row for row in rows if _is_of_group(row.activity, query.group, type_code)]
    words = search_text(query.words).split()
    return [row for row in rows if all(word in _text(row) for word in words)]


def from_library(program: Program, code: str) -> ItemInput:
    """A мероприятие of the library as a line of this plan, with dates inside the term; raises UnknownCodeError."""
    entry = activity(code, organization_type=program.organization.type)
    term = _slot(program, entry.weeks)
    return ItemInput(
        title=entry.title,
        aimed_at=entry.aimed_at,
        aimed_text=_serves(entry, program.organization.type),
        starts_on=term.starts_on,
        due_on=term.ends_on,
        responsible=WHO[entry.who],
        result=entry.result,
        activity_code=entry.code,
    )


def _slot(program: Program, weeks: int) -> Term:
    """The last weeks of the term: a person moves the dates where they belong."""
    starts_on = max(program.starts_on, program.ends_on - timedelta(weeks=weeks))
    term = Term(starts_on, program.ends_on)
    [slot] = spread(term, [1], is_free=free_days_of(program.organization, term))
    return slot


def _row(entry: Activity, type_code: str, inside: set[str]) -> LibraryRow:
    aimed = AimedAt(entry.aimed_at).label
    return LibraryRow(entry, activity_kind(entry.kind).title, aimed, _serves(entry, type_code), entry.code in inside)


def _serves(entry: Activity, type_code: str) -> str:
    served = competency(entry.competencies[0], organization_type=type_code)
    return served.strength if entry.aimed_at == AimedAt.STRENGTH else served.difficulty


def _is_of_group(entry: Activity, group: str, type_code: str) -> bool:
    return any(competency(code, organization_type=type_code).group == group for code in entry.competencies)


def _text(row: LibraryRow) -> str:
    return search_text(f"{row.activity.title} {row.activity.result} {row.serves} {row.kind}")
