"""«Не дано»: no reason, a quiet cancelling, no trace outside the restricted journal."""

from collections.abc import Sequence

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.audit.selectors import journal_rows, story
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.matching.actions import Choice, cancel_pair, propose_pairs
from mentoring.matching.choices import Channel, MentorshipState, NeedState, ReadinessState, Side
from mentoring.matching.models import Need, Readiness
from mentoring.matching.selectors.readiness import marks_of, restricted_journal
from mentoring.matching.tests.factories import make_pair
from mentoring.notifications.models import Message
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import decline_consent, step_out
from mentoring.programs.choices import ConsentKind, ConsentState, ProgramState
from mentoring.programs.models import Consent, Program
from mentoring.programs.tests.factories import (
    TODAY,
    Case,
    make_case,
    make_office,
    make_order,
    prepared,
    running,
    signed,
)

pytestmark = pytest.mark.django_db


def decline(case: Case, kind: str = ConsentKind.MENTEE) -> None:
    """The curator marks «не дано»."""
    decline_consent(consent=case.consents(kind)[0], today=TODAY, by=case.office)


@pytest.mark.parametrize("kind", [ConsentKind.MENTOR, ConsentKind.MENTEE])
def test_after_a_refusal_both_are_asked_anew_and_look_the_same(kind: str) -> None:
    case = prepared(make_case())
    need, mentor = Need.objects.get(), case.pair.mentor.person
    refusing = mentor if kind == ConsentKind.MENTOR else need.person

    decline(case, kind)

    assert [row.person for row in Readiness.objects.filter(state=ReadinessState.DECLINED)] == [refusing]
    marks = marks_of(case.office, case.organization).values()
    assert {(mark.is_ready, mark.in_pair) for mark in marks} == {(False, False)}
    assert {mark.words.split(",")[0] for mark in marks} == {"ответа нет"}
    choice = Choice(need=need, mentor=mentor, form="teacher_teacher")
    with pytest.raises(Refusal, match="готовность ещё не подтверждена"):
        propose_pairs(organization=case.organization, choices=[choice], today=TODAY, by=case.office)


def test_who_steps_out_herself_said_no_herself() -> None:
    case = make_case()

    step_out(program=case.program, today=TODAY, by=case.mentee)

    no = Readiness.objects.get(state=ReadinessState.DECLINED)
    assert (case.mentee.is_person(no.person_id), no.side, no.channel) == (True, Side.MENTEE, Channel.SITE)
    assert no.own_no_at is not None


def test_told_pair_cancelled_by_hand_leaves_the_same_answers() -> None:
    case = prepared(make_case())

    cancel_pair(mentorship=case.pair, today=TODAY, by=case.office)

    assert {row.state for row in Readiness.objects.all()} == {ReadinessState.ASKED}


def test_mentor_of_another_decided_pair_keeps_her_answer() -> None:
    case = prepared(make_case())
    other = make_pair(organization=case.organization, mentor=case.pair.mentor, state=MentorshipState.ACTIVE)

    decline(case)

    kept = Readiness.objects.get(person=other.mentor.person, side=Side.MENTOR)
    assert kept.state == ReadinessState.READY


@pytest.mark.parametrize("kind", [ConsentKind.MENTOR, ConsentKind.MENTEE])
def test_refusal_cancels_the_pair_and_opens_the_need_again(kind: str) -> None:
    case = prepared(make_case())
    since = Need.objects.get().since

    decline(case, kind)

    assert Program.objects.get(pk=case.program.pk).state == ProgramState.CANCELLED
    assert case.pair.state == MentorshipState.CANCELLED
    need = Need.objects.get()
    assert (need.state, need.since) == (NeedState.CONFIRMED, since)


def test_refusal_stands_in_the_restricted_journal_alone() -> None:
    organization = make_organization()
    head, curator = make_office(organization, Role.HEAD), make_office(organization, Role.CURATOR)
    clerk = make_actor(Role.CLERK, organization=organization)
    case = prepared(make_case(head, organization=organization))

    decline(case)

    assert [row.what for row in restricted_journal(curator, organization)] == [
        "Сейчас не готов(а): наставляемый",
        "Согласие не дано: согласие наставляемого",
    ]
    assert restricted_journal(head, organization) == []
    for actor in (head, clerk, curator, case.mentor):
        assert not Consent.objects.visible_to(actor).filter(state=ConsentState.DECLINED).exists()
        assert not Program.objects.visible_to(actor).exists()
    told = " ".join(Message.objects.values_list("title", flat=True)) + " ".join(
        Message.objects.values_list("body", flat=True)
    )
    assert "отказ" not in told.replace("отказаться без объяснений", "")


