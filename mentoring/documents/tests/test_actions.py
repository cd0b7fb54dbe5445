"""Draft, print, number, sign, cancel: each works, refuses, is written into the journal, starts what must follow."""

from datetime import date

import pytest

from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.core.models import Job
from mentoring.documents import actions
from mentoring.documents.actions import PartyLine, Upload
from mentoring.documents.actions.signing import NumberMissing
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.models import Document, File
from mentoring.documents.reactions import reactions, revocations
from mentoring.documents.tests import factories
from mentoring.documents.tests.factories import PDF_BYTES, make_consent, make_document, make_signed_order
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 1)


@pytest.fixture
def school():
    return make_organization()


@pytest.fixture
def clerk(school):
    return make_actor("clerk", organization=school)


@pytest.fixture
def head(school):
    return make_actor("head", organization=school)


@pytest.fixture
def started(monkeypatch):
    """What a signature started, instead of the owner of the kind."""
    calls: list[tuple[int, str]] = []
    monkeypatch.setitem(reactions._items, "pair_order", lambda document, by, _: calls.append((document.pk, by.name)))
    monkeypatch.setitem(revocations._items, "pair_order", lambda document, by: calls.append((document.pk, "revoked")))
    return calls


def events_of(document):
    return list(Event.objects.filter(subject_id=document.pk, subject_type="documents.document").order_by("pk"))


def registered(document, clerk, number="12-о", day=DAY):
    return actions.register_document(document=document, number=number, dated_on=day, version=document.version, by=clerk)


def test_draft_keeps_the_payload_the_people_and_queues_the_file(school, clerk):
    teacher = make_person()

    order = make_document(organization=school, acquainted=(teacher,), by=clerk)

    assert order.state == DocumentState.DRAFT
    assert order.book == "orders"
    assert order.payload == factories.order_payload().as_json()
    assert list(order.parties.values_list("person_id", "role")) == [(teacher.pk, PartyRole.ACQUAINTED)]
    assert Job.objects.get(name="documents.render").payload == {"document_id": order.pk}
    assert [event.name for event in events_of(order)] == ["documents.document.drafted"]


def test_stranger_cannot_draft(school):
    stranger = make_actor("clerk", organization=make_organization())

    with pytest.raises(NotAllowed, match="Документы ведёт"):
        make_document(organization=school, by=stranger)

    assert not Document.objects.exists()


def test_a_person_may_prepare_a_paper_for_her_own_signature_only(school):
    teacher = make_actor(person=make_person())

    own = make_document(
        organization=school, payload=factories.consent_payload(), by=teacher, signer=make_person_of(teacher)
    )

    assert own.parties.get().person_id == teacher.person_id
    with pytest.raises(NotAllowed):
        make_document(organization=school, signer=make_person(), by=teacher)


def make_person_of(actor):
    return Person.objects.get(pk=actor.person_id)


def test_redraft_replaces_texts_and_people_of_an_unsigned_paper(school, clerk):
    order = make_document(organization=school, acquainted=(make_person(),))
    other = make_person()

    order = actions.redraft_document(
        document=order,
        payload=factories.order_payload(2),
        parties=[PartyLine(other.pk, PartyRole.SUBJECT)],
        title="Новый",
        today=DAY,
        by=clerk,
    )

    assert (order.title, order.version) == ("Новый", 2)
    assert order.parties.get().person_id == other.pk


def test_signed_paper_cannot_be_redrafted(school, clerk):
    order = make_signed_order(organization=school, by=clerk)

    with pytest.raises(WrongState):
        actions.redraft_document(
            document=order, payload=factories.order_payload(), parties=[], title="а", today=DAY, by=clerk
        )


def test_printing_marks_drafts_and_leaves_signed_papers(school, clerk):
    draft, signed = make_consent(organization=school), make_signed_order(organization=school, by=clerk)

    printed = actions.mark_printed(documents=[draft, signed], by=clerk)

    signed.refresh_from_db()
    assert [paper.state for paper in printed] == [DocumentState.PRINTED]
    assert printed[0].printed_at is not None
    assert signed.state == DocumentState.SIGNED


def test_number_is_given_by_a_person_with_its_year(school, clerk):
    order = registered(make_document(organization=school), clerk, number=" № 12-о ")

    assert (order.number, order.year, order.dated_on) == ("12-о", 2026, DAY)


@pytest.mark.parametrize("number", ["", "  ", "№"])
def test_empty_number_is_refused(number, school, clerk):
    with pytest.raises(Refusal, match="Номер пустой"):
        registered(make_document(organization=school), clerk, number=number)


def test_number_is_taken_once_in_the_journal_of_the_year(school, clerk):
    registered(make_document(organization=school), clerk)
    second = make_document(organization=school)

    with pytest.raises(Refusal, match="уже занят"):
        registered(second, clerk)

    assert registered(second, clerk, day=date(2027, 1, 11)).number == "12-о"


