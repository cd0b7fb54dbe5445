"""What the database itself refuses, with its Russian sentence."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mentoring.core.command import constraint_refusal
from mentoring.programs.choices import ConsentKind, ConsentState, OrderKind, ProgramState
from mentoring.programs.models import (
    Consent,
    MenteeAgreement,
    MentorTerms,
    OrderLine,
    Program,
    ProgramItem,
    TermsDefaults,
)
from mentoring.programs.tests.factories import Case, make_case, make_order, prepared, signed, with_terms

pytestmark = pytest.mark.django_db


def second_live_program(case: Case) -> None:
    Program.objects.create(
        organization=case.organization,
        mentorship=case.pair,
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 5, 31),
    )


def backward_term(case: Case) -> None:
    Program.objects.filter(pk=case.program.pk).update(ends_on=case.program.starts_on)


def agreed_by_one(case: Case) -> None:
    Program.objects.filter(pk=case.program.pk).update(state=ProgramState.AGREED, mentor_agreed_at=None)


def item_without_an_aim(case: Case) -> None:
    ProgramItem.objects.filter(program=case.program).update(aimed_text="")


def item_backward(case: Case) -> None:
    ProgramItem.objects.filter(program=case.program).update(starts_on=date(2027, 5, 30), due_on=date(2027, 5, 1))


def agreement_twice(case: Case) -> None:
    for _ in range(2):
        MenteeAgreement.objects.create(
            program=case.program, person_id=case.mentee.person_id, agreed_at="2026-11-23T00:00Z"
        )


def payment_without_a_basis(case: Case) -> None:
    MentorTerms.objects.filter(program=case.program).update(payment_kind="amount", payment_value=1, payment_basis="")


def function_without_a_reason(case: Case) -> None:
    MentorTerms.objects.filter(program=case.program).update(basis="labor_function", labor_function_reason="")


def usual_payment_without_a_basis(case: Case) -> None:
    TermsDefaults.objects.update(payment_basis="")


def usual_function_without_a_reason(case: Case) -> None:
    TermsDefaults.objects.update(basis="labor_function")


def consent_twice(case: Case) -> None:
    for _ in range(2):
        Consent.objects.create(
            organization=case.organization,
            program=case.program,
            person_id=case.mentee.person_id,
            kind=ConsentKind.MENTEE,
        )


def signed_without_a_day(case: Case) -> None:
    Consent.objects.update(state=ConsentState.SIGNED)


def line_in_two_orders(case: Case) -> None:
    line = OrderLine.objects.get()
    OrderLine.objects.create(document=line.document, program=line.program, kind=OrderKind.START)


STAGES: dict[Callable[[Case], None], Callable[[Case], object]] = {
    usual_payment_without_a_basis: with_terms,
    usual_function_without_a_reason: with_terms,
    signed_without_a_day: prepared,
    line_in_two_orders: lambda case: make_order([signed(case)]),
}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (second_live_program, "У пары уже есть программа"),
        (backward_term, "раньше, чем начинается"),
        (agreed_by_one, "согласны обе стороны"),
        (item_without_an_aim, "какому затруднению"),
        (item_backward, "раньше, чем начинается"),
        (agreement_twice, "уже согласовал"),
        (payment_without_a_basis, "размер и основание"),
        (function_without_a_reason, "трудовую функцию"),
        (usual_payment_without_a_basis, "размер и основание"),
        (usual_function_without_a_reason, "трудовую функцию"),
        (consent_twice, "уже подготовлен"),
        (signed_without_a_day, "дата подписи"),
        (line_in_two_orders, "уже стоит в другом приказе"),
    ],
)
def test_database_refuses_in_words(broken: Callable[[Case], None], words: str) -> None:
    case = make_case()
    STAGES.get(broken, lambda case: None)(case)

    with pytest.raises(IntegrityError) as error, transaction.atomic():
        broken(case)

    assert words in constraint_refusal(error.value).message


def test_finished_programme_makes_room_for_the_next() -> None:
    case = make_case()
    Program.objects.filter(pk=case.program.pk).update(state=ProgramState.FINISHED)

    second_live_program(case)

    assert Program.objects.filter(mentorship=case.pair).count() == 2