def test_history_tells_neither_the_refusal_nor_who_gave_it() -> None:
    case = prepared(make_case())
    step_out(program=case.program, today=TODAY, by=case.mentee)

    subjects = [case.program, case.pair, *Document.objects.all(), *Need.objects.all()]
    lines = [line for subject in subjects for line in story(subject)]
    mentee = str(case.pair.mentees.get().person)
    assert all(line.who != mentee for line in lines)
    assert Event.objects.get(name="programs.consent.declined").restricted


def told_of(case: Case, readers: Sequence[Actor]) -> list[tuple[str, str]]:
    """Who did what, as every history and every journal of the readers tells it of this pair, the newest first."""
    needs = Need.objects.filter(mentees__mentorship=case.pair)
    papers = Document.objects.filter(consents__program=case.program).distinct().order_by("kind")
    subjects = [case.program, case.pair, *papers, *needs]
    lines = [(line.who, line.what) for subject in subjects for line in story(subject)]
    for reader in readers:
        events = Event.objects.visible_to(reader).filter(organization_id=case.organization.pk).order_by("-pk")
        lines += [(row.who, row.what) for row in journal_rows(list(events))]
    return lines


def test_refusal_and_cancelling_by_hand_read_the_same() -> None:
    organization = make_organization()
    office = make_office(organization, Role.HEAD, Role.CURATOR)
    told = []
    for end in (
        lambda case: cancel_pair(mentorship=case.pair, today=TODAY, by=case.office),
        lambda case: step_out(program=case.program, today=TODAY, by=case.mentor),
        lambda case: step_out(program=case.program, today=TODAY, by=case.mentee),
        decline,
    ):
        Event.objects.all().delete()
        case = signed(make_case(office, organization=organization))
        before = len(told_of(case, ()))
        end(case)
        told.append(told_of(case, (case.office, case.mentor, case.mentee)))
        assert len(told_of(case, ())) > before

    assert told[0] == told[1] == told[2] == told[3]


def test_who_cancelled_by_hand_is_kept_out_of_every_journal() -> None:
    case = prepared(make_case())

    cancel_pair(mentorship=case.pair, today=TODAY, by=case.office)

    kept = Event.objects.get(name="matching.mentorship.cancelled_by")
    assert (kept.restricted, kept.actor_person_id) == (True, case.office.person_id)
    assert not Event.objects.visible_to(case.office).filter(pk=kept.pk).exists()


def test_papers_of_the_pair_look_the_same_whoever_said_no() -> None:
    refusing_mentor, refusing_mentee = signed(make_case()), None
    refusing_mentee = signed(make_case(refusing_mentor.office))

    decline(refusing_mentor, ConsentKind.MENTOR)
    decline(refusing_mentee, ConsentKind.MENTEE)

    def look(case: Case) -> list[tuple[str, str, str]]:
        papers = Document.objects.filter(consents__program=case.program).distinct()
        return sorted((paper.kind, paper.state, paper.cancel_reason) for paper in papers)

    assert look(refusing_mentor) == look(refusing_mentee)
    assert {paper.state for paper in Document.objects.all()} == {DocumentState.CANCELLED}


def test_each_side_may_step_out_before_papers_exist() -> None:
    case = make_case()

    step_out(program=case.program, today=TODAY, by=case.mentor)

    assert case.pair.state == MentorshipState.CANCELLED
    assert Consent.objects.get().state == ConsentState.DECLINED


def test_signed_consent_may_be_withdrawn_and_frees_the_order() -> None:
    case = signed(make_case())
    document = make_order([case])

    step_out(program=case.program, today=TODAY, by=case.mentor)

    states = {consent.kind: consent.state for consent in case.consents()}
    assert states[ConsentKind.MENTOR] == ConsentState.WITHDRAWN
    assert states[ConsentKind.MENTEE] == ConsentState.SIGNED
    assert not document.order_lines.filter(is_live=True).exists()


def test_after_the_order_one_ends_early_instead() -> None:
    case = running(make_case())

    with pytest.raises(WrongState, match="Прекратить досрочно"):
        step_out(program=case.program, today=TODAY, by=case.mentee)


def test_nobody_steps_out_for_another() -> None:
    case = make_case()

    with pytest.raises(NotAllowed):
        step_out(program=case.program, today=TODAY, by=case.office)


def test_stranger_marks_no_refusal() -> None:
    case = prepared(make_case())

    with pytest.raises(NotAllowed):
        decline_consent(
            consent=case.consents(ConsentKind.MENTEE)[0],
            today=TODAY,
            by=make_actor(Role.CURATOR, organization=make_organization()),
        )


def test_refusal_marked_twice_is_one() -> None:
    case = prepared(make_case())
    decline(case)

    with pytest.raises(WrongState):
        decline(case)

    assert Event.objects.filter(name="programs.consent.declined").count() == 1
