"""The order on pairs: drafted for all that are ready, drafted anew, signed, revoked (R-4.1.1a).

Its payload is frozen when it is drafted; what a signature starts happens in the same transaction.
"""

from collections.abc import Sequence
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.core.wording import counted, sentence
from mentoring.documents.actions import PartyLine, draft_document, redraft_document, sign_documents
from mentoring.documents.choices import PartyRole
from mentoring.documents.models import Document
from mentoring.documents.states import DOCUMENT
from mentoring.matching.actions import recall_pair
from mentoring.matching.actions.office import office_of
from mentoring.organizations.models import Organization
from mentoring.programs import access, notifications
from mentoring.programs.actions.papers import locked_whole, write_program_paper
from mentoring.programs.actions.turns import start_due
from mentoring.programs.choices import UNDER_ORDER, OrderKind, ProgramState
from mentoring.programs.models import OrderLine, Program
from mentoring.programs.papers.orders import acts_in_force, order_of_pairs
from mentoring.programs.papers.people import PaperPeople, paper_people
from mentoring.programs.selectors.checks import missing_for_order
from mentoring.programs.states import PROGRAM
from mentoring.programs.wording import names_of

CHANGED_SINCE = (
    "С тех пор как приказ составлен, состав готовых пар изменился. "
    "Откройте «Путь к приказу» и нажмите «Составить заново»."
)
NOBODY_READY = "Ни одна пара ещё не готова к приказу. На странице «Путь к приказу» видно, чего не хватает и от кого."


@command
def draft_pair_order(*, organization: Organization, programs: Sequence[Program], today: date, by: Actor) -> Document:
    """Draft one order that fixes many pairs and approves their programmes. Raises Refusal for an unready one."""
    require(access.can_lead(by, organization))
    stored = locked_whole(organization, programs)
    if not stored:
        raise Refusal(NOBODY_READY)
    for program in stored:
        _check_ready(program)
    people = paper_people(organization, stored, day=today)
    document = draft_document(
        payload=order_of_pairs(stored, people, acts=acts_in_force(organization, today)),
        organization=organization,
        parties=parties_of(stored, people),
        title=_title(stored),
        today=today,
        by=by,
    )
    _put_into(document, stored, by)
    record("programs.order.drafted", subject=document, by=by)
    return document


@command
def redraft_pair_order(*, document: Document, more: Sequence[Program] = (), today: date, by: Actor) -> Document:
    """Draft an unsigned order anew: corrected names, no pairs that are ready no longer, newly ready ones.

    Raises Refusal when no pair is left.
    """
    organization = document.organization
    require(access.can_lead(by, organization))
    DOCUMENT.check(document, "redraft")
    lines = OrderLine.objects.select_for_update().filter(document=document, kind=OrderKind.START)
    inside = list(Program.objects.filter(order_lines__in=lines.filter(is_live=True)))
    stored = locked_whole(organization, [*inside, *more])
    kept = [program for program in stored if not missing_for_order(program)]
    for program in stored:
        if program not in kept and program.state == ProgramState.ORDERED:
            _release(program, by)
    if not kept:
        raise Refusal("В приказе не осталось ни одной готовой пары. Отмените проект и составьте новый приказ позже.")
    lines.delete()
    people = paper_people(organization, kept, day=today)
    redrafted = redraft_document(
        document=document,
        payload=order_of_pairs(kept, people, acts=acts_in_force(organization, today)),
        parties=parties_of(kept, people),
        title=_title(kept),
        today=today,
        by=by,
    )
    _put_into(redrafted, kept, by)
    record("programs.order.redrafted", subject=redrafted, by=by)
    return redrafted


def on_order_signed(document: Document, by: Actor, today: date) -> None:
    """What the signature on the order does: programmes are approved; those whose first day has come begin."""
    lines = list(document.order_lines.filter(kind=OrderKind.START).order_by("position", "pk"))
    if not lines or not all(line.is_live for line in lines):
        raise WrongState(CHANGED_SINCE)
    programs = locked_whole(document.organization, list(Program.objects.filter(order_lines__in=lines)))
    if any(missing_for_order(program) for program in programs):
        raise WrongState(CHANGED_SINCE)
    signed_on = document.signed_on or date.min
    people = paper_people(document.organization, programs, day=signed_on)
    for program in programs:
        PROGRAM.move(program, "approve")
        program.version += 1
        program.save(update_fields=["state", "version"])
        record("programs.program.approved", subject=program, by=by)
        if program.starts_on > today:
            notifications.approved(program)
    _approve_papers(programs, people, signed_on, by)
    start_due(programs, today=today, by=by)


def on_order_cancelled(document: Document, by: Actor) -> None:
    """What cancelling undoes: a draft lets its pairs go, a revoked order sends them back before the order."""
    lines = document.order_lines.select_for_update().filter(kind=OrderKind.START, is_live=True)
    programs = locked_whole(document.organization, list(Program.objects.filter(order_lines__in=lines)))
    for program in programs:
        if program.state == ProgramState.ORDERED:
            _release(program, by)
        elif program.state in UNDER_ORDER:
            _recall(program, by)
    lines.update(is_live=False)


def parties_of(programs: Sequence[Program], people: PaperPeople) -> list[PartyLine]:
    """The head signs; everyone named and the curator read the order against signature."""
    told = [PartyLine(person_id, PartyRole.ACQUAINTED) for person_id in people.told_of(programs)]
    return [PartyLine(people.head_id, PartyRole.SIGNER), *told]


def _check_ready(program: Program) -> None:
    PROGRAM.check(program, "edit")  # neither in another order nor running
    if missing := missing_for_order(program):
        raise Refusal(sentence(f"{names_of(program)}: пара ещё не готова к приказу. Не хватает: {missing[0]}"))


def _put_into(document: Document, programs: Sequence[Program], by: Actor) -> None:
    for position, program in enumerate(programs, start=1):
        if program.state != ProgramState.ORDERED:
            PROGRAM.move(program, "order")
            program.save(update_fields=["state"])
            record("programs.program.ordered", subject=program, by=by)
        OrderLine.objects.create(document=document, program=program, kind=OrderKind.START, position=position)


def _release(program: Program, by: Actor) -> None:
    PROGRAM.move(program, "release")
    program.save(update_fields=["state"])
    record("programs.program.released", subject=program, by=by)


def _recall(program: Program, by: Actor) -> None:
    has_begun = program.state == ProgramState.RUNNING
    PROGRAM.move(program, "recall")
    program.started_on = None
    program.version += 1
    program.save(update_fields=["state", "started_on", "version"])
    if has_begun:
        recall_pair(mentorship=program.mentorship, by=by)
    record("programs.program.recalled", subject=program, by=by)
    notifications.recalled(program)


def _approve_papers(programs: Sequence[Program], people: PaperPeople, signed_on: date, by: Actor) -> None:
    """The order approves the programmes: their papers act from the same day."""
    office = office_of(programs[0].organization)
    papers = [write_program_paper(program, people, office) for program in programs]
    waiting = [paper for paper in papers if not paper.is_signed]
    sign_documents(documents=waiting, signed_on=signed_on, today=signed_on, by=by)


def _title(programs: Sequence[Program]) -> str:
    if len(programs) == 1:
        return f"О закреплении наставнической пары — {names_of(programs[0])}"
    return f"О закреплении наставнических пар ({counted(len(programs), 'пара', 'пары', 'пар')})"
