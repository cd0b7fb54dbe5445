"""Prepare a paper: its payload is frozen here, from it the Word file is made at any time."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.background import run_later
from mentoring.core.command import command
from mentoring.documents import access
from mentoring.documents.choices import PartyRole
from mentoring.documents.kinds import kind_of
from mentoring.documents.models import Document, DocumentParty
from mentoring.documents.payloads import Payload
from mentoring.documents.states import DOCUMENT
from mentoring.organizations.models import Organization

TITLE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A person on a paper and what she is to it."""

    person_id: int
    role: PartyRole


@command
def draft_document(
    *, payload: Payload, organization: Organization, parties: Sequence[PartyLine], title: str, today: date, by: Actor
) -> Document:
    """Prepare a paper: nothing is signed, numbered or sent by it."""
    require(access.can_draft(by, organization, signer_ids=_signers(parties)))
    kind = kind_of(payload.kind)
    document = Document.objects.create(
        organization=organization,
        kind=kind.code,
        book=kind.book,
        title=title.strip()[:TITLE_LENGTH],
        payload=payload.as_json(),
        made_on=today,
        created_by_id=by.user_id,
    )
    _write_parties(document, parties)
    record("documents.document.drafted", subject=document, by=by)
    run_later("documents.render", document_id=document.pk)
    return document


@command
def redraft_document(
    *, document: Document, payload: Payload, parties: Sequence[PartyLine], title: str, today: date, by: Actor
) -> Document:
    """Prepare an unsigned paper anew with other texts or people; raises WrongState when it is signed."""
    document = locked(document)
    require(access.can_draft(by, document.organization, signer_ids=_signers(parties)))
    DOCUMENT.move(document, "redraft")
    document.title = title.strip()[:TITLE_LENGTH]
    document.payload = payload.as_json()
    document.made_on, document.printed_at = today, None
    document.version += 1
    document.save(update_fields=["state", "title", "payload", "made_on", "printed_at", "version"])
    document.parties.all().delete()
    _write_parties(document, parties)
    record("documents.document.redrafted", subject=document, by=by)
    run_later("documents.render", document_id=document.pk)
    return document


@command
def mark_printed(*, documents: Collection[Document], by: Actor) -> list[Document]:
    """Write down that the papers were printed; signed ones stay signed."""
    printed = []
    for document in locked_all(documents):
        require(access.can_keep_papers(by, document.organization))
        if not DOCUMENT.can(document, "print"):
            continue
        DOCUMENT.move(document, "print")
        document.printed_at = clock.now()
        document.save(update_fields=["state", "printed_at"])
        record("documents.document.printed", subject=document, by=by)
        printed.append(document)
    return printed


def locked(document: Document) -> Document:
    """The paper as it stands now, held until the transaction ends."""
    return Document.objects.select_for_update(of=("self",)).select_related("organization").get(pk=document.pk)


def locked_all(documents: Iterable[Document]) -> list[Document]:
    """The papers as they stand now, taken in one order so that two people never wait for each other."""
    keys = sorted({document.pk for document in documents})
    rows = Document.objects.select_for_update(of=("self",)).select_related("organization")
    return list(rows.filter(pk__in=keys).order_by("pk"))


def _signers(parties: Iterable[PartyLine]) -> list[int]:
    return [party.person_id for party in parties if party.role == PartyRole.SIGNER]


def _write_parties(document: Document, parties: Iterable[PartyLine]) -> None:
    lines = {(party.person_id, party.role) for party in parties}
    DocumentParty.objects.bulk_create(
        DocumentParty(document=document, person_id=person_id, role=role) for person_id, role in sorted(lines)
    )
