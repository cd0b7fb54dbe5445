"""An early end: notice, the earliest day, the order that stops the pair (ТК РФ, ст. 351.8). Nobody is to blame."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.documents.actions import PartyLine, cancel_document, draft_document, redraft_document
from mentoring.documents.choices import PartyRole
from mentoring.documents.models import Document
from mentoring.documents.payloads.statements import (
    TerminationNotice,
    employer_cancellation,
    mentee_refusal,
    mentor_refusal,
)
from mentoring.documents.states import DOCUMENT
from mentoring.matching.actions.office import office_of
from mentoring.organizations.models import Organization
from mentoring.programs import access, notifications
from mentoring.programs.actions.common import locked, side_of
from mentoring.programs.actions.orders import parties_of
from mentoring.programs.actions.papers import locked_whole
from mentoring.programs.actions.turns import stop_due
from mentoring.programs.choices import EndInitiator, OrderKind, ProgramState
from mentoring.programs.models import EarlyEnd, OrderLine, Program
from mentoring.programs.papers.orders import order_of_ends
from mentoring.programs.papers.people import PaperPeople, paper_people
from mentoring.programs.rules.notice import earliest_end, end_fault
from mentoring.programs.rules.term import Term
from mentoring.programs.selectors.checks import mentees_of
from mentoring.programs.states import PROGRAM
from mentoring.programs.wording import names_of
from mentoring.reference.books import calendar

ALREADY = "Уведомление по этой паре уже записано. Откройте программу, чтобы увидеть дату."


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is told: who ends it, when it was handed over, from which day; the reason is nobody's business."""

    initiator: str
    given_on: date
    ends_on: date
    seeks_new: bool = True


@command
def give_notice(*, program: Program, notice: Notice, today: date, by: Actor) -> EarlyEnd:
    """Write the notice down and prepare its paper. Raises Refusal for a day before three working days have passed."""
    [stored] = locked_whole(program.organization, [program])
    require(access.can_end(by, stored))
    _check_initiator(stored, notice, by)
    PROGRAM.check(stored, "notice")
    if notice.given_on > today:
        raise Refusal("Дата уведомления ещё не наступила: укажите день, когда его вручили.")
    if EarlyEnd.objects.filter(program=stored).exists():
        raise WrongState(ALREADY)
    earliest = earliest_end(
        notice.given_on, initiator=notice.initiator, calendar=calendar(), week=stored.organization.week_days
    )
    if fault := end_fault(notice.ends_on, earliest_on=earliest, term=Term(stored.starts_on, stored.ends_on)):
        raise Refusal(fault)
    end = EarlyEnd.objects.create(
        organization=stored.organization,
        program=stored,
        initiator=notice.initiator,
        given_on=notice.given_on,
        earliest_on=earliest,
        ends_on=notice.ends_on,
        seeks_new=notice.seeks_new,
        document=_notice_paper(stored, notice, today, by),
    )
    record("programs.end.noticed", subject=stored, by=by)
    notifications.end_noticed(end, by_person_id=by.person_id)
    return end


@command
def take_notice_back(*, end: EarlyEnd, by: Actor) -> None:
    """The side has changed its mind before the order: nothing ends. Raises WrongState when the order is drafted."""
    program = locked(end.program)
    stored = EarlyEnd.objects.select_for_update(of=("self",)).select_related("document").get(pk=end.pk)
    require(access.can_take_back(by, program, stored))
    if OrderLine.objects.filter(program=program, kind=OrderKind.END, is_live=True).exists():
        raise WrongState("Приказ о прекращении уже составлен. Сначала отмените его проект.")
    document = stored.document
    stored.delete()
    if document is not None and not document.is_signed:
        cancel_document(document=document, reason="", by=office_of(program.organization))
    record("programs.end.taken_back", subject=program, by=by)


@command
def draft_end_order(*, organization: Organization, ends: Sequence[EarlyEnd], today: date, by: Actor) -> Document:
    """Draft one order that ends many pairs."""
    require(access.can_lead(by, organization))
    stored = _locked_ends(organization, ends)
    if not stored:
        raise Refusal("Ни одно уведомление не отмечено. Отметьте пары, которые прекращаются, и повторите.")
    people = paper_people(organization, [end.program for end in stored], day=today)
    document = draft_document(
        payload=order_of_ends(organization, stored, people, day=today),
        organization=organization,
        parties=parties_of([end.program for end in stored], people),
        title=_title(stored),
        today=today,
        by=by,
    )
    for position, end in enumerate(stored, start=1):
        OrderLine.objects.create(document=document, program=end.program, kind=OrderKind.END, position=position)
    record("programs.order.drafted", subject=document, by=by)
    return document


