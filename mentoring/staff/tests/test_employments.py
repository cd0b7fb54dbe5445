from dataclasses import replace
from datetime import date

import pytest

from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity
from mentoring.people.tests.factories import make_person
from mentoring.staff.actions import (
    BasisMissing,
    BreakFacts,
    SameName,
    WorkFacts,
    add_to_staff,
    change_position,
    dismiss,
    edit_employment,
    end_break,
    hire_again,
    keep_on_list,
    record_break,
    remove_break,
    undo_dismissal,
)
from mentoring.staff.forms.editing import WorkForm
from mentoring.staff.models import Employment
from mentoring.staff.tests.factories import make_employment

ANNA = Identity("Новикова", "Анна", "Игоревна", "female")
WORK = WorkFacts(position_title="учитель физики", hired_on=date(2024, 9, 1))


def facts_of(work: Employment, **changed: object) -> WorkFacts:
    names = [name for name in WorkForm.base_fields if name != "version"]
    return replace(WorkFacts(**{name: getattr(work, name) for name in names}), **changed)


def events(work: Employment) -> list[str]:
    return list(
        Event.objects.filter(subject_id=work.pk, subject_type="staff.employment").values_list("name", flat=True)
    )


@pytest.fixture
def work(school: Organization) -> Employment:
    """A teacher of the school."""
    return make_employment(organization=school)


def test_person_is_added(ready_school: Organization, curator: Actor) -> None:
    work = add_to_staff(organization=ready_school, identity=ANNA, work=WORK, by=curator)

    assert (work.position_code, work.person.full_name) == ("teacher", "Новикова Анна Игоревна")
    assert events(work) == ["staff.employment.added"]


def test_nobody_is_added_before_the_basis(school: Organization, curator: Actor) -> None:
    with pytest.raises(BasisMissing):
        add_to_staff(organization=school, identity=ANNA, work=WORK, by=curator)


def test_stranger_adds_nobody(ready_school: Organization, stranger: Actor) -> None:
    with pytest.raises(NotAllowed):
        add_to_staff(organization=ready_school, identity=ANNA, work=WORK, by=stranger)


@pytest.mark.parametrize("name", ["Новикова Анна Игоревна", "НОВИКОВА АННА ИГОРЕВНА", "Новикова Анна"])
def test_same_name_is_asked_about(name: str, ready_school: Organization, curator: Actor) -> None:
    here = make_employment(organization=ready_school, person=make_person(full_name=name))

    with pytest.raises(SameName) as asked:
        add_to_staff(organization=ready_school, identity=ANNA, work=WORK, by=curator)
    assert asked.value.found == [here]

    added = add_to_staff(
        organization=ready_school, identity=ANNA, work=WORK, other_than=[str(here.public_id)], by=curator
    )
    assert added.person_id != here.person_id


def test_namesake_elsewhere_is_nobodys_business(ready_school: Organization, stranger: Actor, curator: Actor) -> None:
    make_employment(organization=other_school(stranger), person=make_person(full_name="Новикова Анна Игоревна"))

    assert add_to_staff(organization=ready_school, identity=ANNA, work=WORK, by=curator).pk


def test_former_employee_is_hired_again(ready_school: Organization, curator: Actor) -> None:
    former = make_employment(organization=ready_school, dismissed_on=date(2024, 5, 31))

    again = hire_again(organization=ready_school, person=former.person, work=WORK, by=curator)

    assert again.pk != former.pk
    with pytest.raises(Refusal, match="уже есть в списке"):
        hire_again(organization=ready_school, person=former.person, work=WORK, by=curator)


def test_stranger_to_the_school_is_not_hired_again(ready_school: Organization, curator: Actor) -> None:
    with pytest.raises(Refusal, match="здесь не работал"):
        hire_again(organization=ready_school, person=make_person(), work=WORK, by=curator)


def test_edit_names_what_changed(work: Employment, curator: Actor) -> None:
    edit_employment(employment=work, facts=facts_of(work, category="first"), version=1, by=curator)

    work.refresh_from_db()
    assert (work.category, work.version) == ("first", 2)
    assert Event.objects.get(name="staff.employment.edited").fields == ["category"]


def test_edit_of_nothing_leaves_no_trace(work: Employment, curator: Actor) -> None:
    edit_employment(employment=work, facts=facts_of(work), version=1, by=curator)

    assert events(work) == []


def test_older_edit_does_not_overwrite(work: Employment, curator: Actor) -> None:
    edit_employment(employment=work, facts=facts_of(work, category="first"), version=1, by=curator)

    with pytest.raises(Stale):
        edit_employment(employment=work, facts=facts_of(work, category="highest"), version=1, by=curator)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"position_since": date(2000, 1, 1)}, "раньше даты приёма"),
        ({"teaching_experience_months": 500}, "больше общего"),
    ],
)
def test_edit_refuses_contradictions(changed: dict[str, object], words: str, work: Employment, curator: Actor) -> None:
    with pytest.raises(Refusal, match=words):
        edit_employment(employment=work, facts=facts_of(work, **changed), version=1, by=curator)


