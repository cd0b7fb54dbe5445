"""The register of papers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.documents import access
from mentoring.documents.choices import DocumentState
from mentoring.documents.kinds import KINDS, kind_of
from mentoring.documents.models import Document, DocumentParty
from mentoring.organizations.models import Organization
from mentoring.ui.shapes import Tone

SORTS: Mapping[str, str] = {
    "date": "dated_on",
    "title": "title",
    "kind": "kind",
    "state": "state",
    "created": "created_at",
}
NEWEST_FIRST = "-created"
TONES: Mapping[str, Tone] = {
    DocumentState.DRAFT: "quiet",
    DocumentState.PRINTED: "now",
    DocumentState.SIGNED: "good",
    DocumentState.CANCELLED: "quiet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterQuery:
    """What a person asks of the register."""

    words: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    sort: str = NEWEST_FIRST


def register(actor: Actor, query: RegisterQuery) -> QuerySet[Document]:
    """Papers that the actor may see, as the query asks."""
    found = Document.objects.visible_to(actor).select_related("organization", "scan")
    if query.kind in KINDS:
        found = found.filter(kind=query.kind)
    if query.state == "waiting":
        found = found.waiting_for_signature()
    elif query.state in DocumentState.values:
        found = found.filter(state=query.state)
    if query.year is not None:
        found = found.filter(Q(year=query.year) | Q(year=None, created_at__year=query.year))
    for word in query.words.split():
        found = found.filter(_word_rule(word))
    return found.order_by(*_order(query.sort))


def _word_rule(word: str) -> Q:
    spoken = search_text(word)
    rule = (
        Q(number=word)
        | Q(title__contains=word)
        | Q(title__contains=word.capitalize())
        | Q(title__contains=word.lower())
    )
    if spoken:
        people = DocumentParty.objects.filter(person__search__contains=spoken)
        rule |= Q(pk__in=people.values("document_id"))
    return rule


def _order(sort: str) -> tuple[str, ...]:
    field = SORTS.get(sort.removeprefix("-"), SORTS["created"])
    sign = "-" if sort.startswith("-") else ""
    return (f"{sign}{field}", f"{sign}pk")


def years_of_papers(actor: Actor) -> list[int]:
    """Years in which the actor's papers were made, newest first."""
    made = Document.objects.visible_to(actor).dates("created_at", "year", order="DESC")
    return [day.year for day in made]


def waiting_count(actor: Actor) -> int | None:
    """How many papers wait for a signature in the organisations whose papers the actor keeps."""
    if not access.keeps_any_papers(actor):
        return None
    return Document.objects.visible_to(actor).waiting_for_signature().count() or None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A row of the register."""

    document: Document
    kind: str
    tone: Tone


def register_rows(documents: Iterable[Document]) -> list[RegisterRow]:
    """Papers with the words and tones of the table."""
    return [
        RegisterRow(document=document, kind=kind_of(document.kind).title, tone=TONES[document.state])
        for document in documents
    ]


def organizations_to_keep(actor: Actor) -> QuerySet[Organization]:
    """Organisations whose papers the actor keeps."""
    kept = Organization.objects.filter(pk__in=actor.organizations_as(*STAFF_ROLES))
    return kept.with_territory().order_by("short_name", "pk")