@command
def redraft_end_order(*, document: Document, today: date, by: Actor) -> Document:
    """Draft an unsigned order on the end anew, with corrected names and norms of today."""
    require(access.can_lead(by, document.organization))
    DOCUMENT.check(document, "redraft")
    lines = document.order_lines.filter(kind=OrderKind.END, is_live=True)
    stored = _locked_ends(document.organization, list(EarlyEnd.objects.filter(program__order_lines__in=lines)))
    if not stored:
        raise Refusal("В приказе не осталось ни одной пары. Отмените проект.")
    people = paper_people(document.organization, [end.program for end in stored], day=today)
    redrafted = redraft_document(
        document=document,
        payload=order_of_ends(document.organization, stored, people, day=today),
        parties=parties_of([end.program for end in stored], people),
        title=_title(stored),
        today=today,
        by=by,
    )
    record("programs.order.redrafted", subject=redrafted, by=by)
    return redrafted


def on_end_order_signed(document: Document, by: Actor, today: date) -> None:
    """What the signature on the order on the end does: pairs stop on the day that stands in it, not before."""
    lines = document.order_lines.filter(kind=OrderKind.END, is_live=True)
    ends = _locked_ends(document.organization, list(EarlyEnd.objects.filter(program__order_lines__in=lines)))
    if not ends or len(ends) != lines.count():
        raise WrongState("С тех пор как приказ составлен, уведомление сняли. Составьте приказ заново.")
    for end in ends:
        _check_noticed(end)
        PROGRAM.check(end.program, "notice")
        record("programs.end.ordered", subject=end.program, by=by)
        if end.ends_on > today:
            notifications.end_ordered(end)
    stop_due(ends, today=today, by=by)


def on_end_order_cancelled(document: Document, by: Actor) -> None:
    """A draft, and a signed order before its day, let the pairs go on; later the places may be taken."""
    lines = document.order_lines.select_for_update().filter(kind=OrderKind.END, is_live=True)
    if Program.objects.filter(order_lines__in=lines, state=ProgramState.STOPPED).exists():
        raise Refusal("Пары по этому приказу уже прекращены, места у наставников свободны. Составьте новую пару.")
    lines.update(is_live=False)


def _check_noticed(end: EarlyEnd) -> None:
    """The employer's own notice must have left his hands: an order cites no draft (ТК РФ, ст. 351.8)."""
    own = end.document if end.initiator == EndInitiator.EMPLOYER else None
    if own is not None and not own.is_signed:
        raise WrongState(
            f"{names_of(end.program)}: уведомление работодателя, на которое ссылается приказ, ещё не подписано. "
            "Откройте его со страницы программы, отметьте подпись, затем подпишите приказ."
        )


def _check_initiator(program: Program, notice: Notice, by: Actor) -> None:
    """A side speaks for itself; the leaders write down what was handed to them on paper."""
    if access.can_lead(by, program.organization):
        return
    if notice.initiator != side_of(by, program):  # the sides are named alike
        raise Refusal("За себя вы можете записать только собственное уведомление. Выберите его и повторите.")


def _notice_paper(program: Program, notice: Notice, today: date, by: Actor) -> Document | None:
    people = paper_people(program.organization, [program], day=today)
    mentees = mentees_of(program)
    leaving = next((person for person in mentees if by.is_person(person.pk)), mentees[0])
    payload = _notice_payload(program, notice, people, leaving.pk)
    if payload is None:
        return None
    signers = {
        EndInitiator.MENTOR: [program.mentorship.mentor.person_id],
        EndInitiator.MENTEE: [leaving.pk],
        EndInitiator.EMPLOYER: [people.head_id],
    }[EndInitiator(notice.initiator)]
    return draft_document(
        payload=payload,
        organization=program.organization,
        parties=[PartyLine(person_id, PartyRole.SIGNER) for person_id in signers],
        title=f"Уведомление о прекращении — {names_of(program)}",
        today=today,
        by=office_of(program.organization),
    )


def _notice_payload(program: Program, notice: Notice, people: PaperPeople, leaving_id: int) -> TerminationNotice | None:
    mentor, mentees = people.mentor(program), people.mentees(program)
    if notice.initiator == EndInitiator.MENTOR:
        return mentor_refusal(people.employer, mentor=mentor, mentees=mentees, since=notice.ends_on)
    if notice.initiator == EndInitiator.MENTEE:
        return mentee_refusal(people.employer, mentee=people.by_person[leaving_id], mentor=mentor, since=notice.ends_on)
    if notice.initiator == EndInitiator.EMPLOYER:
        return employer_cancellation(people.employer, mentor=mentor, mentees=mentees, since=notice.ends_on)
    return None


def _locked_ends(organization: Organization, ends: Sequence[EarlyEnd]) -> list[EarlyEnd]:
    keys = [end.pk for end in ends]
    rows = EarlyEnd.objects.select_for_update(of=("self",)).filter(organization=organization, pk__in=keys)
    found = {end.program_id: end for end in rows.order_by("pk")}
    programs = locked_whole(organization, list(Program.objects.filter(pk__in=found)))
    for program in programs:
        found[program.pk].program = program
    return [found[program.pk] for program in programs]


def _title(ends: Sequence[EarlyEnd]) -> str:
    if len(ends) == 1:
        return f"О прекращении наставничества — {names_of(ends[0].program)}"
    return "О прекращении наставничества"
