"""A programme is drafted as soon as a pair is decided."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.errors import NotAllowed, Refusal
from mentoring.matching.actions import Decision, recommend_pairs
from mentoring.matching.choices import DecisionKind
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_request
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import accept_programs, draft_program, remove_item
from mentoring.programs.choices import AimedAt, ProgramState
from mentoring.programs.models import MentorTerms, Program, ProgramItem
from mentoring.programs.rules.breaks import usual_breaks
from mentoring.programs.selectors.checks import faults_of
from mentoring.programs.tests.factories import PAID, TODAY, make_case, make_office, with_terms
from mentoring.reference.books import calendar

pytestmark = pytest.mark.django_db


def test_decision_drafts_the_programme_in_its_transaction() -> None:
    organization = make_organization()
    office = make_office(organization)
    pair = make_pair(organization=organization)

    recommend_pairs(mentorships=[pair], decision=Decision(kind=DecisionKind.SOLE, clause="3.4"), today=TODAY, by=office)

    program = Program.objects.get(mentorship=pair)
    assert program.state == ProgramState.DRAFT
    assert (program.forms, program.kinds) == (["teacher_teacher"], ["traditional"])
    assert program.ends_on == date(2027, 5, 31)
    assert "учитель — учитель" in program.motive


@pytest.mark.parametrize("type", [OrganizationType.SCHOOL, OrganizationType.KINDERGARTEN, OrganizationType.ADDITIONAL])
@pytest.mark.parametrize(
    "ground",
    ["beginner", "new_here", "new_position", "after_break", "attestation", "difficulties", "own_request", "student"],
)
def test_draft_is_whole_for_every_ground_and_type(type: str, ground: str) -> None:
    organization = make_organization(type=type)
    need = make_need(organization=organization, ground=ground)

    case = make_case(organization=organization, need=need)

    assert faults_of(case.now) == []
    assert 5 <= len(case.items) <= 8
    assert {item.aimed_at for item in case.items} == set(AimedAt.values)
    assert len({item.activity_code for item in case.items}) == len(case.items)
    assert case.program.goals.count() >= 1


def test_items_end_outside_vacations_and_days_off() -> None:
    case = make_case()

    breaks = usual_breaks(2026, 2027, organization_type=OrganizationType.SCHOOL)
    assert all(calendar().is_working_day(item.due_on) for item in case.items)
    assert not any(item.due_on in pause for item in case.items for pause in breaks)


def test_chosen_areas_lead_the_draft_and_the_words_of_the_request_stay_out() -> None:
    organization = make_organization()
    request = make_request(organization=organization, words="боюсь родителей пятого класса")
    request.areas = ["parents"]
    request.save(update_fields=["areas"])
    request.need.state = "confirmed"
    request.need.save(update_fields=["state"])

    case = make_case(organization=organization, need=request.need)

    assert case.program.area == "parents"
    assert any("родител" in item.aimed_text for item in case.items)
    text = " ".join(
        [case.program.problem, case.program.aim, case.program.motive, *(i.title + i.aimed_text for i in case.items)]
    )
    assert "боюсь" not in text


def test_words_of_a_kindergarten_differ() -> None:
    case = make_case(organization=make_organization(type=OrganizationType.KINDERGARTEN))

    text = " ".join([case.program.aim, *(item.title for item in case.items)])
    assert "занят" in text
    assert "урок" not in text


def test_drafting_twice_gives_the_same_programme() -> None:
    case = make_case()

    again = draft_program(mentorship=case.pair, today=TODAY, by=case.office)

    assert again.pk == case.program.pk
    assert Program.objects.count() == 1


def test_undecided_pair_gets_no_programme() -> None:
    organization = make_organization()
    office = make_office(organization)

    with pytest.raises(Refusal, match="решение о паре"):
        draft_program(mentorship=make_pair(organization=organization), today=TODAY, by=office)


def test_stranger_drafts_nothing() -> None:
    case = make_case()

    with pytest.raises(NotAllowed):
        draft_program(mentorship=case.pair, today=TODAY, by=make_actor(Role.CLERK, organization=case.organization))


def test_terms_start_from_what_the_organization_offers() -> None:
    first = with_terms(make_case())

    second = make_case(first.office)

    terms = MentorTerms.objects.get(program=second.program)
    assert (terms.payment_value, terms.payment_basis) == (PAID.payment_value, PAID.payment_basis)


def test_own_hours_of_the_mentor_win() -> None:
    organization = make_organization()
    mentor = make_mentor(organization=organization, hours_per_month=5)

    case = make_case(organization=organization, mentor=mentor)

    assert MentorTerms.objects.get(program=case.program).hours_per_month == 5


def test_whole_drafts_are_accepted_and_the_rest_is_named() -> None:
    whole, lacking = make_case(), None
    lacking = make_case(whole.office)
    for item in lacking.items[2:]:
        remove_item(item=item, version=1, by=lacking.mentor)

    done = accept_programs(organization=whole.organization, programs=[whole.program, lacking.program], by=whole.office)

    assert [program.pk for program in done.accepted] == [whole.program.pk]
    assert "меньше трёх" in done.lacking[0][1]
    assert lacking.now.accepted_at is None


def test_only_leaders_accept() -> None:
    case = make_case()

    with pytest.raises(NotAllowed):
        accept_programs(organization=case.organization, programs=[case.program], by=case.mentor)


def test_program_of_a_lost_pair_is_seen_nowhere() -> None:
    case = make_case()
    Program.objects.filter(pk=case.program.pk).update(state=ProgramState.CANCELLED)

    assert not Program.objects.visible_to(case.office).exists()
    assert ProgramItem.objects.filter(program=case.program).exists()
