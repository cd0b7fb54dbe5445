"""Papers, files and acts for tests."""

from datetime import date

from mentoring.core.actor import Actor, system_actor
from mentoring.documents import actions
from mentoring.documents.actions import PartyLine
from mentoring.documents.choices import LocalActKind, PartyRole
from mentoring.documents.models import Document, LocalAct
from mentoring.documents.payloads import Payload, orders, statements
from mentoring.documents.tests import samples
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

SYSTEM = system_actor("tests")
MADE_ON = date(2026, 9, 1)
PDF_BYTES = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def order_payload(count: int = 1) -> Payload:
    """The text of an order on pairs."""
    return orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(count))


def consent_payload() -> Payload:
    """The text of a mentor's consent."""
    return statements.mentor_consent(
        samples.SCHOOL_EMPLOYER, mentor=samples.CURATOR, mentees=(samples.HEAD,), terms=samples.TERMS
    )


def make_document(
    *,
    organization: Organization,
    payload: Payload | None = None,
    signer: Person | None = None,
    acquainted: tuple[Person, ...] = (),
    title: str = "О закреплении наставнической пары",
    by: Actor = SYSTEM,
) -> Document:
    """A draft: an order on one pair unless another payload is given."""
    parties = [PartyLine(person.pk, PartyRole.ACQUAINTED) for person in acquainted]
    if signer is not None:
        parties.append(PartyLine(signer.pk, PartyRole.SIGNER))
    return actions.draft_document(
        payload=payload or order_payload(),
        organization=organization,
        parties=parties,
        title=title,
        today=MADE_ON,
        by=by,
    )


def make_consent(*, organization: Organization, signer: Person | None = None) -> Document:
    """A draft of a mentor's consent."""
    return make_document(
        organization=organization, payload=consent_payload(), signer=signer, title=f"Согласие наставника: {signer}"
    )


def make_signed_order(*, organization: Organization, by: Actor, number: str = "12-о", **values: object) -> Document:
    """An order with its number, signed on the day of its date."""
    day = date(2026, 9, 1)
    order = make_document(organization=organization, **values)
    order = actions.register_document(document=order, number=number, dated_on=day, version=order.version, by=by)
    return actions.sign_documents(documents=[order], signed_on=day, today=day, by=by)[0]


def make_act(*, organization: Organization, **values: object) -> LocalAct:
    """The regulation on mentoring of the МОО."""
    given: dict[str, object] = {
        "kind": LocalActKind.REGULATION,
        "title": "Положение о наставничестве педагогических работников",
        "number": "112",
        "signed_on": date(2025, 8, 30),
        "applies_from": date(2025, 9, 1),
        "sole_decision_clause": "3.4",
    }
    return LocalAct.objects.create(organization=organization, **(given | values))
