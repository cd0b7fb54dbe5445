"""Paper stays law: a person writes down the number, the day of the signature, the scan; reactions follow at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.dates import PAPER
from mentoring.core.errors import Refusal, Stale, WrongState
from mentoring.core.wording import clean_spaces, long_date
from mentoring.documents import access
from mentoring.documents.actions.drafting import locked, locked_all
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.kinds import kind_of
from mentoring.documents.models import Document, DocumentParty, File
from mentoring.documents.reactions import datings, reactions
from mentoring.documents.states import DOCUMENT


class NumberMissing(Refusal):
    """An order cannot be signed before a person has given it a number and a date."""

    status = 409

    def __init__(self, title: str) -> None:
        super().__init__(f"У документа «{title}» нет номера и даты: впишите их и отметьте подпись ещё раз.")


@command
def register_document(*, document: Document, number: str, dated_on: date, version: int, by: Actor) -> Document:
    """Give the paper the number and the date that a person chose; raises Stale, or a Refusal for a taken number."""
    document = locked(document)
    require(access.can_keep_papers(by, document.organization))
    if document.version != version:
        raise Stale("Пока вы вписывали номер, документ изменили. Сравните и впишите номер ещё раз.")
    if not kind_of(document.kind).is_numbered:
        raise Refusal("Документам этого вида номер не присваивают: отметьте только дату подписи.")
    if document.state == DocumentState.CANCELLED:
        raise WrongState("Документ отменён: номер ему не нужен. Обновите страницу.")
    document.number = clean_spaces(number).removeprefix("№").strip()
    if not document.number:
        raise Refusal("Номер пустой: впишите его так, как он стоит в журнале.")
    document.dated_on, document.year = dated_on, dated_on.year
    _check_days(document)
    document.version += 1
    document.save(update_fields=["number", "dated_on", "year", "version"])
    record("documents.document.registered", subject=document, by=by)
    return document


@command
def sign_documents(
    *, documents: Collection[Document], signed_on: date, today: date, scan: File | None = None, by: Actor
) -> list[Document]:
    """Mark the papers signed by hand on a day, one scan for all; what each signature starts runs in this transaction.

    Raises NumberMissing, WrongState, or whatever a reaction refuses; then none of the papers is marked.
    """
    check_day(signed_on, today)
    signed = []
    for document in locked_all(documents):
        require(access.can_keep_papers(by, document.organization))
        _check_scan(document, scan)
        if kind_of(document.kind).is_numbered and not document.number:
            raise NumberMissing(document.title)
        DOCUMENT.move(document, "sign")
        document.signed_on, document.signed_marked_at = signed_on, clock.now()
        _check_days(document)
        document.scan = scan or document.scan
        document.version += 1
        document.save(update_fields=["state", "signed_on", "signed_marked_at", "scan", "version"])
        DocumentParty.objects.filter(document=document, role=PartyRole.SIGNER).update(signed_on=signed_on)
        record("documents.document.signed", subject=document, by=by)
        reaction = reactions.get(document.kind)
        if reaction is not None:
            reaction(document, by, today)
        signed.append(document)
    return signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """Number and date that a person gives a paper, with the version of the page on which she typed them."""

    number: str
    dated_on: date
    version: int


@command
def register_and_sign(
    *, document: Document, registration: Registration, signed_on: date, today: date, scan: File | None, by: Actor
) -> Document:
    """Give the number and mark the signature at once: both or neither."""
    registered = register_document(
        document=document,
        number=registration.number,
        dated_on=registration.dated_on,
        version=registration.version,
        by=by,
    )
    return sign_documents(documents=[registered], signed_on=signed_on, today=today, scan=scan, by=by)[0]


@command
def attach_scan(*, documents: Collection[Document], scan: File, by: Actor) -> list[Document]:
    """Put the scan to papers that are signed already; raises WrongState for an unsigned one."""
    papers = locked_all(documents)
    for document in papers:
        require(access.can_keep_papers(by, document.organization))
        _check_scan(document, scan)
        if not document.is_signed:
            raise WrongState("Скан прикладывают к подписанному документу: сначала отметьте подпись.")
        document.scan = scan
        document.version += 1
        document.save(update_fields=["scan", "version"])
        record("documents.document.scanned", subject=document, by=by)
    return papers


@command
def mark_acquainted(
    *, document: Document, person_ids: Collection[int], signed_on: date, today: date, by: Actor
) -> Document:
    """Write down on which day the people signed the sheet of acquaintance."""
    document = locked(document)
    require(access.can_keep_papers(by, document.organization))
    check_day(signed_on, today)
    if not document.is_signed:
        raise WrongState("Знакомят с подписанным документом: сначала отметьте подпись руководителя.")
    _check_told(document, signed_on)
    lines = document.parties.filter(role=PartyRole.ACQUAINTED, person_id__in=person_ids, signed_on=None)
    if lines.update(signed_on=signed_on):
        record("documents.document.acquainted", subject=document, by=by)
    return document


def check_day(day: date, today: date) -> None:
    """Refuse a day of signature that cannot be."""
    if day > today:
        raise Refusal("Дата подписи ещё не наступила: укажите день, который стоит на бумаге.")
    if fault := PAPER.fault(day, today=today):
        raise Refusal(f"Дата подписи слишком давняя. {fault}")


def _check_days(document: Document) -> None:
    """Ask the owner of the kind whether such days may stand on it; no paper is signed before its own date."""
    check = datings.get(document.kind)
    if check is not None:
        check(document)
    if document.dated_on and document.signed_on and document.signed_on < document.dated_on:
        raise Refusal(
            f"Дата подписи {long_date(document.signed_on)} раньше даты, которая стоит на документе "
            f"({long_date(document.dated_on)}): исправьте ту из них, что не сходится с бумагой."
        )


def _check_told(document: Document, day: date) -> None:
    """Refuse acquaintance with a paper that was not there yet."""
    since = max((known for known in (document.dated_on, document.signed_on) if known is not None), default=day)
    if day < since:
        raise Refusal(
            f"Дата ознакомления {long_date(day)} раньше самого документа ({long_date(since)}): "
            "укажите этот день или более поздний."
        )


def _check_scan(document: Document, scan: File | None) -> None:
    if scan is not None and scan.organization_id != document.organization_id:
        raise Refusal("Этот скан загружен для другой организации: загрузите его ещё раз на этой странице.")
