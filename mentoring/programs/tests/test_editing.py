"""Editing a programme: both sides and the curator, each line with its own version, nothing is lost."""

from datetime import date, timedelta

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.actions import (
    GoalInput,
    ItemInput,
    add_goal,
    add_item,
    agree_program,
    edit_goal,
    edit_item,
    edit_program,
    move_item,
    record_consideration,
    remove_goal,
    remove_item,
    respread,
    restore_goal,
    restore_item,
)
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import ProgramItem
from mentoring.programs.selectors.drafting import new_stretches
from mentoring.programs.tests.factories import TODAY, Case, make_case, make_order, running, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return make_case()


def line_of(item: ProgramItem, **changes: object) -> ItemInput:
    """The line as it is, with these fields changed."""
    names = ("title", "aimed_at", "aimed_text", "starts_on", "due_on", "responsible", "result")
    return ItemInput(**({name: getattr(item, name) for name in names} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["mentor", "mentee", "office"])
def test_both_sides_and_the_curator_edit_a_line(case: Case, who: str) -> None:
    item = case.items[0]

    edit_item(item=item, changes=line_of(item, title="Новое название"), version=1, by=getattr(case, who))

    assert case.items[0].title == "Новое название"
    assert case.items[0].version == 2
    assert Event.objects.get(name="programs.item.edited").fields == ["title"]


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER, Role.HEAD])
def test_stranger_edits_nothing(case: Case, role: str) -> None:
    own = role != Role.HEAD
    stranger = make_actor(role, organization=case.organization if own else make_organization())
    item = case.items[0]

    with pytest.raises(NotAllowed):
        edit_item(item=item, changes=line_of(item, title="Чужое"), version=1, by=stranger)


def test_older_save_is_stale_and_changes_nothing(case: Case) -> None:
    item = case.items[0]
    edit_item(item=item, changes=line_of(item, title="Первая правка"), version=1, by=case.mentor)

    with pytest.raises(Stale):
        edit_item(item=item, changes=line_of(item, title="Вторая правка"), version=1, by=case.mentee)

    assert case.items[0].title == "Первая правка"


def test_two_people_edit_two_lines_at_once(case: Case) -> None:
    first, second = case.items[:2]

    edit_item(item=first, changes=line_of(first, title="Одна"), version=1, by=case.mentor)
    edit_item(item=second, changes=line_of(second, title="Другая"), version=1, by=case.mentee)

    assert [item.title for item in case.items[:2]] == ["Одна", "Другая"]


def test_edit_takes_back_agreements_of_the_line_and_of_the_whole(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)
    agree_program(program=case.program, by=case.mentee)
    first, second = case.items[:2]

    edit_item(item=first, changes=line_of(first, title="Иначе"), version=first.version, by=case.mentee)

    assert case.now.state == ProgramState.DRAFT
    assert (case.now.mentor_agreed_at, case.now.mentee_agreed_at) == (None, None)
    assert (case.items[0].mentor_agreed_at, case.items[0].mentee_agreed_at) == (None, None)
    assert case.items[1].mentor_agreed_at is not None
    assert second.mentee_agreed_at is not None


def test_saving_without_a_change_takes_nothing_back(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)
    item = case.items[0]

    edit_item(item=item, changes=line_of(item), version=item.version, by=case.mentee)

    assert case.now.mentor_agreed_at is not None
    assert case.items[0].version == item.version


def test_removed_line_can_be_put_back(case: Case) -> None:
    item = case.items[2]

    remove_item(item=item, version=item.version, by=case.mentor)
    assert item.pk not in {line.pk for line in case.items}

    restore_item(item=item, by=case.mentee)
    assert case.items[2].pk == item.pk


def test_removed_line_is_edited_by_nobody(case: Case) -> None:
    item = case.items[0]
    remove_item(item=item, version=1, by=case.mentor)

    with pytest.raises(Stale, match="убрали"):
        edit_item(item=item, changes=line_of(item, title="Поздно"), version=1, by=case.mentee)


def test_changed_line_is_not_removed_by_who_saw_the_older_text(case: Case) -> None:
    item = case.items[0]
    edit_item(item=item, changes=line_of(item, title="Новое"), version=1, by=case.mentor)

    with pytest.raises(Stale):
        remove_item(item=item, version=1, by=case.mentee)


def test_lines_move_and_keep_their_agreements(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)
    first, second = case.items[:2]

    move_item(item=second, up=True, by=case.mentee)

    assert [item.pk for item in case.items[:2]] == [second.pk, first.pk]
    assert case.items[0].mentor_agreed_at is not None
    assert case.now.mentor_agreed_at is not None


def test_first_line_stays_first_when_moved_up(case: Case) -> None:
    before = [item.pk for item in case.items]

    move_item(item=case.items[0], up=True, by=case.mentor)

    assert [item.pk for item in case.items] == before


def test_own_item_says_that_difficulties_were_thought_of(case: Case) -> None:
    item = ItemInput(title="Своё", aimed_text="трудно говорить тихо", due_on=case.program.ends_on)

    added = add_item(program=case.program, item=item, by=case.mentee)

    assert case.items[-1].pk == added.pk
    assert case.now.difficulties_edited_at is not None


