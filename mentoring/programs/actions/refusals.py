"""«Не дано» and withdrawal: no reason, a quiet cancelling, only the restricted journal knows (R-2.2)."""

from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import WrongState
from mentoring.documents.actions import cancel_document
from mentoring.documents.choices import DocumentState
from mentoring.matching.actions import cancel_pair
from mentoring.matching.actions.office import office_of
from mentoring.matching.actions.readiness import refuse_pair
from mentoring.matching.choices import Channel
from mentoring.matching.models import Mentorship
from mentoring.people.models import Person
from mentoring.programs import access
from mentoring.programs.actions.common import locked, side_of
from mentoring.programs.choices import UNDER_ORDER, ConsentKind, ConsentState, ProgramState, Side
from mentoring.programs.models import Consent, OrderLine, Program
from mentoring.programs.states import CONSENT, PROGRAM

BEFORE_ORDER = (ProgramState.DRAFT, ProgramState.AGREED, ProgramState.ORDERED)
TOO_LATE = "Приказ уже подписан. Чтобы прекратить участие, откройте программу и нажмите «Прекратить досрочно»."
KIND_OF = {Side.MENTOR: ConsentKind.MENTOR, Side.MENTEE: ConsentKind.MENTEE}


@command
def decline_consent(*, consent: Consent, today: date, by: Actor) -> None:
    """Mark «не дано» for a person who did not sign; what was signed already counts as withdrawn."""
    stored = Consent.objects.select_related("organization", "program").get(pk=consent.pk)
    require(access.can_mark_consents(by, stored.organization))
    _say_no(stored.program, person=stored.person, kind=stored.kind, today=today, by=by)


@command
def step_out(*, program: Program, today: date, by: Actor) -> None:
    """Say no for oneself before the order, signed or not, without a reason."""
    stored = locked(program)
    require(access.can_step_out(by, stored))
    kind = KIND_OF[Side(side_of(by, stored))]
    _say_no(stored, person=Person.objects.get(pk__in=by.own_ids), kind=kind, today=today, by=by)


def cancel_program(mentorship: Mentorship, by: Actor, today: date) -> None:
    """What a cancelled pair takes along, in its transaction: the programme, its papers, its line in a draft order."""
    for program in Program.objects.select_for_update(of=("self",)).live().filter(mentorship=mentorship):
        if program.state in UNDER_ORDER:
            raise WrongState(TOO_LATE)
        PROGRAM.move(program, "cancel")
        program.ended_on = today
        program.save(update_fields=["state", "ended_on"])
        OrderLine.objects.filter(program=program, is_live=True).update(is_live=False)
        record("programs.program.cancelled", subject=program, by=by)
        _cancel_papers(program)


def _say_no(program: Program, *, person: Person, kind: str, today: date, by: Actor) -> None:
    stored = locked(program)
    if stored.state not in BEFORE_ORDER:
        raise WrongState(TOO_LATE)
    consent, _ = Consent.objects.get_or_create(
        program=stored, person=person, kind=kind, defaults={"organization": stored.organization}
    )
    verb = "withdraw" if consent.state == ConsentState.SIGNED else "decline"
    CONSENT.move(consent, verb)
    consent.marked_at = clock.now()
    consent.save(update_fields=["state", "marked_at"])
    event = "programs.consent.withdrawn" if verb == "withdraw" else "programs.consent.declined"
    record(event, subject=consent, by=by, restricted=True)
    pair = cancel_pair(mentorship=stored.mentorship, today=today, by=office_of(stored.organization))
    channel = Channel.SITE if by.is_person(person.pk) else Channel.TALK
    refuse_pair(pair, person=person, channel=channel, by=by)


def _cancel_papers(program: Program) -> None:
    """All papers of the pair go the same way, signed or not, so that none of them tells who said no."""
    office = office_of(program.organization)
    papers = {consent.document for consent in program.consents.select_related("document")} | {program.paper}
    for document in sorted((paper for paper in papers if paper is not None), key=lambda paper: paper.pk):
        if document.state != DocumentState.CANCELLED:
            cancel_document(document=document, reason="Пара не состоялась.", by=office)
