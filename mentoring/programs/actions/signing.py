"""Signatures on paper, marked for many people at once; a refusal cancels its pair quietly (R-2.2; ТК РФ, ст. 351.8)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.documents.actions import check_day, register_document, sign_documents
from mentoring.documents.models import Document, File
from mentoring.matching.actions.office import office_of
from mentoring.matching.actions.readiness import say_ready
from mentoring.matching.choices import Side
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.actions.agreement import agree_for
from mentoring.programs.actions.common import locked
from mentoring.programs.actions.dating import check_made
from mentoring.programs.choices import UNDER_ORDER, ConsentKind, ConsentState, ProgramState
from mentoring.programs.models import Consent, ConsentQuerySet
from mentoring.programs.selectors.checks import faults_of
from mentoring.programs.states import CONSENT
from mentoring.programs.wording import names_of

SIDE_OF: Final = {ConsentKind.MENTOR: Side.MENTOR, ConsentKind.MENTEE: Side.MENTEE}
NUMBER: Final = re.compile(r"(\d+)(.*)", re.DOTALL)


@command
def mark_signed(
    *,
    organization: Organization,
    consents: Sequence[Consent],
    signed_on: date,
    first_number: str = "",
    scan: File | None = None,
    today: date,
    by: Actor,
) -> list[Consent]:
    """Mark papers signed on one day with one scan; agreements are numbered one after another from the first number.

    Marks that stand already stay. Raises Refusal for a day to come, a missing number, a paper not yet made.
    """
    require(access.can_mark_consents(by, organization))
    check_day(signed_on, today)
    waiting = _waiting(organization, consents)
    if not waiting:
        raise WrongState("Эти подписи уже отмечены. Обновите страницу, чтобы увидеть, чего ещё не хватает.")
    _number_agreements(waiting, first_number, signed_on, by)
    papers = {consent.document for consent in waiting if consent.kind != ConsentKind.PROGRAM and consent.document}
    ordered = sorted(papers, key=lambda document: document.pk)
    sign_documents(documents=ordered, signed_on=signed_on, today=today, scan=scan, by=by)
    for consent in waiting:
        if consent.kind == ConsentKind.PROGRAM:
            _sign_program(consent, signed_on, by=by)
    return waiting


def on_consent_signed(document: Document, by: Actor, today: date) -> None:
    """What the signature on a consent or an agreement starts: it is given, and an earlier «сейчас нет» is over."""
    for consent in _of_document(document).exclude(kind=ConsentKind.PROGRAM):
        _give(consent, document.signed_on, by=by)
        if consent.kind in SIDE_OF:
            side = SIDE_OF[ConsentKind(consent.kind)]
            organization = consent.organization
            say_ready(organization=organization, person=consent.person, side=side, today=today, by=by)


def on_program_signed(document: Document, by: Actor, today: date) -> None:
    """What the signatures on a programme start: both sides have agreed to it, unless an order approves it just now."""
    for consent in _of_document(document).filter(kind=ConsentKind.PROGRAM, state=ConsentState.PREPARED):
        if consent.program.state == ProgramState.DRAFT:
            _agree_on_paper(consent, document.signed_on, by=by)


def on_consent_cancelled(document: Document, by: Actor) -> None:
    """What the cancelling of a consent undoes: it waits for another paper, unless the order stands on it."""
    kept = _of_document(document).exclude(kind=ConsentKind.PROGRAM)
    for consent in kept.exclude(program__state=ProgramState.CANCELLED):
        if consent.program.state in (ProgramState.ORDERED, *UNDER_ORDER):
            raise Refusal(
                f"{names_of(consent.program)}: на этом документе стоит приказ. "
                "Сначала отмените приказ или прекратите пару."
            )
        if CONSENT.can(consent, "replace"):
            CONSENT.move(consent, "replace")
            consent.document = consent.signed_on = consent.marked_at = None
            consent.save(update_fields=["state", "document", "signed_on", "marked_at"])


def _waiting(organization: Organization, consents: Sequence[Consent]) -> list[Consent]:
    keys = sorted({consent.pk for consent in consents})
    rows = Consent.objects.select_for_update(of=("self",)).select_related("document", "person", "program")
    found = rows.filter(organization=organization, pk__in=keys).exclude(program__state=ProgramState.CANCELLED)
    waiting = [consent for consent in found.order_by("person__search", "pk") if consent.state != ConsentState.SIGNED]
    for consent in waiting:
        CONSENT.check(consent, "sign")
        if consent.document is None:
            raise Refusal(f"{consent.person}: документ ещё не подготовлен. Подготовьте документы и отметьте подпись.")
    return waiting


def _number_agreements(waiting: Sequence[Consent], first_number: str, dated_on: date, by: Actor) -> None:
    agreements = [consent.document for consent in waiting if consent.kind == ConsentKind.AGREEMENT]
    unnumbered = [document for document in agreements if document is not None and not document.number]
    if not unnumbered:
        return
    match = NUMBER.fullmatch(first_number.strip().removeprefix("№").strip())
    if match is None:
        raise Refusal("Впишите номер первого дополнительного соглашения: следующие получат номера подряд.")
    for place, document in enumerate(unnumbered):
        number = f"{int(match[1]) + place}{match[2]}"
        registered = register_document(
            document=document, number=number, dated_on=dated_on, version=document.version, by=by
        )
        document.version = registered.version


def _sign_program(consent: Consent, signed_on: date, *, by: Actor) -> None:
    consent.refresh_from_db(fields=["state"])
    if consent.state == ConsentState.PREPARED:
        _agree_on_paper(consent, signed_on, by=by)


def _agree_on_paper(consent: Consent, signed_on: date | None, *, by: Actor) -> None:
    """A signature on the programme is agreement to the whole of it."""
    if consent.document is not None and signed_on is not None:
        check_made(consent.document, signed_on)
    program = locked(consent.program)
    if found := faults_of(program):
        raise Refusal(f"{names_of(program)}: {found[0]}")
    _give(consent, signed_on, by=by)
    if program.state == ProgramState.DRAFT:
        agree_for(program, person=consent.person, by=office_of(program.organization))


def _give(consent: Consent, signed_on: date | None, *, by: Actor) -> None:
    CONSENT.move(consent, "sign")
    consent.signed_on, consent.marked_at = signed_on, clock.now()
    consent.save(update_fields=["state", "signed_on", "marked_at"])
    record("programs.consent.signed", subject=consent, by=by, fields=[consent.kind])


def _of_document(document: Document) -> ConsentQuerySet:
    rows = Consent.objects.select_for_update(of=("self",)).select_related("person", "program", "organization")
    return rows.filter(document=document)