def test_stranger_edits_nothing(work: Employment, stranger: Actor) -> None:
    with pytest.raises(NotAllowed):
        edit_employment(employment=work, facts=facts_of(work), version=1, by=stranger)


def test_new_position_keeps_the_former_one(work: Employment, curator: Actor) -> None:
    changed = change_position(
        employment=work, title="старший воспитатель", since=date(2026, 11, 1), version=1, by=curator
    )

    former = work.former_positions.get()
    assert (former.position_title, former.since, former.until) == (
        "учитель математики",
        date(2016, 9, 1),
        date(2026, 10, 31),
    )
    assert (changed.position_title, changed.position_since) == ("старший воспитатель", date(2026, 11, 1))


@pytest.mark.parametrize(
    ("title", "since", "words"),
    [
        ("учитель математики", date(2026, 11, 1), "совпадает"),
        ("тьютор", date(2016, 9, 1), "начинается позже"),
    ],
)
def test_impossible_position_is_refused(title: str, since: date, words: str, work: Employment, curator: Actor) -> None:
    with pytest.raises(Refusal, match=words):
        change_position(employment=work, title=title, since=since, version=1, by=curator)


def test_position_from_an_old_tab_is_refused(work: Employment, curator: Actor) -> None:
    with pytest.raises(Stale):
        change_position(employment=work, title="тьютор", since=date(2026, 11, 1), version=7, by=curator)


def test_break_is_recorded_ended_and_removed(work: Employment, curator: Actor) -> None:
    pause = record_break(employment=work, facts=BreakFacts(kind="other", since=date(2026, 1, 10)), by=curator)
    end_break(pause=pause, until=date(2026, 3, 1), by=curator)
    with pytest.raises(WrongState):
        end_break(pause=pause, until=date(2026, 3, 1), by=curator)
    remove_break(pause=pause, by=curator)

    assert not work.breaks.exists()
    assert events(work) == [
        "staff.employment.break_recorded",
        "staff.employment.break_ended",
        "staff.employment.break_removed",
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (BreakFacts(kind="other", since=date(2015, 1, 1)), "раньше даты приёма"),
        (BreakFacts(kind="other", since=date(2020, 5, 1), until=date(2020, 4, 1)), "раньше, чем начинается"),
        (BreakFacts(kind="other", since=date(2019, 1, 1), until=date(2019, 6, 1)), "уже записан"),
        (BreakFacts(kind="other", since=date(2018, 1, 1)), "уже записан"),
    ],
)
def test_impossible_break_is_refused(facts: BreakFacts, words: str, work: Employment, curator: Actor) -> None:
    work.breaks.create(kind="other", since=date(2019, 3, 1), until=date(2019, 4, 1))

    with pytest.raises(Refusal, match=words):
        record_break(employment=work, facts=facts, by=curator)


def test_dismissal_is_undone(work: Employment, curator: Actor) -> None:
    dismiss(employment=work, last_day=date(2026, 11, 30), version=1, by=curator)
    with pytest.raises(WrongState, match="уже записано"):
        dismiss(employment=work, last_day=date(2026, 11, 30), version=2, by=curator)

    undone = undo_dismissal(employment=work, by=curator)

    assert undone.dismissed_on is None
    with pytest.raises(WrongState, match="отменять нечего"):
        undo_dismissal(employment=work, by=curator)


def test_dismissal_before_hiring_is_refused(work: Employment, curator: Actor) -> None:
    with pytest.raises(Refusal, match="раньше даты приёма"):
        dismiss(employment=work, last_day=date(2010, 1, 1), version=1, by=curator)


def test_dismissal_of_a_former_period_is_not_undone_beside_a_new_one(
    ready_school: Organization, curator: Actor
) -> None:
    former = make_employment(organization=ready_school, dismissed_on=date(2024, 5, 31))
    hire_again(organization=ready_school, person=former.person, work=WORK, by=curator)

    with pytest.raises(Refusal, match="уже есть в списке"):
        undo_dismissal(employment=former, by=curator)


def test_mark_is_taken_away(work: Employment, curator: Actor, day: date) -> None:
    Employment.objects.update(gone_since=day)

    assert keep_on_list(employment=work, by=curator).gone_since is None
    with pytest.raises(WrongState):
        keep_on_list(employment=work, by=curator)


def other_school(actor: Actor) -> Organization:
    return Organization.objects.get(pk__in=actor.organization_ids)
