"""The card of a paper and the signing table."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.audit.selectors import story
from mentoring.core.access import Verdict
from mentoring.core.actor import Actor
from mentoring.core.wording import long_date, number_sign
from mentoring.documents import access
from mentoring.documents.addresses import check_address
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.kinds import BOOKS, PaperKind, kind_of
from mentoring.documents.models import Document, DocumentParty
from mentoring.documents.selectors.composing import next_number
from mentoring.documents.selectors.register import TONES
from mentoring.documents.states import DOCUMENT
from mentoring.reference.books.norms import Norm, norms_for
from mentoring.ui.qr import qr_svg
from mentoring.ui.shapes import Happening, Step, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """What the page of a paper shows."""

    document: Document
    kind: PaperKind
    book: str
    tone: Tone
    steps: list[Step]
    signers: list[DocumentParty]
    subjects: list[DocumentParty]
    readers: list[DocumentParty]
    may_keep: Verdict
    may_cancel: Verdict
    verbs: frozenset[str]
    suggested_number: str
    check_url: str
    qr: str
    doubtful: tuple[Norm, ...]
    history: list[Happening]

    @property
    def waiting_to_read(self) -> list[DocumentParty]:
        """People who have not signed the sheet of acquaintance."""
        return [party for party in self.readers if party.signed_on is None]

    @property
    def can_number(self) -> bool:
        """True while the number may be given or mended by this person."""
        return self.kind.is_numbered and self.may_keep.allowed and "redraft" in self.verbs

    @property
    def lacks_number(self) -> bool:
        """True while a paper that needs a number has none."""
        return self.kind.is_numbered and not self.document.number

    @property
    def can_sign(self) -> bool:
        """True when the signature may be marked now by this person."""
        return self.may_keep.allowed and "sign" in self.verbs

    @property
    def can_scan(self) -> bool:
        """True when a scan may be attached by this person."""
        return self.may_keep.allowed and self.document.is_signed

    @property
    def can_mark_printed(self) -> bool:
        """True for a draft in the hands of those who keep papers."""
        return self.may_keep.allowed and self.document.state == DocumentState.DRAFT

    @property
    def can_cancel(self) -> bool:
        """True when the paper may be cancelled by this person."""
        return self.may_cancel.allowed and bool({"cancel", "revoke"} & self.verbs)


def paper_card(actor: Actor, document: Document, *, today: date) -> PaperCard:
    """Compose the card: who is on the paper, what the actor may do with it."""
    parties = list(document.parties.select_related("person").order_by("person__search", "pk"))
    kind = kind_of(document.kind)
    may_keep = access.can_keep_papers(actor, document.organization)
    suggest = kind.is_numbered and may_keep.allowed and not document.number
    address = check_address(document)
    return PaperCard(
        document=document,
        kind=kind,
        book=BOOKS.get(document.book, document.book),
        tone=TONES[document.state],
        steps=paper_steps(document, kind),
        signers=_of_role(parties, PartyRole.SIGNER),
        subjects=_of_role(parties, PartyRole.SUBJECT),
        readers=_of_role(parties, PartyRole.ACQUAINTED),
        may_keep=may_keep,
        may_cancel=access.can_cancel(actor, document),
        verbs=frozenset(DOCUMENT.verbs(document)),
        suggested_number=next_number(document.organization, book=document.book, year=today.year) if suggest else "",
        check_url=address,
        qr=qr_svg(address, scale=3),
        doubtful=_doubtful(document, today=today) if may_keep.allowed else (),
        history=story(document),
    )


def _doubtful(document: Document, *, today: date) -> tuple[Norm, ...]:
    """Norms marked «проверить» that a paper cites, while its words can still be changed."""
    if "sign" not in DOCUMENT.verbs(document):
        return ()
    cited = norms_for(document.kind, day=document.dated_on or today)
    return tuple(norm for norm in cited if norm.verify)


def paper_steps(document: Document, kind: PaperKind) -> list[Step]:
    """проект → (номер) → напечатан → подписан, with what has been done; a cancelled paper goes no further."""
    numbered = f"{number_sign(document.number)} от {long_date(document.dated_on)}" if document.dated_on else ""
    is_printed = document.printed_at is not None or document.signed_on is not None
    signed = long_date(document.signed_on) if document.signed_on else ""
    stages = [("Проект", True, "")]
    stages += [("Номер и дата", bool(document.number), numbered)] if kind.is_numbered else []
    stages += [("Напечатан", is_printed, ""), ("Подписан", bool(signed), signed)]
    if document.state == DocumentState.CANCELLED:
        return [*(_step(title, note) for title, is_done, note in stages if is_done), _step("Отменён")]
    now = next((title for title, is_done, _ in stages if not is_done), "")
    return [
        _step(title, note) if is_done else Step(title=title, state="now" if title == now else "next", note=note)
        for title, is_done, note in stages
    ]


def _step(title: str, note: str = "") -> Step:
    return Step(title=title, state="done", note=note)


def waiting_to_read(document: Document) -> list[DocumentParty]:
    """People who have not signed the sheet of acquaintance."""
    told = document.parties.filter(role=PartyRole.ACQUAINTED, signed_on=None)
    return list(told.select_related("person").order_by("person__search", "pk"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRow:
    """A line of the signing table; `reason` tells why it cannot be ticked."""

    document: Document
    kind: str
    reason: str
    is_ticked: bool


def signing_rows(documents: Iterable[Document], *, ticked: Collection[str] | None = None) -> list[SigningRow]:
    """Papers to be ticked, with what each still lacks; at first all are ticked, a form that came back keeps its own."""
    return [
        SigningRow(
            document=document,
            kind=kind_of(document.kind).title,
            reason=_why_not(document),
            is_ticked=ticked is None or str(document.public_id) in ticked,
        )
        for document in documents
    ]


def _why_not(document: Document) -> str:
    if not DOCUMENT.can(document, "sign"):
        return f"уже {document.get_state_display()}"
    if kind_of(document.kind).is_numbered and not document.number:
        return "сначала впишите номер и дату"
    return ""


def _of_role(parties: Iterable[DocumentParty], role: PartyRole) -> list[DocumentParty]:
    return [party for party in parties if party.role == role]
