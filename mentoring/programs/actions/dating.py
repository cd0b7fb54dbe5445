"""Days of papers are checked when a number and a date, or a signature, are written down."""

from datetime import date

from mentoring.core.errors import Refusal
from mentoring.documents.models import Document
from mentoring.programs.choices import ConsentState, OrderKind
from mentoring.programs.models import Consent, EarlyEnd
from mentoring.programs.rules.dating import Ground, made_fault, order_fault
from mentoring.ui.words import initials


def check_paper(document: Document) -> None:
    """Refuse a day before the paper was made."""
    for day in _days(document):
        check_made(document, day)


def check_pair_order(document: Document) -> None:
    """Refuse a day before the order was made, and before the consents that it rests on."""
    check_paper(document)
    rows = Consent.objects.filter(
        program__order_lines__document=document,
        program__order_lines__kind=OrderKind.START,
        program__order_lines__is_live=True,
        state=ConsentState.SIGNED,
    )
    latest = rows.select_related("person").order_by("-signed_on", "pk").first()
    if latest is not None and latest.signed_on is not None:
        words = f"{latest.get_kind_display()}, {initials(latest.person)}"
        _check_order(document, Ground(words, latest.signed_on))


def check_end_order(document: Document) -> None:
    """Refuse a day before the order was made, and before the notices that it rests on."""
    check_paper(document)
    lines = document.order_lines.filter(kind=OrderKind.END, is_live=True)
    latest = EarlyEnd.objects.filter(program__order_lines__in=lines).order_by("-given_on", "pk").first()
    if latest is not None:
        _check_order(document, Ground("уведомление о прекращении", latest.given_on))


def check_made(document: Document, day: date) -> None:
    """Refuse a day before the paper was made."""
    if fault := made_fault(document.title, day, made_on=document.made_on):
        raise Refusal(fault)


def _check_order(document: Document, ground: Ground) -> None:
    for day in _days(document):
        if fault := order_fault(day, [ground]):
            raise Refusal(fault)


def _days(document: Document) -> list[date]:
    return [day for day in (document.dated_on, document.signed_on) if day is not None]
