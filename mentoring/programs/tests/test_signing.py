"""Signatures on paper: all papers, one date, one scan; who has not signed follows later."""

from datetime import date, timedelta

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.documents.actions import Upload, cancel_document, register_document, sign_documents, store_file
from mentoring.documents.choices import DocumentState
from mentoring.matching.choices import ReadinessState, Side
from mentoring.matching.models import Readiness
from mentoring.matching.selectors.readiness import restricted_journal
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import edit_item, mark_signed
from mentoring.programs.choices import ConsentKind, ConsentState, ProgramState
from mentoring.programs.models import Consent
from mentoring.programs.tests.factories import TODAY, Case, make_case, make_order, prepared, sign_order, signed
from mentoring.programs.tests.test_editing import line_of

pytestmark = pytest.mark.django_db
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.fixture
def case() -> Case:
    return prepared(make_case())


def mark(case: Case, consents: list[Consent] | None = None, **values: object) -> list[Consent]:
    """Mark papers signed today by the office."""
    given: dict[str, object] = {"signed_on": TODAY, "first_number": "1", "today": TODAY, "by": case.office}
    return mark_signed(
        organization=case.organization, consents=case.consents() if consents is None else consents, **(given | values)
    )  # type: ignore[arg-type]


def test_everything_is_marked_with_one_date_and_one_scan(case: Case) -> None:
    scan = store_file(organization=case.organization, upload=Upload("скан.pdf", PDF), by=case.office)

    mark(case, scan=scan)

    assert {consent.state for consent in case.consents()} == {ConsentState.SIGNED}
    assert {consent.signed_on for consent in case.consents()} == {TODAY}
    papers = [consent.document for consent in case.consents() if consent.kind != ConsentKind.PROGRAM]
    assert {paper.scan_id for paper in papers} == {scan.pk}
    assert {paper.state for paper in papers} == {DocumentState.SIGNED}


def test_signatures_on_the_programme_are_agreement_to_it(case: Case) -> None:
    mark(case)

    assert case.now.state == ProgramState.AGREED
    assert all(item.mentor_agreed_at and item.mentee_agreed_at for item in case.items)


def test_agreements_get_numbers_one_after_another() -> None:
    first = prepared(make_case())
    second = prepared(make_case(first.office))

    mark(first, [*first.consents(), *second.consents()], first_number="№ 7-н")

    numbers = {case.consents(ConsentKind.AGREEMENT)[0].document.number for case in (first, second)}
    assert numbers == {"7-н", "8-н"}


def test_agreement_without_a_number_is_not_signed(case: Case) -> None:
    with pytest.raises(Refusal, match="номер первого дополнительного соглашения"):
        mark(case, first_number="")

    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_taken_number_marks_nothing() -> None:
    first = prepared(make_case())
    second = prepared(make_case(first.office))
    mark(first, first_number="5")

    with pytest.raises(Refusal, match="номер в журнале уже занят"):
        mark(second, first_number="5")

    assert {consent.state for consent in second.consents()} == {ConsentState.PREPARED}


def test_part_is_marked_now_and_the_rest_later(case: Case) -> None:
    mark(case, case.consents(ConsentKind.MENTOR))

    mark(case, case.consents())

    assert {consent.state for consent in case.consents()} == {ConsentState.SIGNED}


def test_marked_already_is_told_and_nothing_changes(case: Case) -> None:
    mark(case)

    with pytest.raises(WrongState, match="уже отмечены"):
        mark(case)


