"""Texts of the papers of this domain."""

from datetime import date

from mentoring.core.wording import FullName, Gender, gender_of, parse_full_name
from mentoring.documents.payloads import PaperPerson, ProcessingBasis
from mentoring.documents.payloads.people import paper_person
from mentoring.documents.payloads.processing import Recipient, processing_basis
from mentoring.reference.books import decline_position
from mentoring.staff.models import ProcessingBasis as RecordedBasis
from mentoring.staff.selectors import employer_of

PARTS_OF_RECIPIENT = 3
AGGREGATES = "Обобщённые числа без имён"


def basis_payload(basis: RecordedBasis, *, today: date) -> ProcessingBasis | None:
    """The order on processing personal data; None while the organisation has no head to sign it."""
    employer = employer_of(basis.organization, today=today)
    if employer is None:
        return None
    return processing_basis(
        employer,
        responsible=_responsible(basis, head=employer.head),
        keeper=basis.operator,
        recipients=recipients_of(basis.recipients),
    )


def recipients_of(text: str) -> list[Recipient]:
    """Read recipients from lines «кто — какие сведения — на каком основании»; what is left out is filled plainly."""
    found = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.replace(" - ", " — ").split(" — ", PARTS_OF_RECIPIENT - 1)]
        if parts[0]:
            content, ground = [*parts[1:], "", ""][:2]
            found.append(Recipient(name=parts[0], content=content or AGGREGATES, ground=ground or "—"))
    return found


def _responsible(basis: RecordedBasis, *, head: PaperPerson) -> PaperPerson:
    if basis.responsible_name == head.name.nominative:
        return head
    name: FullName = parse_full_name(basis.responsible_name)
    gender = gender_of(name) or Gender.FEMALE
    return paper_person(name, gender=gender, position=decline_position(basis.responsible_position, gender=gender))
