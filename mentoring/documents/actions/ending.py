"""Cancel a paper, and write down the day on which it ceased to act."""

from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.core.wording import clean_spaces
from mentoring.documents import access
from mentoring.documents.actions.drafting import locked
from mentoring.documents.models import Document
from mentoring.documents.reactions import revocations
from mentoring.documents.states import DOCUMENT

REASON_LENGTH = 300


@command
def cancel_document(*, document: Document, reason: str, by: Actor) -> Document:
    """Cancel a draft, or revoke a signed paper with a reason; the number of a cancelled paper becomes free."""
    document = locked(document)
    require(access.can_cancel(by, document))
    reason = clean_spaces(reason)[:REASON_LENGTH]
    if document.is_signed and not reason:
        raise Refusal("Подписанный документ отменяют с причиной: напишите её одной фразой.")
    DOCUMENT.move(document, "revoke" if document.is_signed else "cancel")
    document.cancel_reason = reason
    document.version += 1
    document.save(update_fields=["state", "cancel_reason", "version"])
    record("documents.document.cancelled", subject=document, by=by)
    undo = revocations.get(document.kind)
    if undo is not None:
        undo(document, by)
    return document


@command
def end_document(*, document: Document, ended_on: date, by: Actor) -> Document:
    """Write down the last day on which a signed paper acts; the page behind its QR tells it from then on."""
    document = locked(document)
    require(access.can_draft(by, document.organization, signer_ids=()))
    if not document.is_signed:
        raise WrongState("Перестать действовать может только подписанный документ: этот ещё не подписан.")
    document.ended_on = ended_on
    document.version += 1
    document.save(update_fields=["ended_on", "version"])
    record("documents.document.ended", subject=document, by=by)
    return document