@pytest.mark.parametrize(
    ("day", "words"), [(TODAY + timedelta(days=1), "ещё не наступила"), (date(1998, 1, 1), "давняя")]
)
def test_impossible_day_marks_nothing(case: Case, day: date, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        mark(case, signed_on=day)

    assert {consent.state for consent in case.consents()} == {ConsentState.PREPARED}


def test_signature_ends_an_earlier_no_of_the_same_side(case: Case) -> None:
    readiness = Readiness.objects.get(person_id=case.mentee.person_id, side=Side.MENTEE)
    Readiness.objects.filter(pk=readiness.pk).update(state=ReadinessState.DECLINED)
    curator = make_actor(Role.CURATOR, organization=case.organization)
    assert restricted_journal(curator, case.organization)

    mark(case)

    assert restricted_journal(curator, case.organization) == []


def test_day_to_come_is_refused_for_the_programme_too(case: Case) -> None:
    with pytest.raises(Refusal, match="ещё не наступила"):
        mark(case, case.consents(ConsentKind.PROGRAM), signed_on=TODAY + timedelta(days=1))


@pytest.mark.parametrize("role", [Role.HEAD, Role.CURATOR, Role.CLERK])
def test_staff_officers_mark(case: Case, role: str) -> None:
    mark(case, by=make_actor(role, organization=case.organization))

    assert {consent.state for consent in case.consents()} == {ConsentState.SIGNED}


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_click_is_no_signature(case: Case, who: str) -> None:
    with pytest.raises(NotAllowed):
        mark(case, by=getattr(case, who))


def test_stranger_marks_nothing(case: Case) -> None:
    with pytest.raises(NotAllowed):
        mark(case, by=make_actor(Role.CURATOR, organization=make_organization()))


def test_signature_marked_in_the_register_counts_here(case: Case) -> None:
    consent = case.consents(ConsentKind.MENTEE)[0]

    sign_documents(documents=[consent.document], signed_on=TODAY, today=TODAY, by=case.office)

    consent.refresh_from_db()
    assert (consent.state, consent.signed_on) == (ConsentState.SIGNED, TODAY)


def test_agreement_signed_in_the_register_counts_here(case: Case) -> None:
    document = case.consents(ConsentKind.AGREEMENT)[0].document
    register_document(document=document, number="3", dated_on=TODAY, version=document.version, by=case.office)

    sign_documents(documents=[document], signed_on=TODAY, today=TODAY, by=case.office)

    assert case.consents(ConsentKind.AGREEMENT)[0].state == ConsentState.SIGNED


def test_programme_signed_in_the_register_is_agreed_by_both(case: Case) -> None:
    sign_documents(documents=[case.now.paper], signed_on=TODAY, today=TODAY, by=case.office)

    assert case.now.state == ProgramState.AGREED
    assert {consent.state for consent in case.consents(ConsentKind.PROGRAM)} == {ConsentState.SIGNED}


def test_edit_after_the_signature_asks_for_it_again(case: Case) -> None:
    mark(case)
    item = case.items[0]

    edit_item(item=item, changes=line_of(item, title="Иначе"), version=item.version, by=case.mentor)

    assert {consent.state for consent in case.consents(ConsentKind.PROGRAM)} == {ConsentState.PREPARED}
    assert {consent.state for consent in case.consents(ConsentKind.MENTOR)} == {ConsentState.SIGNED}


def test_who_has_signed_goes_into_the_order_and_the_rest_follow() -> None:
    ready = signed(make_case())
    late = prepared(make_case(ready.office))

    sign_order(make_order([ready]), ready.office, number="1")
    mark(late, first_number="90")
    sign_order(make_order([late]), ready.office, number="2")

    assert {case.now.state for case in (ready, late)} == {ProgramState.APPROVED}


def test_cancelled_paper_waits_for_another_one(case: Case) -> None:
    consent = case.consents(ConsentKind.MENTEE)[0]

    cancel_document(document=consent.document, reason="", by=case.office)

    consent.refresh_from_db()
    assert (consent.state, consent.document_id) == (ConsentState.PREPARED, None)


def test_paper_under_an_order_is_not_cancelled() -> None:
    case = signed(make_case())
    make_order([case])

    with pytest.raises(Refusal, match="стоит приказ"):
        cancel_document(document=case.consents(ConsentKind.MENTEE)[0].document, reason="Ошибка.", by=case.office)