def test_item_from_the_library_alone_leaves_the_warning(case: Case) -> None:
    item = ItemInput(title="Из книги", aimed_text="что-то", due_on=case.program.ends_on, activity_code="time_map")

    add_item(program=case.program, item=item, by=case.mentor)

    assert case.now.difficulties_edited_at is None


def test_item_serves_something_by_constraint(case: Case) -> None:
    item = ItemInput(title="Ни о чём", aimed_text="", due_on=case.program.ends_on)

    with pytest.raises(Refusal, match="какому затруднению"):
        add_item(program=case.program, item=item, by=case.mentor)


def test_item_runs_forward_by_constraint(case: Case) -> None:
    item = ItemInput(title="Назад", aimed_text="так", starts_on=date(2027, 2, 2), due_on=date(2027, 2, 1))

    with pytest.raises(Refusal, match="раньше, чем начинается"):
        add_item(program=case.program, item=item, by=case.mentor)


def test_goals_are_edited_removed_and_put_back(case: Case) -> None:
    goal = add_goal(program=case.program, goal=GoalInput(text="Новая"), by=case.mentee)

    edit_goal(goal=goal, changes=GoalInput(text="Иная", measure="видно"), version=1, by=case.mentor)
    with pytest.raises(Stale):
        edit_goal(goal=goal, changes=GoalInput(text="Поздняя"), version=1, by=case.mentee)
    remove_goal(goal=goal, version=2, by=case.mentor)
    with pytest.raises(Stale, match="убрали"):
        edit_goal(goal=goal, changes=GoalInput(text="После"), version=3, by=case.mentee)
    restore_goal(goal=goal, by=case.mentor)

    goal.refresh_from_db()
    assert (goal.text, goal.measure, goal.removed_at) == ("Иная", "видно", None)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (date(2026, 12, 1), date(2027, 2, 27), "короче 3 месяцев"),
        (date(2026, 12, 1), date(2027, 12, 1), "дольше года"),
        (date(2026, 12, 1), date(2026, 11, 1), "раньше, чем начинается"),
    ],
)
def test_wrong_term_is_refused_in_words(case: Case, starts_on: date, ends_on: date, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        _edit(case, case.mentor, starts_on=starts_on, ends_on=ends_on)


@pytest.mark.parametrize("ends_on", [date(2027, 2, 28), date(2027, 11, 30)])
def test_shortest_and_longest_terms_are_right(case: Case, ends_on: date) -> None:
    _edit(case, case.mentor, starts_on=date(2026, 12, 1), ends_on=ends_on)

    assert case.now.ends_on == ends_on


def test_head_of_the_programme_has_its_own_version(case: Case) -> None:
    _edit(case, case.mentor, aim="Одна цель")

    with pytest.raises(Stale):
        _edit(case, case.mentee, version=1, aim="Другая цель")
    edit_item(item=case.items[0], changes=line_of(case.items[0], title="Строка"), version=1, by=case.mentee)

    assert case.now.aim == "Одна цель"
    assert case.now.version == 2


def test_term_is_closed_once_a_consent_is_signed(case: Case) -> None:
    signed(case)

    with pytest.raises(Refusal, match="уже подписано согласие"):
        _edit(case, case.office, ends_on=case.program.ends_on - timedelta(days=1))
    _edit(case, case.mentor, aim="Цель можно менять и после")

    assert case.now.aim == "Цель можно менять и после"


def test_programme_in_an_order_is_edited_by_nobody(case: Case) -> None:
    make_order([signed(case)])

    with pytest.raises(WrongState):
        edit_item(item=case.items[0], changes=line_of(case.items[0], title="Нет"), version=1, by=case.mentor)


def test_running_programme_is_edited_by_nobody(case: Case) -> None:
    running(case)

    with pytest.raises(WrongState):
        add_goal(program=case.program, goal=GoalInput(text="Нет"), by=case.mentor)


def test_dates_spread_anew_lie_inside_the_new_term(case: Case) -> None:
    _edit(case, case.mentor, starts_on=date(2027, 1, 11), ends_on=date(2027, 5, 31))

    moved = respread(program=case.now, stretches=new_stretches(case.now), by=case.mentor)

    assert moved
    assert all(date(2027, 1, 11) <= item.due_on <= date(2027, 5, 31) for item in case.items)
    assert [item.due_on for item in case.items] == sorted(item.due_on for item in case.items)


def test_consideration_needs_minutes_and_changes_no_agreement(case: Case) -> None:
    agree_program(program=case.program, by=case.mentor)

    with pytest.raises(Refusal, match="протокол"):
        _consider(case, "на педагогическом совете", "", None)
    _consider(case, "на педагогическом совете", "3", TODAY)

    assert (case.now.considered_number, case.now.considered_on) == ("3", TODAY)
    assert case.now.mentor_agreed_at is not None
    _consider(case, "", "3", TODAY)
    assert (case.now.considered_by, case.now.considered_number, case.now.considered_on) == ("", "", None)


def _edit(case: Case, by: Actor, *, version: int | None = None, **changes: object) -> None:
    given = case.now.version if version is None else version
    edit_program(program=case.program, changes=changes, version=given, today=TODAY, by=by)


def _consider(case: Case, body: str, number: str, held_on: date | None) -> None:
    record_consideration(
        program=case.program, body=body, number=number, held_on=held_on, version=case.now.version, by=case.office
    )
