"""«Сейчас нужно», the menu, cards of others, facts: what other pages learn of programmes."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.accounts.choices import Role
from mentoring.accounts.models import User
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.matching.selectors.pairs import PairSection, pair_card
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs import facts, menu, now
from mentoring.programs.access import visible_consents, visible_declined_consents, visible_programs
from mentoring.programs.actions import Notice, agree_program, decline_consent, give_notice
from mentoring.programs.choices import ConsentKind, EndInitiator, ProgramState
from mentoring.programs.models import Consent, Program
from mentoring.programs.selectors.path import path_page
from mentoring.programs.selectors.signing import awaited_signatures, signing_table
from mentoring.programs.tests.factories import (
    TODAY,
    Case,
    make_case,
    make_office,
    make_order,
    prepared,
    running,
    signed,
    with_terms,
)

pytestmark = pytest.mark.django_db


def verbs(actor: Actor) -> list[str]:
    """What the actor is told to do."""
    resolvers = (now.for_leaders, now.for_clerks, now.for_sides)
    return [item.verb for resolver in resolvers for item in resolver(actor, TODAY)]


@pytest.mark.parametrize(
    ("stage", "verb"),
    [
        (with_terms, "Принять программу"),
        (prepared, "Напечатать документы"),
        (signed, "Подготовить приказ"),
        (lambda case: make_order([signed(case)]), "Подписать приказ"),
    ],
)
def test_leader_is_told_the_next_step(stage: Callable[[Case], object], verb: str) -> None:
    case = make_case()
    stage(case)

    assert verb in verbs(case.office)


def test_done_things_vanish() -> None:
    case = running(make_case())

    assert verbs(case.office) == []
    assert verbs(case.mentor) == []


def test_end_waits_for_its_order_with_its_day() -> None:
    case = running(make_case())
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=TODAY)
    give_notice(program=case.program, notice=notice, today=TODAY, by=case.office)

    [item] = now.for_leaders(case.office, TODAY)
    assert (item.verb, item.due) == ("Подготовить приказ о прекращении", TODAY)


def test_all_ends_are_told_in_one_line() -> None:
    first = running(make_case())
    for case in (first, running(make_case(first.office))):
        notice = Notice(initiator=EndInitiator.MENTOR, given_on=TODAY, ends_on=date(2026, 11, 26))
        give_notice(program=case.program, notice=notice, today=TODAY, by=case.mentor)

    [item] = now.for_leaders(first.office, TODAY)
    assert item.who.endswith(" и ещё 1\u00a0пара")
    assert item.reason == "получено уведомление о досрочном прекращении"


def test_every_page_tells_one_count_of_signatures() -> None:
    case = prepared(make_case())
    prepared(make_case(case.office))
    Document.objects.update(state=DocumentState.PRINTED)
    clerk = make_actor(Role.CLERK, organization=case.organization)

    count = awaited_signatures(case.office, [case.organization.pk])
    told = {
        item.who
        for actor in (case.office, clerk)
        for item in (*now.for_leaders(actor, TODAY), *now.for_clerks(actor, TODAY))
    }

    assert told == {f"{count}\u00a0подписей"}
    assert path_page(case.office, case.organization).waiting == count
    assert signing_table(case.office, case.organization, year=2026).waiting == count


def test_sides_are_asked_for_their_own_word() -> None:
    case = make_case()
    assert verbs(case.mentee) == ["Посмотреть программу"]

    agree_program(program=case.program, by=case.mentee)
    assert verbs(case.mentee) == []
    assert verbs(case.mentor) == ["Посмотреть программу"]


def test_side_is_told_of_her_own_papers_only() -> None:
    case = prepared(make_case())
    agree_program(program=case.program, by=case.mentee)

    [item] = now.for_sides(case.mentee, TODAY)
    assert item.verb == "Подписать на бумаге"


def test_refusal_is_no_item_for_anybody() -> None:
    case = prepared(make_case())
    decline_consent(consent=case.consents(ConsentKind.MENTEE)[0], today=TODAY, by=case.office)

    assert all(
        "отказ" not in verb.lower() for actor in (case.office, case.mentor, case.mentee) for verb in verbs(actor)
    )
    assert verbs(case.mentor) == []


def test_clerk_is_told_of_signatures() -> None:
    case = prepared(make_case())

    assert verbs(make_actor(Role.CLERK, organization=case.organization)) == ["Отметить подписи"]


def test_stranger_is_told_nothing() -> None:
    prepared(make_case())

    assert verbs(make_actor(Role.HEAD, organization=make_organization())) == []


def test_number_of_queries_is_flat() -> None:
    office = make_office()
    prepared(make_case(office))
    few = _queries(office)
    for _ in range(5):
        prepared(make_case(office))

    assert _queries(office) == few


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        ((Role.HEAD,), {"programs.path", "programs.list"}),
        ((Role.CURATOR,), {"programs.path", "programs.list"}),
        ((Role.CLERK,), {"programs.signing", "programs.list"}),
        ((Role.CLERK, Role.HEAD), {"programs.path", "programs.list"}),
        ((), {"programs.list"}),
    ],
)
def test_menu_of_each_role(roles: tuple[str, ...], shown: set[str]) -> None:
    actor = make_actor(*roles, organization=make_organization())

    assert {key for key, item in menu.ITEMS.items() if item.is_shown(actor)} == shown


def test_path_counts_pairs_before_their_order() -> None:
    case = make_case()
    running(make_case(case.office))

    assert menu.before_order_count(case.office) == 1


def test_card_of_the_pair_has_its_programme() -> None:
    case = prepared(make_case())

    card = pair_card(case.office, case.pair, day=TODAY)
    own = pair_card(case.mentee, case.pair, day=TODAY)

    [section] = [section for section in card.sections if section.title == "Программа"]
    assert section.content["missing"]
    [mine] = [section for section in own.sections if section.title == "Программа"]
    assert mine.content["missing"] == []


def test_card_of_the_pair_leads_to_its_order_and_papers() -> None:
    case = running(make_case())

    [papers] = _sections(case, "Приказ и документы")
    rows = papers.content["rows"]

    assert rows[0].kind == "Приказ о закреплении пар"
    assert rows[0].document.number
    assert {row.kind for row in rows[1:]} == {
        "Согласие наставника",
        "Согласие наставляемого",
        "Дополнительное соглашение",
        "Персонализированная программа",
    }


def test_card_of_the_pair_shows_each_reader_her_own_papers() -> None:
    case = prepared(make_case())
    council = make_actor(Role.COUNCIL_MEMBER, organization=case.organization)

    [own] = _sections(case, "Приказ и документы", case.mentee)
    [considered] = _sections(case, "Приказ и документы", council)

    kinds = [{row.kind for row in one.content["rows"]} for one in (own, considered)]
    assert kinds == [{"Согласие наставляемого", "Персонализированная программа"}, {"Персонализированная программа"}]


def test_card_of_a_cancelled_pair_has_no_papers_that_would_tell_of_a_refusal() -> None:
    case = prepared(make_case())
    decline_consent(consent=case.consents(ConsentKind.MENTEE)[0], today=TODAY, by=case.office)

    assert _sections(case, "Приказ и документы") == []


def test_pair_is_ended_early_from_its_card() -> None:
    early, case = prepared(make_case()), running(make_case())

    offered = [_sections(one, "Программа", actor)[0].content["may_end"] for one, actor in (
        (early, early.office), (case, case.office), (case, case.mentor), (case, case.mentee),
        (case, make_actor(Role.COUNCIL_MEMBER, organization=case.organization)),
    )]  # fmt: skip
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=TODAY)
    give_notice(program=case.program, notice=notice, today=TODAY, by=case.office)
    [after] = _sections(case, "Программа")
    [told] = _sections(case, "Программа", case.mentee)

    assert offered == [False, True, True, True, False]
    assert (after.content["may_end"], after.content["end"].ends_on) == (False, TODAY)
    assert [one.content["may_lead"] for one in (after, told)] == [True, False]


@pytest.mark.parametrize(
    ("role", "sees_program", "sees_consents", "sees_refusals"),
    [
        pytest.param(Role.HEAD, True, True, False, id="руководитель"),
        pytest.param(Role.CURATOR, True, True, True, id="куратор"),
        pytest.param(Role.CLERK, False, True, False, id="кадровик"),
        pytest.param(Role.COUNCIL_MEMBER, True, False, False, id="член совета"),
        pytest.param(Role.DATA_OFFICER, False, False, False, id="ответственный за данные"),
        pytest.param(Role.ADMINISTRATOR, False, False, False, id="администратор"),
    ],
)
@pytest.mark.parametrize("own", [True, False], ids=["своя", "чужая"])
def test_rows_of_each_role(role: str, sees_program: bool, sees_consents: bool, sees_refusals: bool, own: bool) -> None:
    case, lost = prepared(make_case()), None
    lost = prepared(make_case(case.office))
    decline_consent(consent=lost.consents(ConsentKind.MENTEE)[0], today=TODAY, by=case.office)
    actor = make_actor(role, organization=case.organization if own else make_organization())

    assert Program.objects.filter(visible_programs(actor), pk=case.program.pk).exists() is (sees_program and own)
    assert Consent.objects.filter(visible_consents(actor)).exists() is (sees_consents and own)
    assert not Consent.objects.filter(visible_consents(actor), program=lost.program).exists()
    assert Consent.objects.filter(visible_declined_consents(actor)).exists() is (sees_refusals and own)


def test_actor_without_a_person_sees_nothing() -> None:
    prepared(make_case())
    nobody = actor_for(User.objects.create(username="robot"))

    assert not Program.objects.visible_to(nobody).exists()
    assert not Consent.objects.visible_to(nobody).exists()


def test_facts_count_without_names() -> None:
    case = running(make_case())
    prepared(make_case(case.office))
    lost = prepared(make_case(case.office))
    decline_consent(consent=lost.consents(ConsentKind.MENTEE)[0], today=TODAY, by=case.office)
    ids = [case.organization.pk]

    assert facts.programs_by_state(ids) == {(ids[0], ProgramState.RUNNING): 1, (ids[0], ProgramState.DRAFT): 1}
    assert facts.ordered_pairs(ids) == {ids[0]: 1}
    assert facts.signed_consents(ids) == {ids[0]: facts.Measure(5, 10)}
    assert facts.average_term_months(ids) == {ids[0]: 6.0}
    assert facts.programs_by_state([]) == {}


def test_each_number_leads_to_its_rows() -> None:
    case = running(make_case())
    prepared(make_case(case.office))
    running(make_case())
    organization_id = case.organization.pk
    ids = [organization_id]

    for (_, state), n in facts.programs_by_state(ids).items():
        assert facts.rows_of_programs(case.office, state).count() == n
    assert facts.rows_of_ordered_pairs(case.office).count() == facts.ordered_pairs(ids)[organization_id]
    assert facts.rows_of_signed_consents(case.office).count() == facts.signed_consents(ids)[organization_id].n
    assert facts.rows_of_average_term(case.office).get() == case.program


def _sections(case: Case, title: str, actor: Actor | None = None) -> list[PairSection]:
    card = pair_card(actor or case.office, case.pair, day=TODAY)
    return [section for section in card.sections if section.title == title]


def _queries(actor: Actor) -> int:
    with CaptureQueriesContext(connection) as queries:
        verbs(actor)
    return len(queries)
