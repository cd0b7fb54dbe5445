"""What is worth mending before the papers of «Путь к приказу» are printed: names, an unnamed act, texts grown old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mentoring.core.errors import Refusal
from mentoring.documents.models import Document
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import gender_of
from mentoring.programs.choices import ConsentKind, ConsentState
from mentoring.programs.models import Consent, Program
from mentoring.programs.papers.consents import paper_of
from mentoring.programs.papers.orders import ActsInForce, acts_in_force, order_of_pairs
from mentoring.programs.papers.people import PaperPeople, paper_people
from mentoring.programs.papers.programs import program_paper
from mentoring.programs.selectors.checks import mentees_of
from mentoring.programs.selectors.path import DraftOrder, PathPage
from mentoring.programs.wording import names_of
from mentoring.staff.models import Employment
from mentoring.ui.shapes import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What the page says above its table."""

    ungendered: Sequence[Link]
    """People whose names papers cannot decline, each with the page where the gender is written."""
    outdated: Sequence[Program]
    """Pairs whose unsigned papers would read otherwise if they were made now."""
    outdated_papers: Sequence[Document]
    outdated_orders: frozenset[int]
    has_regulation: bool
    by_founder: Sequence[str]
    """Pairs with the head herself: the founder signs for the employer (проверить)."""


def path_remarks(page: PathPage, *, today: date) -> Remarks:
    """Compare what is frozen in unsigned papers with what would be written now."""
    programs = [row.program for row in page.rows]
    people = _people(page.organization, programs, today)
    acts = acts_in_force(page.organization, today)
    stale = {row.program.pk: _outdated(row.program, row.waits, people) for row in page.rows} if people else {}
    papers = {paper.pk: paper for found in stale.values() for paper in found}
    return Remarks(
        ungendered=_ungendered(page.organization, programs, today),
        outdated=[program for program in programs if stale.get(program.pk)],
        outdated_papers=list(papers.values()),
        outdated_orders=_outdated_orders(page, people, acts) if people else frozenset(),
        has_regulation=acts.regulation is not None,
        by_founder=[names_of(program) for program in programs if people and people.has_head(program)],
    )


def outdated_consents(program: Program, waits: Iterable[Consent], people: PaperPeople) -> list[Consent]:
    """Unsigned papers of a pair whose text would be another now; a sheet that one side has signed stays."""
    half_signed = any(
        consent.kind == ConsentKind.PROGRAM and consent.state == ConsentState.SIGNED
        for consent in program.consents.all()
    )
    return [
        consent
        for consent in waits
        if not (half_signed and consent.kind == ConsentKind.PROGRAM)
        and consent.document is not None
        and consent.document.payload != _now(program, consent, people)
    ]


def _outdated(program: Program, waits: Iterable[Consent], people: PaperPeople) -> list[Document]:
    found = outdated_consents(program, waits, people)
    return [consent.document for consent in found if consent.document is not None]


def _now(program: Program, consent: Consent, people: PaperPeople) -> dict[str, object]:
    if consent.kind == ConsentKind.PROGRAM:
        return program_paper(program, people).as_json()
    return paper_of(program, consent, people).as_json()


def _people(organization: Organization, programs: Sequence[Program], today: date) -> PaperPeople | None:
    """Everyone whom the papers name; None while nobody is head: no paper can be made then."""
    try:
        return paper_people(organization, programs, day=today)
    except Refusal:
        return None


def _outdated_orders(page: PathPage, people: PaperPeople, acts: ActsInForce) -> frozenset[int]:
    known = {row.program.pk: row.program for row in page.rows}
    return frozenset(order.document.pk for order in page.orders if _is_outdated(order, known, people, acts))


def _is_outdated(order: DraftOrder, known: dict[int, Program], people: PaperPeople, acts: ActsInForce) -> bool:
    """An order on pairs that are all ready still, with other words than it would have now."""
    if order.is_end or order.is_stale:
        return False
    programs = [known[key] for key in order.starting if key in known]
    return bool(order.document.payload != order_of_pairs(programs, people, acts=acts).as_json())


def _ungendered(organization: Organization, programs: Sequence[Program], today: date) -> list[Link]:
    people = [person for program in programs for person in (program.mentorship.mentor.person, *mentees_of(program))]
    found = {person.pk: person for person in people if gender_of(person) is None}
    if not found:
        return []
    works = Employment.objects.filter(organization=organization, person_id__in=found).working_on(today)
    cards = dict(works.order_by("pk").values_list("person_id", "public_id"))
    return [Link(title=person.full_name, url=_card(person, cards.get(key))) for key, person in found.items()]


def _card(person: Person, employment: object | None) -> str:
    """Where the gender is written; the forms of a name for somebody who works elsewhere."""
    if employment is not None:
        return reverse("staff:identity_edit", args=[employment])
    return reverse("people:case_forms", args=[person.public_id])
