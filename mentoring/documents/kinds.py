"""Kinds of papers: their names, journals of registration, forms in Word and PDF."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mentoring.core.errors import Refusal
from mentoring.documents import payloads

FORMS: Final = Path(__file__).parent / "templates_docx"
PDF_FORM: Final = Path(__file__).parent / "templates_typst" / "main.typ"

BOOKS: Final = {
    "orders": "приказы",
    "agreements": "дополнительные соглашения",
    "papers": "документы без номера",
}


class UnknownKind(Refusal):
    """A paper of a kind that this version does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """What the register must know of a kind."""

    code: str
    title: str
    book: str = "papers"
    is_personal: bool = False
    """True for a paper about one or two people: a look at it is told to them."""

    @property
    def is_numbered(self) -> bool:
        """True when a person gives the paper a number before it is signed."""
        return self.book != "papers"

    @property
    def word_form(self) -> Path:
        """The Word form beside this module."""
        return FORMS / f"{self.code}.docx"


KINDS: Final = {
    kind.code: kind
    for kind in (
        PaperKind(code=payloads.PairOrder.kind, title="Приказ о закреплении пар", book="orders"),
        PaperKind(code=payloads.TerminationOrder.kind, title="Приказ о прекращении наставничества", book="orders"),
        PaperKind(code=payloads.ProcessingBasis.kind, title="Приказ об обработке персональных данных", book="orders"),
        PaperKind(
            code=payloads.AdditionalAgreement.kind,
            title="Дополнительное соглашение",
            book="agreements",
            is_personal=True,
        ),
        PaperKind(code=payloads.ProgramPaper.kind, title="Персонализированная программа", is_personal=True),
        PaperKind(code=payloads.MentorConsent.kind, title="Согласие наставника", is_personal=True),
        PaperKind(code=payloads.MenteeConsent.kind, title="Согласие наставляемого", is_personal=True),
        PaperKind(code=payloads.TerminationNotice.kind, title="Уведомление о прекращении", is_personal=True),
        PaperKind(code=payloads.AcquaintanceSheet.kind, title="Лист ознакомления"),
    )
}


def kind_of(code: str) -> PaperKind:
    """The kind with this code; raises UnknownKind."""
    found = KINDS.get(code)
    if found is None:
        raise UnknownKind("Документ этого вида здесь не открывается: обновите систему и попробуйте ещё раз.")
    return found
