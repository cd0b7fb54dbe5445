"""Consents, agreements and programmes prepared for many pairs in one job."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.errors import NotAllowed, Refusal, Stale
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.models import Document
from mentoring.matching.models import Mentorship
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import (
    Contract,
    accept_and_prepare,
    agree_program,
    edit_program,
    edit_terms,
    make_program_paper,
    prepare_papers,
    replace_papers,
    set_defaults,
)
from mentoring.programs.choices import ConsentKind, ConsentState, PaymentKind, ProgramState, WorkBasis
from mentoring.programs.models import Consent, MentorTerms
from mentoring.programs.rules.work_terms import Terms
from mentoring.programs.tests.factories import (
    PAID,
    TODAY,
    Case,
    accepted,
    make_case,
    make_office,
    prepared,
    signed,
    text_of,
    with_terms,
)

pytestmark = pytest.mark.django_db
FUNCTION = Terms(
    basis=WorkBasis.LABOR_FUNCTION,
    labor_function_reason="должностная инструкция, пункт 2.14",
    content="помощь коллегам",
    hours_per_month=6,
)


def prepare(*cases: Case) -> list[Document]:
    """Prepare the papers of these pairs."""
    made = prepare_papers(
        organization=cases[0].organization,
        programs=[case.program for case in cases],
        today=TODAY,
        by=cases[0].office,
    )
    return list(made.documents)


def test_papers_of_many_pairs_are_prepared_at_once() -> None:
    first = accepted(make_case())
    second = accepted(make_case(first.office))

    documents = prepare(first, second)

    kinds = sorted(document.kind for document in documents)
    assert kinds == sorted(["mentor_consent", "mentee_consent", "additional_agreement", "program"] * 2)
    assert {consent.state for consent in first.consents()} == {ConsentState.PREPARED}
    assert len(first.consents()) == 5


def test_only_the_signer_stands_on_her_consent() -> None:
    case = prepared(make_case())

    for consent in case.consents(ConsentKind.MENTOR, ConsentKind.MENTEE, ConsentKind.AGREEMENT):
        parties = list(consent.document.parties.all())
        assert [(party.person_id, party.role) for party in parties] == [(consent.person_id, PartyRole.SIGNER)]


def test_people_of_the_pair_are_told_when_papers_are_prepared() -> None:
    case = accepted(make_case())
    Mentorship.objects.filter(pk=case.pair.pk).update(announced_at=None)

    prepare(case)

    assert case.pair.announced_at is not None


def test_consent_names_terms_and_the_right_to_stop() -> None:
    case = prepared(make_case())

    text = text_of(case.consents(ConsentKind.MENTOR)[0].document)

    assert "3000\u00a0руб." in text
    assert "Положение об оплате труда, пункт 4.7" in text
    assert "с\u00a026\u00a0ноября 2026\u00a0г." in text
    assert "не менее чем за три рабочих дня" in text
    assert all(item.aimed_text not in text for item in case.items)


def test_labor_function_needs_no_agreement() -> None:
    case = with_terms(make_case(), FUNCTION)

    documents = accept_and_prepare(
        organization=case.organization, programs=[case.program], today=TODAY, by=case.office
    ).documents

    assert "additional_agreement" not in {document.kind for document in documents}
    text = text_of(case.consents(ConsentKind.MENTOR)[0].document)
    assert "входит в трудовую функцию (должностная инструкция, пункт 2.14)" in text


def test_prepared_again_nothing_is_doubled() -> None:
    case = prepared(make_case())
    before = [(consent.pk, consent.document_id) for consent in case.consents()]

    prepare(case)

    assert [(consent.pk, consent.document_id) for consent in case.consents()] == before
    assert Document.objects.count() == 4


def test_signed_papers_are_not_prepared_again() -> None:
    case = signed(make_case())
    before = {consent.document_id for consent in case.consents()}

    documents = prepare(case)

    assert {document.kind for document in documents} == {"program"}
    assert {consent.document_id for consent in case.consents()} == before


def test_programme_that_nobody_accepted_waits() -> None:
    case = with_terms(make_case())

    with pytest.raises(Refusal, match="ещё никто не принял"):
        prepare(case)


def test_agreed_programme_needs_no_acceptance_and_no_signature_on_it() -> None:
    case = with_terms(make_case())
    agree_program(program=case.program, by=case.mentor)
    agree_program(program=case.program, by=case.mentee)

    prepare(case)

    assert {consent.kind for consent in case.consents()} == {
        ConsentKind.MENTOR,
        ConsentKind.AGREEMENT,
        ConsentKind.MENTEE,
    }


def test_agreement_on_the_site_after_printing_needs_no_signature_on_paper() -> None:
    case = prepared(make_case())
    agree_program(program=case.program, by=case.mentee)

    prepare(case)

    signers = {consent.person_id for consent in case.consents(ConsentKind.PROGRAM)}
    assert signers == {case.mentor.person_id}


def test_pair_without_terms_is_named_and_the_rest_prepared() -> None:
    whole = accepted(make_case())
    lacking = make_case(whole.office)
    MentorTerms.objects.filter(program=lacking.program).update(
        payment_kind="none", payment_basis="", payment_value=None
    )

    made = accept_and_prepare(
        organization=whole.organization, programs=[whole.program, lacking.program], today=TODAY, by=whole.office
    )

    assert {document.kind for document in made.documents} >= {"mentor_consent"}
    assert "почему выплата не установлена" in made.lacking[0][1]


def test_no_head_no_papers() -> None:
    case = accepted(make_case())
    Post.objects.filter(role=Role.HEAD).delete()

    with pytest.raises(Refusal, match="нет руководителя с действующей ролью"):
        prepare(case)

    assert not Consent.objects.exists()


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_only_leaders_prepare(who: str) -> None:
    case = accepted(make_case())

    with pytest.raises(NotAllowed):
        prepare_papers(organization=case.organization, programs=[case.program], today=TODAY, by=getattr(case, who))


def test_unsigned_papers_follow_the_term() -> None:
    case = prepared(make_case())
    document = case.consents(ConsentKind.MENTEE)[0].document

    edit_program(program=case.program, changes={"ends_on": date(2027, 4, 30)}, version=1, today=TODAY, by=case.mentor)

    document.refresh_from_db()
    assert "30\u00a0апреля 2027" in text_of(document)
    assert document.state == DocumentState.DRAFT


def test_unsigned_papers_follow_the_terms_of_work() -> None:
    case = prepared(make_case())
    terms = replace(PAID, payment_value=Decimal(4500))

    edit_terms(
        program=case.program, terms=terms, contract=Contract("12", date(2019, 9, 1)), version=_version(case),
        today=TODAY, by=case.office,
    )  # fmt: skip

    agreement = case.consents(ConsentKind.AGREEMENT)[0].document
    assert "4500\u00a0руб." in text_of(agreement)
    assert agreement.payload["contract"] == "к трудовому договору от 1\u00a0сентября 2019\u00a0г. №\u00a012"


def test_signed_terms_are_closed_until_papers_are_let_go() -> None:
    case = signed(make_case())
    contract = Contract()
    terms = replace(PAID, payment_value=Decimal(4500))

    with pytest.raises(Refusal, match="уже подписал"):
        edit_terms(
            program=case.program, terms=terms, contract=contract, version=_version(case), today=TODAY, by=case.office
        )
    old = case.consents(ConsentKind.MENTOR)[0].document
    replace_papers(program=case.program, today=TODAY, by=case.office)
    edit_terms(
        program=case.program, terms=terms, contract=contract, version=_version(case), today=TODAY, by=case.office
    )
    prepare(case)

    old.refresh_from_db()
    assert (old.state, old.ended_on) == (DocumentState.SIGNED, TODAY)
    new = case.consents(ConsentKind.MENTOR)[0]
    assert new.state == ConsentState.PREPARED
    assert new.document_id != old.pk


def test_programme_paper_is_made_for_its_people_and_follows_its_text() -> None:
    case = make_case()

    first = make_program_paper(program=case.program, today=TODAY, by=case.mentee)
    edit_program(program=case.program, changes={"aim": "Новая цель"}, version=1, today=TODAY, by=case.mentor)
    again = make_program_paper(program=case.program, today=TODAY, by=case.mentor)

    assert first.pk == again.pk
    assert "Новая цель" in text_of(again)
    assert again.payload["approved"]["word"] == "УТВЕРЖДАЮ"
    assert len(again.payload["plan"]) == len(case.items)


def test_stranger_prints_no_programme() -> None:
    case = make_case()
    stranger = make_actor(Role.HEAD, organization=make_organization())

    with pytest.raises(NotAllowed):
        make_program_paper(program=case.program, today=TODAY, by=stranger)


def test_defaults_reach_untouched_pairs_only() -> None:
    touched = with_terms(make_case())
    own = replace(PAID, payment_value=Decimal(9000))
    edit_terms(
        program=touched.program,
        terms=own,
        contract=Contract(),
        version=_version(touched),
        today=TODAY,
        by=touched.office,
    )
    untouched = make_case(touched.office)

    with_terms(touched, replace(PAID, payment_value=Decimal(3500)))

    assert MentorTerms.objects.get(program=touched.program).payment_value == Decimal(9000)
    assert MentorTerms.objects.get(program=untouched.program).payment_value == Decimal(3500)


def test_unsigned_papers_follow_the_defaults() -> None:
    case = prepared(make_case())

    with_terms(case, replace(PAID, payment_value=Decimal(3700)))

    assert "3700\u00a0руб." in text_of(case.consents(ConsentKind.MENTOR)[0].document)


def test_older_save_of_defaults_is_stale() -> None:
    case = with_terms(make_case())

    with pytest.raises(Stale):
        set_defaults(organization=case.organization, terms=PAID, version=0, today=TODAY, by=case.office)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (replace(PAID, content=" "), "содержание работы"),
        (replace(PAID, hours_per_month=None), "часы в месяц"),
        (replace(PAID, payment_basis=""), "размер и основание"),
        (replace(PAID, payment_kind=PaymentKind.NONE, payment_basis=""), "почему выплата не установлена"),
        (replace(FUNCTION, labor_function_reason=""), "входит в трудовую функцию"),
    ],
)
def test_terms_are_whole_or_refused_in_words(terms: Terms, words: str) -> None:
    office = make_office()
    case = make_case(office)

    with pytest.raises(Refusal, match=words):
        set_defaults(organization=case.organization, terms=terms, version=0, today=TODAY, by=office)


def test_prepared_programmes_are_not_ordered_without_signatures() -> None:
    case = prepared(make_case())

    assert case.now.state == ProgramState.DRAFT


def _version(case: Case) -> int:
    return MentorTerms.objects.get(program=case.program).version
