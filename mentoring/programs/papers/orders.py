"""Orders: on pairs with their programmes, and on the end of mentoring (R-4.1.1a)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.core.wording import long_date
from mentoring.documents.models import LocalAct
from mentoring.documents.payloads import PairOrder, TerminationOrder
from mentoring.documents.payloads.grounds import clauses, recommendation
from mentoring.documents.payloads.orders import EndedPair, OrderedPair, OrderFrame, pair_order, termination_order
from mentoring.documents.selectors import basis_for, regulation_of
from mentoring.matching.choices import DecisionKind
from mentoring.organizations.models import Organization
from mentoring.programs.choices import EndInitiator, PaymentKind
from mentoring.programs.models import EarlyEnd, Program
from mentoring.programs.papers.people import PaperPeople
from mentoring.programs.wording import area_title, forms_title, kind_title

# What stands in the order as the ground; it names no fault and nobody's reasons.
END_GROUNDS = {
    EndInitiator.MENTOR: "уведомление работника от {day}",
    EndInitiator.MENTEE: "заявление работника от {day}",
    EndInitiator.EMPLOYER: "уведомление работодателя от {day}",
    EndInitiator.MUTUAL: "соглашение сторон от {day}",
}


@dataclass(frozen=True, slots=True)
class ActsInForce:
    """What orders on pairs are based on, and which of it is the МОО's own regulation on mentoring."""

    basis: tuple[str, ...]
    regulation: LocalAct | None


def acts_in_force(organization: Organization, day: date) -> ActsInForce:
    """The norms and the regulation of a day: the same for all orders on pairs of the organisation."""
    return ActsInForce(basis_for(organization, day, kind=PairOrder.kind), regulation_of(organization, day))


def order_of_pairs(programs: Sequence[Program], people: PaperPeople, *, acts: ActsInForce) -> PairOrder:
    """Compose the order on pairs."""
    frame = OrderFrame(
        employer=people.employer,
        curator=people.curator,
        basis=acts.basis,
        grounds=_grounds(programs, acts.regulation),
    )
    paid = {program.mentorship.mentor.person_id for program in programs if _is_paid(program)}
    return pair_order(
        frame,
        pairs=[_ordered(program, people) for program in programs],
        paid_by_agreements=bool(paid - {people.head_id}),
        paid_by_founder=people.head_id in paid,
    )


def order_of_ends(
    organization: Organization, ends: Sequence[EarlyEnd], people: PaperPeople, *, day: date
) -> TerminationOrder:
    """Compose the order on the end of mentoring."""
    frame = OrderFrame(
        employer=people.employer,
        curator=people.curator,
        basis=basis_for(organization, day, kind=TerminationOrder.kind),
    )
    ended = [
        EndedPair(
            mentor=people.mentor(end.program),
            mentees=people.mentees(end.program),
            since=end.ends_on,
            ground=END_GROUNDS[EndInitiator(end.initiator)].format(day=long_date(end.given_on)),
            is_paid=_is_paid(end.program),
        )
        for end in ends
    ]
    return termination_order(frame, ended=ended, seek_new=any(end.seeks_new for end in ends))


def _ordered(program: Program, people: PaperPeople) -> OrderedPair:
    return OrderedPair(
        mentor=people.mentor(program),
        mentees=people.mentees(program),
        form=forms_title(program),
        kinds=tuple(kind_title(code) for code in program.kinds),
        area=area_title(program.area),
        starts_on=program.starts_on,
        ends_on=program.ends_on,
    )


def _grounds(programs: Sequence[Program], regulation: LocalAct | None) -> tuple[str, ...]:
    """Minutes of the councils that recommended the pairs, and the clauses by which the head decides alone."""
    pairs = [program.mentorship for program in programs]
    bodies: dict[str, list[tuple[date, str]]] = {}
    for pair in pairs:
        if pair.decision_kind == DecisionKind.COUNCIL and pair.minutes_on:
            bodies.setdefault(pair.body_name, []).append((pair.minutes_on, pair.minutes_number))
    found = [recommendation(body, sorted(set(held)), many=len(held) > 1) for body, held in bodies.items()]
    alone = [pair.decision_clause for pair in pairs if pair.decision_kind == DecisionKind.SOLE]
    return (*found, *([clauses(alone, of=_regulation_words(regulation))] if alone else []))


def _regulation_words(regulation: LocalAct | None) -> str:
    """How the order calls the act that it has named already, or the one that nobody has written down."""
    if regulation is None:
        return "положения о наставничестве"
    is_regulation = regulation.title.lower().startswith("положение")
    return "указанного положения" if is_regulation else "указанного локального акта"


def _is_paid(program: Program) -> bool:
    return program.terms.payment_kind != PaymentKind.NONE
