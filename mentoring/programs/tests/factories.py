"""Programmes of decided pairs in every stage, made through the same actions that people use."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.documents.actions import register_document, sign_documents
from mentoring.documents.models import Document
from mentoring.matching.actions import add_mentee, announce_pairs
from mentoring.matching.choices import MentorshipState, Side
from mentoring.matching.models import Mentorship
from mentoring.matching.tests.factories import make_need, make_pair, make_readiness
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import (
    accept_programs,
    draft_pair_order,
    draft_program,
    mark_signed,
    prepare_papers,
    set_defaults,
)
from mentoring.programs.choices import PaymentKind
from mentoring.programs.models import Consent, EarlyEnd, Program, ProgramItem, TermsDefaults
from mentoring.programs.rules.work_terms import Terms
from mentoring.staff.tests.factories import make_employment

TODAY = date(2026, 11, 23)
LONG_AGO = date(2026, 11, 2)
PAID = Terms(
    content="помощь в планировании уроков, взаимное посещение уроков с разбором, консультации",
    hours_per_month=8,
    payment_kind=PaymentKind.AMOUNT,
    payment_value=Decimal(3000),
    payment_basis="Положение об оплате труда, пункт 4.7",
)


def make_office(organization: Organization | None = None, *roles: str) -> Actor:
    """Who leads the organisation, head and curator in one person unless roles are given; in the staff list."""
    organization = organization or make_organization()
    work = make_employment(organization=organization, position_title="директор", position_code="")
    return make_actor(*(roles or (Role.HEAD, Role.CURATOR)), organization=organization, person=work.person)


@dataclass(frozen=True)
class Case:
    """A pair with its programme and everyone who acts on it."""

    organization: Organization
    office: Actor
    program: Program
    mentor: Actor
    mentee: Actor

    @property
    def pair(self) -> Mentorship:
        """The pair as it is now."""
        return Mentorship.objects.get(pk=self.program.mentorship_id)

    @property
    def now(self) -> Program:
        """The programme as it is now."""
        return Program.objects.get(pk=self.program.pk)

    @property
    def items(self) -> list[ProgramItem]:
        """Lines of the plan as they are now."""
        rows = ProgramItem.objects.filter(program=self.program, removed_at=None).select_related("program")
        return list(rows.order_by("position", "pk"))

    def consents(self, *kinds: str) -> list[Consent]:
        """Papers of the pair, all or of some kinds."""
        rows = Consent.objects.filter(program=self.program).order_by("pk")
        return [consent for consent in rows if not kinds or consent.kind in kinds]


def make_case(office: Actor | None = None, *, organization: Organization | None = None, **pair: object) -> Case:
    """A decided and announced pair with the draft of its programme."""
    if office is None:
        organization = organization or make_organization()
        office = make_office(organization)
    organization = organization or Organization.objects.get(pk=next(iter(office.organization_ids)))
    mentorship = make_pair(
        organization=organization,
        state=MentorshipState.RECOMMENDED,
        decision_kind="sole",
        decision_clause="3.4",
        **pair,
    )
    announce_pairs(mentorships=[mentorship], today=TODAY, by=office)
    program = draft_program(mentorship=mentorship, today=TODAY, by=office)
    mentee = mentorship.mentees.get().person
    return Case(
        organization=organization,
        office=office,
        program=program,
        mentor=_actor_of(mentorship.mentor.person),
        mentee=_actor_of(mentee),
    )


def with_terms(case: Case, terms: Terms = PAID) -> Case:
    """The МОО has written what it offers its mentors."""
    known = TermsDefaults.objects.filter(organization=case.organization).first()
    set_defaults(
        organization=case.organization, terms=terms, version=known.version if known else 0, today=TODAY, by=case.office
    )
    return case


def accepted(case: Case) -> Case:
    """The draft is accepted as it is."""
    with_terms(case)
    accept_programs(organization=case.organization, programs=[case.program], by=case.office)
    return case


def prepared(case: Case) -> Case:
    """Papers wait for signatures."""
    accepted(case)
    prepare_papers(organization=case.organization, programs=[case.program], today=TODAY, by=case.office)
    return case


def signed(case: Case) -> Case:
    """Everything is signed on paper: the pair is ready for the order."""
    prepared(case)
    mark_signed(
        organization=case.organization,
        consents=case.consents(),
        signed_on=TODAY,
        first_number=f"{case.program.pk}-н",
        today=TODAY,
        by=case.office,
    )
    return case


def make_order(cases: Sequence[Case]) -> Document:
    """A draft order on ready pairs."""
    return draft_pair_order(
        organization=cases[0].organization,
        programs=[case.program for case in cases],
        today=TODAY,
        by=cases[0].office,
    )


def sign_order(document: Document, by: Actor, *, number: str = "", signed_on: date = TODAY) -> Document:
    """Give the order a number and mark it signed."""
    document.refresh_from_db()
    register_document(
        document=document, number=number or f"{document.pk}-о", dated_on=signed_on, version=document.version, by=by
    )
    [stored] = sign_documents(documents=[document], signed_on=signed_on, today=TODAY, by=by)
    return stored


def hand_over(end: EarlyEnd, by: Actor) -> EarlyEnd:
    """The notice is signed by hand on the day it was given, if it has a paper."""
    if end.document is not None:
        sign_documents(documents=[end.document], signed_on=TODAY, today=TODAY, by=by)
    return end


def begun(case: Case) -> Case:
    """A programme whose first day has come before its papers are made."""
    Program.objects.filter(pk=case.program.pk).update(starts_on=LONG_AGO)
    case.program.refresh_from_db()
    return case


def running(case: Case) -> Case:
    """The order is signed, the programme runs."""
    sign_order(make_order([signed(begun(case))]), case.office)
    return case


def join(case: Case) -> Actor:
    """One more mentee: the pair becomes a group; who has come."""
    need = make_need(organization=case.organization)
    make_readiness(organization=case.organization, person=need.person, side=Side.MENTEE)
    add_mentee(mentorship=case.pair, need=need, today=TODAY, by=case.office)
    return _actor_of(need.person)


def text_of(document: Document) -> str:
    """Everything that a paper says."""
    return json.dumps(document.payload, ensure_ascii=False)


def _actor_of(person: object) -> Actor:
    return make_actor(person=person)  # type: ignore[arg-type]
