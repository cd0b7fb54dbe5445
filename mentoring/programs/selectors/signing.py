"""The signing table: people by papers; who has signed stands in the order now, the rest follow."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from mentoring.core.actor import Actor
from mentoring.documents.selectors import next_number
from mentoring.matching.models import Mentee
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.programs.choices import ConsentKind, ConsentState, ProgramState
from mentoring.programs.models import Consent
from mentoring.programs.selectors.checks import mentees_of
from mentoring.programs.wording import mentee_word, names_of
from mentoring.ui.words import initials

BEFORE_SIGNING = (ProgramState.DRAFT, ProgramState.AGREED)
COLUMNS = (
    ("Согласие", (ConsentKind.MENTOR, ConsentKind.MENTEE)),
    ("Доп. соглашение", (ConsentKind.AGREEMENT,)),
    ("Программа", (ConsentKind.PROGRAM,)),
)


@dataclass(frozen=True, slots=True)
class SigningCell:
    """A paper of a person; None of them when the person signs no such paper."""

    title: str
    consents: Sequence[Consent]
    ticked: Collection[str]

    @property
    def marks(self) -> list[tuple[Consent, bool, bool]]:
        """The papers: paper, is it signed, is it ticked."""
        return [
            (consent, consent.state == ConsentState.SIGNED, str(consent.public_id) in self.ticked)
            for consent in self.consents
        ]


@dataclass(frozen=True, slots=True)
class SigningRow:
    """A person in one pair; who else is in it tells two pairs of one mentor apart."""

    person: Person
    role: str
    others: str
    cells: Sequence[SigningCell]
    refusable: Consent | None
    """The consent that «не дано» is marked on; None when everything is signed."""


@dataclass(frozen=True, slots=True)
class SigningTable:
    """Everyone who signs something for an order that is not signed yet."""

    columns: Sequence[str]
    rows: Sequence[SigningRow]
    waiting: int
    needs_number: bool
    asks_number: bool
    """True when an agreement without a number is ticked."""
    suggested_number: str


def awaited_signatures(actor: Actor, organization_ids: Collection[int]) -> int:
    """How many signatures are awaited there: the count that every page tells."""
    if not organization_ids:
        return 0
    rows = Consent.objects.visible_to(actor).filter(organization_id__in=organization_ids)
    return rows.filter(program__state__in=BEFORE_SIGNING).waiting().count()


def signing_table(
    actor: Actor, organization: Organization, *, year: int, ticked: Collection[str] | None = None
) -> SigningTable:
    """Compose the table; `ticked` are public ids kept from a form, everything that waits when none is given."""
    rows = Consent.objects.visible_to(actor).filter(organization=organization, program__state__in=BEFORE_SIGNING)
    mentees = Prefetch("program__mentorship__mentees", Mentee.objects.select_related("person"))
    whole = rows.select_related("person", "document", "program__mentorship__mentor__person").prefetch_related(mentees)
    consents = list(whole.order_by("person__search", "program_id", "pk"))
    waiting = [consent for consent in consents if consent.is_awaited]
    kept = {str(consent.public_id) for consent in waiting} if ticked is None else set(ticked)
    by_place: dict[tuple[int, int], list[Consent]] = {}
    for consent in consents:
        by_place.setdefault((consent.program_id, consent.person_id), []).append(consent)
    open_places = {(consent.program_id, consent.person_id) for consent in waiting}
    unnumbered = [
        consent
        for consent in waiting
        if consent.kind == ConsentKind.AGREEMENT and consent.document is not None and not consent.document.number
    ]
    return SigningTable(
        columns=[title for title, _ in COLUMNS],
        rows=[_row(papers, kept) for place, papers in by_place.items() if place in open_places],
        waiting=len(waiting),
        needs_number=bool(unnumbered),
        asks_number=any(str(consent.public_id) in kept for consent in unnumbered),
        suggested_number=next_number(organization, book="agreements", year=year) if unnumbered else "",
    )


def chosen_consents(actor: Actor, organization: Organization, public_ids: Collection[str]) -> list[Consent]:
    """Consents of the organisation with these ids that the actor may see."""
    rows = Consent.objects.visible_to(actor).filter(organization=organization)
    return [consent for consent in rows if str(consent.public_id) in public_ids]


@dataclass(frozen=True, slots=True)
class Refusing:
    """The pair that a refusal cancels, and who of it does not sign."""

    title: str
    mentor: Person
    mentees: Sequence[Person]
    role: str


def refusing(consent: Consent) -> Refusing:
    """Name the pair of a consent (needs `for_refusal`)."""
    program = consent.program
    mentor = program.mentorship.mentor.person
    role = "наставник" if consent.person_id == mentor.pk else mentee_word(consent.person)
    return Refusing(names_of(program), mentor, mentees_of(program), role)


def _row(papers: Sequence[Consent], kept: Collection[str]) -> SigningRow:
    is_mentor = any(consent.kind in (ConsentKind.MENTOR, ConsentKind.AGREEMENT) for consent in papers)
    pair = papers[0].program.mentorship
    others = [mentee.person for mentee in pair.mentees.all()] if is_mentor else [pair.mentor.person]
    return SigningRow(
        person=papers[0].person,
        role="наставник" if is_mentor else mentee_word(papers[0].person),
        others=", ".join(sorted(initials(person) for person in others)),
        cells=[SigningCell(title, [one for one in papers if one.kind in kinds], kept) for title, kinds in COLUMNS],
        refusable=next((one for one in papers if one.kind in (ConsentKind.MENTOR, ConsentKind.MENTEE)), None),
    )
