"""Step 0: on what ground the МОО processes the data of its staff here."""

from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.core.wording import clean_spaces
from mentoring.documents.access import can_keep_papers
from mentoring.documents.actions import PartyLine, draft_document
from mentoring.documents.choices import PartyRole
from mentoring.organizations.models import Organization
from mentoring.staff import access
from mentoring.staff.models import ProcessingBasis
from mentoring.staff.papers import basis_payload
from mentoring.staff.selectors import head_of

PAPER_TITLE = "Приказ об обработке персональных данных"


class BasisMissing(Refusal):
    """People may not be put into the list before the basis of processing is recorded."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Сначала запишите основание обработки персональных данных: без него вносить людей в систему нельзя."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisFacts:
    """What a person writes about the basis."""

    responsible_name: str
    responsible_position: str
    operator: str = ""
    recipients: str = ""
    act_number: str = ""
    act_date: date | None = None


@command
def record_basis(*, organization: Organization, facts: BasisFacts, today: date, by: Actor) -> ProcessingBasis:
    """Record the basis of processing; raises WrongState when one is in force."""
    organization = Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    require(access.can_record_basis(by, organization))
    if ProcessingBasis.objects.in_force().filter(organization=organization).exists():
        raise WrongState("Основание уже записано. Чтобы записать новое, сначала закончите прежнее.")
    basis = ProcessingBasis.objects.create(
        organization=organization,
        recorded_on=today,
        responsible_name=clean_spaces(facts.responsible_name),
        responsible_position=clean_spaces(facts.responsible_position),
        operator=clean_spaces(facts.operator),
        recipients=facts.recipients.strip(),
        act_number=clean_spaces(facts.act_number),
        act_date=facts.act_date,
    )
    record("staff.basis.recorded", subject=basis, by=by)
    _draft_paper(basis, today=today, by=by)
    return basis


@command
def draft_basis_paper(*, basis: ProcessingBasis, today: date, by: Actor) -> ProcessingBasis:
    """Prepare the order for a basis that has none yet: it was recorded before a head was appointed."""
    basis = ProcessingBasis.objects.select_for_update(of=("self",)).get(pk=basis.pk)
    require(can_keep_papers(by, basis.organization))
    if basis.document_id is not None:
        raise WrongState("Приказ уже подготовлен. Обновите страницу, чтобы открыть его.")
    _draft_paper(basis, today=today, by=by)
    if basis.document_id is None:
        raise Refusal(
            "Приказ подписывает руководитель, а он ещё не назначен. Назначьте его и подготовьте приказ снова."
        )
    return basis


@command
def end_basis(*, basis: ProcessingBasis, today: date, by: Actor) -> None:
    """End the basis, so that a new one can be recorded; loading waits again. Raises WrongState when it has ended."""
    basis = ProcessingBasis.objects.select_for_update(of=("self",)).get(pk=basis.pk)
    require(access.can_record_basis(by, basis.organization))
    if basis.ended_on is not None:
        raise WrongState("Это основание уже закончено. Обновите страницу, чтобы увидеть действующее.")
    basis.ended_on = today
    basis.save(update_fields=["ended_on"])
    record("staff.basis.ended", subject=basis, by=by)


def require_basis(organization: Organization) -> None:
    """Raise BasisMissing unless the organisation has recorded its basis."""
    if not ProcessingBasis.objects.in_force().filter(organization=organization).exists():
        raise BasisMissing


def _draft_paper(basis: ProcessingBasis, *, today: date, by: Actor) -> None:
    """Prepare the order when somebody can sign it and the actor keeps papers; an order already issued is not made."""
    payload = basis_payload(basis, today=today)
    if basis.act_number or payload is None or not can_keep_papers(by, basis.organization):
        return
    head = head_of(basis.organization, today=today)
    parties = [PartyLine(head.pk, PartyRole.SIGNER)] if head else []
    basis.document = draft_document(
        payload=payload, organization=basis.organization, parties=parties, title=PAPER_TITLE, today=today, by=by
    )
    basis.save(update_fields=["document"])
