"""Papers that a pair signs: prepared for many pairs in one job, brought up to date, prepared anew (R-2.2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.documents.actions import PartyLine, cancel_document, draft_document, end_document, redraft_document
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.models import Document
from mentoring.documents.payloads import Payload
from mentoring.matching.actions import announce_pairs
from mentoring.matching.actions.office import office_of
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.actions.drafting import accept_programs
from mentoring.programs.choices import ConsentKind, ConsentState
from mentoring.programs.models import Consent, Program
from mentoring.programs.papers.consents import paper_of
from mentoring.programs.papers.people import PaperPeople, paper_people
from mentoring.programs.papers.programs import program_paper
from mentoring.programs.papers.remarks import outdated_consents
from mentoring.programs.selectors.checks import mentees_of, needed_of, why_no_papers
from mentoring.programs.states import CONSENT, PROGRAM
from mentoring.programs.wording import names_of

TITLES = {
    ConsentKind.MENTOR: "Согласие наставника",
    ConsentKind.MENTEE: "Согласие наставляемого",
    ConsentKind.AGREEMENT: "Дополнительное соглашение",
    ConsentKind.PROGRAM: "Персонализированная программа",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """Papers ready to print, and pairs for which they could not be made with the first thing they lack."""

    documents: Sequence[Document]
    lacking: Sequence[tuple[Program, str]]


@command
def prepare_papers(*, organization: Organization, programs: Sequence[Program], today: date, by: Actor) -> Prepared:
    """Prepare every paper that still waits for a signature; the people of the pairs are told. Signed ones stay.

    Prepared again, the papers take over whatever has changed. Raises Refusal when nothing can be prepared.
    """
    require(access.can_lead(by, organization))
    stored = locked_whole(organization, programs)
    lacking = [(program, reason) for program in stored if (reason := why_no_papers(program))]
    unfit = {program.pk for program, _ in lacking}
    ready = [program for program in stored if program.pk not in unfit]
    if not ready:
        raise Refusal(lacking[0][1] if lacking else "Ни одна пара не отмечена. Отметьте пары и повторите.")
    office = office_of(organization)
    announce_pairs(mentorships=[program.mentorship for program in ready], today=today, by=office)
    people = paper_people(organization, ready, day=today)
    documents = [document for program in ready for document in _prepare(program, people, office)]
    for program in ready:
        record("programs.papers.prepared", subject=program, by=by)
    return Prepared(documents, lacking)


@command
def accept_and_prepare(*, organization: Organization, programs: Sequence[Program], today: date, by: Actor) -> Prepared:
    """Accept the drafts and prepare their papers by one decision of the leader."""
    done = accept_programs(organization=organization, programs=programs, by=by)
    if not done.accepted and done.lacking:
        raise Refusal(f"{names_of(done.lacking[0][0])}: {done.lacking[0][1]}")
    made = prepare_papers(organization=organization, programs=done.accepted, today=today, by=by)
    return Prepared(made.documents, [*done.lacking, *made.lacking])


@command
def replace_papers(*, program: Program, today: date, by: Actor) -> Program:
    """Let the signed papers of a pair go: they cease to act, everybody signs new ones. Raises WrongState."""
    [stored] = locked_whole(program.organization, [program])
    require(access.can_lead(by, stored.organization))
    PROGRAM.check(stored, "edit")
    office = office_of(stored.organization)
    for consent in stored.consents.select_for_update(of=("self",)).select_related("document"):
        if not CONSENT.can(consent, "replace"):
            continue
        CONSENT.move(consent, "replace")
        if consent.document is not None and consent.document.is_signed:
            end_document(document=consent.document, ended_on=today, by=office)
            consent.document = None
        consent.signed_on = consent.marked_at = None
        consent.save(update_fields=["state", "document", "signed_on", "marked_at"])
    record("programs.papers.replaced", subject=stored, by=by)
    return stored


@command
def remake_papers(*, organization: Organization, programs: Sequence[Program], today: date, by: Actor) -> list[Document]:
    """Make unsigned papers anew where names, positions or norms have changed since; those that changed."""
    require(access.can_lead(by, organization))
    stored = locked_whole(organization, programs)
    if not stored:
        raise Refusal("Документы уже составлены по нынешним данным. Обновите страницу.")
    people, office = paper_people(organization, stored, day=today), office_of(organization)
    made: dict[int, Document] = {}
    for program in stored:
        waits = [consent for consent in program.consents.all() if consent.is_awaited]
        for consent in outdated_consents(program, waits, people):
            document = _remake(program, consent, people, office)
            made[document.pk] = document
    return list(made.values())


@command
def make_program_paper(*, program: Program, today: date, by: Actor) -> Document:
    """The programme as a paper of its own with its present text; whoever edits or leads it may print it."""
    [stored] = locked_whole(program.organization, [program])
    require(access.can_print(by, stored))
    office = office_of(stored.organization)
    return write_program_paper(stored, paper_people(stored.organization, [stored], day=today), office)


def refresh_papers(program: Program, *, today: date) -> None:
    """Bring prepared and unsigned papers up to date after an edit; nothing is made that was not there."""
    [stored] = locked_whole(program.organization, [program])
    waiting = [consent for consent in stored.consents.all() if _waits_on_paper(consent)]
    if not waiting:
        return
    people = paper_people(stored.organization, [stored], day=today)
    office = office_of(stored.organization)
    for consent in waiting:
        _write_paper(stored, consent, people, office)


def locked_whole(organization: Organization, programs: Sequence[Program]) -> list[Program]:
    """The programmes of this organisation under locks, with everything that papers say of them."""
    keys = sorted({program.pk for program in programs})
    list(Program.objects.select_for_update().filter(organization=organization, pk__in=keys).order_by("pk"))
    rows = Program.objects.filter(organization=organization, pk__in=keys)
    found = list(rows.with_people().with_plan().with_consents().order_by("mentorship__mentor__person__search", "pk"))
    if len(found) != len(keys):
        raise Refusal("Одной из программ здесь нет: обновите страницу и отметьте пары ещё раз.")
    return found


def write_program_paper(program: Program, people: PaperPeople, office: Actor) -> Document:
    """The document of a programme; a signed one whose text has changed since gives way to a new one."""
    signers = [program.mentorship.mentor.person_id, *(person.pk for person in mentees_of(program))]
    paper = program_paper(program, people)
    names = ", ".join(person.short.nominative for person in people.mentees(program))
    title = f"Персонализированная программа — {people.mentor(program).short.nominative} и {names}"
    document = _up_to_date(program.paper, paper, signers, title=title, people=people, program=program, office=office)
    if document.pk != program.paper_id:
        program.paper = document
        program.save(update_fields=["paper"])
    return document


def _prepare(program: Program, people: PaperPeople, office: Actor) -> list[Document]:
    """Papers of one pair that wait for a hand, the programme among them even when both have agreed on the site."""
    stored = {(consent.person_id, consent.kind): consent for consent in program.consents.all()}
    documents: list[Document] = []
    needed_papers = needed_of(program)
    _drop_needless(stored, {(needed.person_id, str(needed.kind)) for needed in needed_papers}, office)
    for needed in needed_papers:
        consent = stored.get((needed.person_id, needed.kind)) or Consent.objects.create(
            organization=program.organization, program=program, person_id=needed.person_id, kind=needed.kind
        )
        if consent.state == ConsentState.PREPARED and consent.kind != ConsentKind.PROGRAM:
            documents.append(_write_paper(program, consent, people, office))
    document = write_program_paper(program, people, office)
    Consent.objects.filter(program=program, kind=ConsentKind.PROGRAM).update(document=document)
    if not document.is_signed:
        documents.append(document)
    return documents


def _drop_needless(
    stored: Mapping[tuple[int, str], Consent], needed: Collection[tuple[int, str]], office: Actor
) -> None:
    """Unsigned papers that are needed no longer: the terms have changed, or the side has agreed on the site."""
    for key, consent in stored.items():
        if key in needed or consent.state != ConsentState.PREPARED:
            continue
        document, own = consent.document, consent.kind != ConsentKind.PROGRAM
        consent.delete()
        if document is not None and own and not document.is_signed and document.state != DocumentState.CANCELLED:
            cancel_document(document=document, reason="", by=office)


def _write_paper(program: Program, consent: Consent, people: PaperPeople, office: Actor) -> Document:
    payload = paper_of(program, consent, people)
    title = f"{TITLES[ConsentKind(consent.kind)]} — {people.by_person[consent.person_id].short.nominative}"
    signers = [consent.person_id]
    document = _up_to_date(
        consent.document, payload, signers, title=title, people=people, program=program, office=office
    )
    if document.pk != consent.document_id:
        consent.document = document
        consent.save(update_fields=["document"])
    return document


def _remake(program: Program, consent: Consent, people: PaperPeople, office: Actor) -> Document:
    if consent.kind != ConsentKind.PROGRAM:
        return _write_paper(program, consent, people, office)
    document = write_program_paper(program, people, office)
    Consent.objects.filter(program=program, kind=ConsentKind.PROGRAM).update(document=document)
    return document


def _up_to_date(
    document: Document | None,
    payload: Payload,
    signer_ids: Sequence[int],
    *,
    title: str,
    people: PaperPeople,
    program: Program,
    office: Actor,
) -> Document:
    """The same document when nothing has changed, the same with new texts while unsigned, else a new one."""
    parties = [PartyLine(person_id, PartyRole.SIGNER) for person_id in signer_ids]
    if document is not None and document.state != DocumentState.CANCELLED:
        if document.payload == payload.as_json():
            return document
        if not document.is_signed:
            return redraft_document(
                document=document, payload=payload, parties=parties, title=title, today=people.day, by=office
            )
    return draft_document(
        payload=payload,
        organization=program.organization,
        parties=parties,
        title=title,
        today=people.day,
        by=office,
    )


def _waits_on_paper(consent: Consent) -> bool:
    is_waiting = consent.state == ConsentState.PREPARED and consent.document is not None
    return is_waiting and consent.kind != ConsentKind.PROGRAM