def test_number_of_another_school_is_free(school, clerk):
    registered(make_document(organization=school), clerk)
    other = make_organization()

    paper = registered(make_document(organization=other), make_actor("clerk", organization=other))

    assert paper.number == "12-о"


def test_number_of_a_cancelled_paper_is_free_again(school, clerk):
    first = registered(make_document(organization=school), clerk)
    actions.cancel_document(document=first, reason="ошибка", by=clerk)

    assert registered(make_document(organization=school), clerk).number == "12-о"


def test_number_typed_into_an_old_page_is_stale(school, clerk):
    order = make_document(organization=school)
    registered(order, clerk)

    with pytest.raises(Stale):
        actions.register_document(document=order, number="13", dated_on=DAY, version=1, by=clerk)


def test_consent_takes_no_number(school, clerk):
    with pytest.raises(Refusal, match="номер не присваивают"):
        registered(make_consent(organization=school), clerk)


def test_signing_records_day_scan_signer_and_starts_what_follows(school, clerk, started):
    director = make_person()
    order = registered(make_document(organization=school, signer=director), clerk)
    scan = actions.store_file(organization=school, upload=Upload("приказ.pdf", PDF_BYTES), by=clerk)

    [order] = actions.sign_documents(documents=[order], signed_on=DAY, today=DAY, scan=scan, by=clerk)

    assert (order.state, order.signed_on, order.scan) == (DocumentState.SIGNED, DAY, scan)
    assert order.parties.get().signed_on == DAY
    assert started == [(order.pk, clerk.name)]
    assert [event.name for event in events_of(order)][-1] == "documents.document.signed"


def test_thirteen_papers_are_signed_with_one_scan(school, clerk):
    papers = [make_consent(organization=school, signer=make_person()) for _ in range(13)]
    scan = actions.store_file(organization=school, upload=Upload("все.pdf", PDF_BYTES), by=clerk)

    signed = actions.sign_documents(documents=papers, signed_on=DAY, today=DAY, scan=scan, by=clerk)

    assert {paper.scan_id for paper in signed} == {scan.pk}
    assert Document.objects.filter(state=DocumentState.SIGNED).count() == 13


def test_order_without_number_is_not_signed(school, clerk, started):
    order = make_document(organization=school)

    with pytest.raises(NumberMissing, match="нет номера и даты"):
        actions.sign_documents(documents=[order], signed_on=DAY, today=DAY, by=clerk)

    order.refresh_from_db()
    assert order.state == DocumentState.DRAFT
    assert not started


def test_refusal_of_a_reaction_leaves_every_paper_unsigned(school, clerk, monkeypatch):
    def refuse(document, by, today):
        raise Refusal("Нет согласия: получите его и отметьте подпись ещё раз.")

    monkeypatch.setitem(reactions._items, "pair_order", refuse)
    consent, order = make_consent(organization=school), registered(make_document(organization=school), clerk)

    with pytest.raises(Refusal, match="Нет согласия"):
        actions.sign_documents(documents=[consent, order], signed_on=DAY, today=DAY, by=clerk)

    assert not Document.objects.filter(state=DocumentState.SIGNED).exists()
    assert not Event.objects.filter(name="documents.document.signed").exists()


@pytest.mark.parametrize("day", [date(2026, 9, 2), date(1999, 12, 31)])
def test_impossible_day_of_signature_is_refused(day, school, clerk):
    with pytest.raises(Refusal, match="Дата подписи"):
        actions.sign_documents(documents=[make_consent(organization=school)], signed_on=day, today=DAY, by=clerk)


def test_paper_is_not_signed_before_its_own_date(school, clerk, started):
    order = registered(make_document(organization=school), clerk, day=date(2026, 9, 25))

    with pytest.raises(Refusal, match=r"Дата подписи 24\u00a0сентября .* раньше даты, .* \(25\u00a0сентября"):
        actions.sign_documents(documents=[order], signed_on=date(2026, 9, 24), today=date(2026, 9, 30), by=clerk)

    order.refresh_from_db()
    assert not order.is_signed
    assert not started


def test_signed_paper_takes_no_date_after_its_signature(school, clerk):
    order = make_signed_order(organization=school, by=clerk)

    with pytest.raises(Refusal, match="раньше даты, которая стоит на документе"):
        registered(order, clerk, day=date(2026, 9, 2))

    order.refresh_from_db()
    assert order.dated_on == DAY


