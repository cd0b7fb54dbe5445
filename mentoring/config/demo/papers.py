"""Programmes, consents and orders of the demo's pairs, each pair a stage further than the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mentoring.config.demo.people import school_day
from mentoring.core.actor import Actor
from mentoring.documents.actions import mark_printed, register_document, sign_documents
from mentoring.documents.models import Document
from mentoring.matching.models import Mentorship
from mentoring.organizations.models import Organization
from mentoring.programs.actions.drafting import accept_programs
from mentoring.programs.actions.ends import Notice, draft_end_order, give_notice
from mentoring.programs.actions.orders import draft_pair_order
from mentoring.programs.actions.papers import prepare_papers
from mentoring.programs.actions.signing import mark_signed
from mentoring.programs.actions.terms import set_defaults
from mentoring.programs.choices import ConsentKind, EndInitiator, PaymentKind, WorkBasis
from mentoring.programs.models import Consent, Program
from mentoring.programs.rules.work_terms import Terms


@dataclass(frozen=True, slots=True)
class Office:
    """Who does the paperwork, where and on which day."""

    organization: Organization
    curator: Actor
    head: Actor
    today: date


def carry_on(*, office: Office, pairs: Sequence[Mentorship]) -> None:
    """Take the pairs on: three by a signed order, one waits for the order, one has signed half, one writes its plan."""
    _offer(office)
    programs = list(Program.objects.filter(mentorship__in=pairs).order_by("pk"))
    if len(programs) < 3:
        _run(office, programs)
        return
    running, ready, half = programs[:3], programs[3:4], programs[4:5]
    _run(office, running)
    _end_one(office, running[-1])
    _sign(office, ready, on=office.today - timedelta(days=7))
    _prepare(office, half, on=office.today - timedelta(days=4))
    mentors = Consent.objects.filter(program__in=half, kind=ConsentKind.MENTOR)
    _mark(office, list(mentors), on=office.today - timedelta(days=4))


def _offer(office: Office) -> None:
    """What the organisation offers every mentor."""
    terms = Terms(
        basis=WorkBasis.AGREEMENT,
        content="помощь в планировании и подготовке занятий, взаимные посещения с разбором, консультации",
        hours_per_month=6,
        payment_kind=PaymentKind.PERCENT,
        payment_value=Decimal(10),
        payment_basis="п. 4.2 Положения об оплате труда",
    )
    set_defaults(organization=office.organization, terms=terms, version=0, today=office.today, by=office.head)


def _run(office: Office, programs: Sequence[Program]) -> None:
    """Everything signed and the order of the pairs, too."""
    day = school_day(office.today, 9, 23)
    _sign(office, programs, on=day)
    order = draft_pair_order(organization=office.organization, programs=programs, today=day, by=office.curator)
    _sign_order(office, order, number="21-од", on=day)


def _end_one(office: Office, program: Program) -> None:
    """One pair has ended early: nobody is to blame."""
    given = school_day(office.today, 10, 26)
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=given, ends_on=given + timedelta(days=14))
    end = give_notice(program=program, notice=notice, today=given, by=office.curator)
    order = draft_end_order(organization=office.organization, ends=[end], today=given, by=office.curator)
    _sign_order(office, order, number="27-од", on=given)


def _sign(office: Office, programs: Sequence[Program], *, on: date) -> None:
    _prepare(office, programs, on=on)
    _mark(office, list(Consent.objects.filter(program__in=programs).order_by("pk")), on=on)


def _prepare(office: Office, programs: Sequence[Program], *, on: date) -> None:
    accept_programs(organization=office.organization, programs=programs, by=office.curator)
    made = prepare_papers(organization=office.organization, programs=programs, today=on, by=office.curator)
    mark_printed(documents=made.documents, by=office.curator)


def _mark(office: Office, consents: Sequence[Consent], *, on: date) -> None:
    number = str(
        Document.objects.filter(organization=office.organization, kind="additional_agreement")
        .exclude(number="")
        .count()
        + 1
    )
    mark_signed(
        organization=office.organization,
        consents=consents,
        signed_on=on,
        first_number=number,
        today=office.today,
        by=office.curator,
    )


def _sign_order(office: Office, order: Document, *, number: str, on: date) -> None:
    order.refresh_from_db()
    register_document(document=order, number=number, dated_on=on, version=order.version, by=office.curator)
    mark_printed(documents=[order], by=office.curator)
    sign_documents(documents=[order], signed_on=on, today=office.today, by=office.head)
