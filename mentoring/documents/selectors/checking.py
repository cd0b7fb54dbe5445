"""What the page behind a QR code tells."""

from dataclasses import dataclass
from datetime import date

from mentoring.documents.choices import DocumentState
from mentoring.documents.kinds import kind_of
from mentoring.documents.models import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What anyone learns behind the QR code: no people, no content."""

    kind: str
    number: str
    dated_on: date | None
    organization: str
    is_in_force: bool
    words: str


def check_result(token: str, *, today: date) -> CheckResult | None:
    """Tell whether the paper with this token acts today; None when there is none."""
    document = Document.objects.select_related("organization").filter(check_token=token).first()
    if document is None:
        return None
    ended = document.ended_on is not None and document.ended_on < today
    in_force = document.is_signed and not ended
    words = "действует" if in_force else "не действует"
    if document.state in (DocumentState.DRAFT, DocumentState.PRINTED):
        words = "не действует: ещё не подписан"
    return CheckResult(
        kind=kind_of(document.kind).title,
        number=document.number,
        dated_on=document.dated_on or document.signed_on,
        organization=document.organization.short_name,
        is_in_force=in_force,
        words=words,
    )