def test_nobody_is_acquainted_with_a_paper_before_it_was_signed(school, clerk):
    person, after = make_person(), date(2026, 9, 30)
    order = registered(make_document(organization=school, acquainted=(person,)), clerk, day=DAY)
    order = actions.sign_documents(documents=[order], signed_on=date(2026, 9, 3), today=after, by=clerk)[0]

    with pytest.raises(Refusal, match=r"Дата ознакомления 2\u00a0сентября .* \(3\u00a0сентября"):
        actions.mark_acquainted(
            document=order, person_ids=[person.pk], signed_on=date(2026, 9, 2), today=after, by=clerk
        )

    assert order.parties.filter(role=PartyRole.ACQUAINTED, signed_on=None).exists()
    actions.mark_acquainted(document=order, person_ids=[person.pk], signed_on=date(2026, 9, 3), today=after, by=clerk)
    assert not order.parties.filter(role=PartyRole.ACQUAINTED, signed_on=None).exists()


def test_paper_is_signed_once(school, clerk, started):
    order = make_signed_order(organization=school, by=clerk)

    with pytest.raises(WrongState):
        actions.sign_documents(documents=[order], signed_on=DAY, today=DAY, by=clerk)

    assert len(started) == 1


def test_scan_of_another_school_is_refused(school, clerk):
    other = make_organization()
    scan = actions.store_file(
        organization=other, upload=Upload("a.pdf", PDF_BYTES), by=make_actor("clerk", organization=other)
    )

    with pytest.raises(Refusal, match="другой организации"):
        actions.sign_documents(
            documents=[make_consent(organization=school)], signed_on=DAY, today=DAY, scan=scan, by=clerk
        )


def test_scan_is_attached_to_a_signed_paper_only(school, clerk):
    scan = actions.store_file(organization=school, upload=Upload("a.pdf", PDF_BYTES), by=clerk)
    order = make_signed_order(organization=school, by=clerk)

    [order] = actions.attach_scan(documents=[order], scan=scan, by=clerk)

    assert order.scan == scan
    with pytest.raises(WrongState, match="сначала отметьте подпись"):
        actions.attach_scan(documents=[make_consent(organization=school)], scan=scan, by=clerk)


def test_acquaintance_is_marked_after_the_signature(school, clerk):
    people = (make_person(), make_person())
    order = make_signed_order(organization=school, by=clerk, acquainted=people)

    actions.mark_acquainted(document=order, person_ids=[people[0].pk], signed_on=DAY, today=DAY, by=clerk)

    assert list(order.parties.order_by("pk").values_list("signed_on", flat=True)) == [DAY, None]
    draft = make_document(organization=school, acquainted=people)
    with pytest.raises(WrongState):
        actions.mark_acquainted(document=draft, person_ids=[people[0].pk], signed_on=DAY, today=DAY, by=clerk)


def test_signed_order_is_revoked_by_the_head_with_a_reason(school, clerk, head, started):
    order = make_signed_order(organization=school, by=clerk)

    with pytest.raises(NotAllowed, match="отменяет руководитель"):
        actions.cancel_document(document=order, reason="ошибка", by=clerk)
    with pytest.raises(Refusal, match="с причиной"):
        actions.cancel_document(document=order, reason=" ", by=head)
    order = actions.cancel_document(document=order, reason="ошибка в дате", by=head)

    assert (order.state, order.cancel_reason) == (DocumentState.CANCELLED, "ошибка в дате")
    assert started[-1] == (order.pk, "revoked")


def test_end_of_a_signed_paper_is_written_down(school, clerk):
    order = make_signed_order(organization=school, by=clerk)

    assert actions.end_document(document=order, ended_on=DAY, by=clerk).ended_on == DAY
    with pytest.raises(WrongState):
        actions.end_document(document=make_document(organization=school), ended_on=DAY, by=clerk)


def test_same_scan_is_kept_once_and_told_by_its_hash(school, clerk, settings, tmp_path):
    settings.FILES_DIR = tmp_path

    first = actions.store_file(organization=school, upload=Upload("../../a\u202e.exe.pdf", PDF_BYTES), by=clerk)
    second = actions.store_file(organization=school, upload=Upload("b.pdf", PDF_BYTES), by=clerk)

    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert first == second
    assert first.name == "a.exe.pdf"
    assert [path.name for path in kept] == [first.sha256]
    assert kept[0].read_bytes() == PDF_BYTES


def test_file_of_a_stranger_is_not_taken(school, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    stranger = make_actor("clerk", organization=make_organization())

    with pytest.raises(NotAllowed):
        actions.store_file(organization=school, upload=Upload("a.pdf", PDF_BYTES), by=stranger)

    assert not list(tmp_path.rglob("*"))
    assert not File.objects.exists()


def test_quota_of_an_organisation_is_kept(school, clerk, monkeypatch):
    monkeypatch.setattr("mentoring.documents.actions.files.QUOTA_BYTES", 10)

    with pytest.raises(Refusal, match="закончилось"):
        actions.store_file(organization=school, upload=Upload("a.pdf", PDF_BYTES), by=clerk)
