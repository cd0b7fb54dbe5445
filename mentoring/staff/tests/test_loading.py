from datetime import date

import pytest
from django.db.models import F

from mentoring.audit.models import Event
from mentoring.core.actor import Actor, system_actor
from mentoring.core.background import drain
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.core.models import Job
from mentoring.organizations.models import Organization
from mentoring.people.tests.factories import make_person
from mentoring.staff import storage
from mentoring.staff.actions import (
    BasisMissing,
    PlanOutdated,
    apply_list,
    assign_columns,
    decide_rows,
    drop_list,
    forget_old_lists,
    plan_list,
    settle_errors,
)
from mentoring.staff.choices import EmploymentKind, ImportState
from mentoring.staff.imports.fields import Field
from mentoring.staff.models import Employment, StaffImport
from mentoring.staff.tests.factories import make_employment
from mentoring.staff.tests.loads import NEW_TEACHER, list_file, plan, row_of, take

pytestmark = pytest.mark.django_db

TWICE = ("Ежова Ксения Павловна", "учитель", "01.09.2020", "5", "", "", "")


def test_plan_writes_nothing_into_the_staff(ready_school: Organization, curator: Actor) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    assert loaded.state == ImportState.PLANNED
    assert loaded.counts["new"] == 1
    assert not Employment.objects.exists()


def test_list_waits_for_the_basis(school: Organization, curator: Actor) -> None:
    with pytest.raises(BasisMissing):
        take(school, list_file(NEW_TEACHER), by=curator)


def test_foreign_curator_loads_nothing(ready_school: Organization, stranger: Actor) -> None:
    with pytest.raises(NotAllowed, match="ведёт руководитель, куратор"):
        take(ready_school, list_file(NEW_TEACHER), by=stranger)


def test_file_is_kept_for_its_owner_alone(ready_school: Organization, curator: Actor) -> None:
    path = storage.path_of(take(ready_school, list_file(NEW_TEACHER), by=curator).path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert "список" not in path.name


def test_applied_list_makes_people(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    work = Employment.objects.select_related("person").get()
    assert work.person.full_name == "Новикова Анна Игоревна"
    assert (work.person.gender, work.person.search) == ("female", "новикова анна игоревна")
    assert (work.position_title, work.position_code) == ("учитель физики", "teacher")
    assert (work.teaching_experience_months, work.experience_as_of) == (38, date(2026, 9, 1))
    assert (work.category, work.hired_on, work.kind) == ("first", date(2023, 9, 1), EmploymentKind.MAIN)
    names = Event.objects.filter(subject_id__in=[work.pk, loaded.pk]).values_list("name", flat=True)
    assert {"staff.employment.loaded", "staff.import.applied"} <= set(names)


def test_loading_again_changes_nothing(ready_school: Organization, curator: Actor, day: date) -> None:
    first = plan(ready_school, NEW_TEACHER, TWICE, by=curator)
    apply_list(loaded=first, version=first.version, today=day, by=curator)
    before = list(Employment.objects.order_by("pk").values())

    again = plan(ready_school, NEW_TEACHER, TWICE, by=curator)
    with pytest.raises(Refusal, match="Загружать нечего"):
        apply_list(loaded=again, version=again.version, today=day, by=curator)

    assert again.counts["unchanged"] == 2
    assert list(Employment.objects.order_by("pk").values()) == before


def test_change_is_shown_field_by_field_and_written(ready_school: Organization, curator: Actor, day: date) -> None:
    person = make_person(full_name="Новикова Анна Игоревна")
    work = make_employment(
        organization=ready_school,
        person=person,
        position_title="учитель физики",
        category="none",
        subject="физика",
        position_code="teacher",
        hired_on=date(2023, 9, 1),
        teaching_experience_months=38,
        total_experience_months=60,
        experience_as_of=date(2026, 9, 1),
    )

    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    assert {change["field"] for change in row_of(loaded, person.full_name)["changes"]} == {"category", "birth_date"}
    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    work.refresh_from_db()
    person.refresh_from_db()
    assert (work.category, work.version) == ("first", 2)
    assert (person.birth_date, person.birth_year, person.version) == (date(1990, 3, 12), 1990, 2)


def test_empty_cell_takes_nothing_away(ready_school: Organization, curator: Actor, day: date) -> None:
    person = make_person(full_name="Новикова Анна Игоревна")
    work = make_employment(organization=ready_school, person=person, phone="+79130000000", category="none")
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    work.refresh_from_db()
    assert work.phone == "+79130000000"


def test_new_position_keeps_the_former_one(ready_school: Organization, curator: Actor, day: date) -> None:
    person = make_person(full_name="Новикова Анна Игоревна")
    work = make_employment(
        organization=ready_school,
        person=person,
        position_title="воспитатель",
        position_code="kindergarten_teacher",
        position_since=date(2020, 9, 1),
    )
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    work.refresh_from_db()
    former = work.former_positions.get()
    assert (work.position_code, work.position_since) == ("teacher", day)
    assert (former.position_title, former.since, former.until) == ("воспитатель", date(2020, 9, 1), date(2026, 11, 22))


def test_person_not_named_is_only_marked(ready_school: Organization, curator: Actor, day: date) -> None:
    here = [
        make_employment(organization=ready_school, person=make_person(full_name=name))
        for name in ("Новикова Анна Игоревна", "Ежова Ксения Павловна", "Панина Вера Олеговна")
    ]
    loaded = plan(ready_school, NEW_TEACHER, TWICE, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    here[2].refresh_from_db()
    assert (here[2].gone_since, here[2].dismissed_on) == (day, None)


def test_part_of_a_list_marks_nobody(ready_school: Organization, curator: Actor, day: date) -> None:
    others = [
        make_employment(organization=ready_school, person=make_person(full_name=f"Ива{letter} Анна"))
        for letter in "бвгд"
    ]
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    assert not Employment.objects.filter(pk__in=[work.pk for work in others], gone_since__isnull=False).exists()


def test_marking_of_absent_people_can_be_chosen(ready_school: Organization, curator: Actor, day: date) -> None:
    for letter in "бвгд":
        make_employment(organization=ready_school, person=make_person(full_name=f"Ива{letter} Анна"))
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    decided = decide_rows(loaded=loaded, choices={"gone": "mark"}, version=loaded.version, by=curator)
    apply_list(loaded=decided, version=decided.version, today=day, by=curator)

    assert Employment.objects.filter(gone_since=day).count() == 4


def test_person_named_again_loses_the_mark(ready_school: Organization, curator: Actor, day: date) -> None:
    first = plan(ready_school, NEW_TEACHER, by=curator)
    apply_list(loaded=first, version=first.version, today=day, by=curator)
    Employment.objects.update(gone_since=date(2026, 10, 1), version=F("version") + 1)

    again = plan(ready_school, NEW_TEACHER, by=curator)
    apply_list(loaded=again, version=again.version, today=day, by=curator)

    assert Employment.objects.get().gone_since is None


def test_doubtful_row_waits_for_an_answer(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, TWICE, TWICE, by=curator)

    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    assert loaded.counts["doubtful"] == 1
    assert Employment.objects.count() == 1


@pytest.mark.parametrize(("choice", "people"), [("other", 2), ("skip", 1)])
def test_doubtful_row_does_what_was_answered(
    choice: str, people: int, ready_school: Organization, curator: Actor, day: date
) -> None:
    loaded = plan(ready_school, TWICE, TWICE, by=curator)

    decided = decide_rows(loaded=loaded, choices={"Педагоги!3": choice}, version=loaded.version, by=curator)
    apply_list(loaded=decided, version=decided.version, today=day, by=curator)

    assert Employment.objects.count() == people


def test_namesakes_are_told_apart_by_hand(ready_school: Organization, curator: Actor, day: date) -> None:
    people = [make_person(full_name="Ежова Ксения Павловна") for _ in range(2)]
    works = [make_employment(organization=ready_school, person=person, category="") for person in people]
    row = ("Ежова Ксения Павловна", "учитель", "", "", "высшая", "", "")
    loaded = plan(ready_school, row, by=curator)

    decided = decide_rows(
        loaded=loaded, choices={"Педагоги!2": f"same:{works[1].pk}"}, version=loaded.version, by=curator
    )
    apply_list(loaded=decided, version=decided.version, today=day, by=curator)

    assert [Employment.objects.get(pk=work.pk).category for work in works] == ["", "highest"]


def test_two_rows_cannot_mean_one_person(ready_school: Organization, curator: Actor) -> None:
    person = make_person(full_name="Ежова Ксения Павловна")
    work = make_employment(organization=ready_school, person=person)
    loaded = plan(ready_school, TWICE, TWICE, by=curator)

    with pytest.raises(Refusal, match="Строки 2 и 3 указывают на одного человека"):
        decide_rows(loaded=loaded, choices={"Педагоги!3": f"same:{work.pk}"}, version=loaded.version, by=curator)


def test_former_employee_comes_again_as_the_same_person(ready_school: Organization, curator: Actor, day: date) -> None:
    person = make_person(full_name="Новикова Анна Игоревна")
    former = make_employment(organization=ready_school, person=person, dismissed_on=date(2024, 5, 31))
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    assert "работал здесь" in row_of(loaded, person.full_name)["doubt"]

    decided = decide_rows(
        loaded=loaded, choices={"Педагоги!2": f"same:{former.pk}"}, version=loaded.version, by=curator
    )
    apply_list(loaded=decided, version=decided.version, today=day, by=curator)

    assert Employment.objects.filter(person=person).count() == 2


def test_rows_with_errors_stay_behind(ready_school: Organization, curator: Actor, day: date) -> None:
    wrong = ("Орлов Пётр Ильич", "учитель", "31.02.2020", "", "", "", "")
    loaded = plan(ready_school, NEW_TEACHER, wrong, by=curator)

    done = apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    assert Employment.objects.count() == 1
    assert done.has_open_errors
    assert not settle_errors(loaded=done, by=curator).has_open_errors


def test_change_in_between_makes_the_plan_old(ready_school: Organization, curator: Actor, day: date) -> None:
    mine, theirs = (plan(ready_school, NEW_TEACHER, by=curator) for _ in range(2))
    apply_list(loaded=theirs, version=theirs.version, today=day, by=curator)

    with pytest.raises(PlanOutdated):
        apply_list(loaded=mine, version=mine.version, today=day, by=curator)
    assert plan_list(loaded=mine, by=curator).counts["unchanged"] == 1


def test_list_is_applied_once(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    with pytest.raises(WrongState):
        apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)


def test_old_tab_does_not_overrule_decisions(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, TWICE, TWICE, by=curator)
    decide_rows(loaded=loaded, choices={"Педагоги!3": "skip"}, version=loaded.version, by=curator)

    with pytest.raises(Stale):
        apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)
    with pytest.raises(Stale):
        decide_rows(loaded=loaded, choices={"Педагоги!3": "other"}, version=loaded.version, by=curator)


def test_unknown_column_is_assigned_by_hand(ready_school: Organization, curator: Actor) -> None:
    row = ("Новикова Анна Игоревна", "учитель", "+7 913 123-45-67")
    loaded = plan(ready_school, row, by=curator, headings=("ФИО", "Должность", "Куда звонить"))

    assigned = assign_columns(loaded=loaded, mapping={("Педагоги", 2): Field.PHONE}, version=loaded.version, by=curator)
    planned = plan_list(loaded=assigned, by=curator)

    assert row_of(planned, "Новикова Анна Игоревна")["person"]["phone"] == "+79131234567"


def test_two_columns_cannot_be_one_thing(ready_school: Organization, curator: Actor) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    twice = {("Педагоги", 1): Field.PHONE, ("Педагоги", 2): Field.PHONE}

    with pytest.raises(Refusal, match="двум столбцам"):
        assign_columns(loaded=loaded, mapping=twice, version=loaded.version, by=curator)


def test_unreadable_file_says_why(ready_school: Organization, curator: Actor) -> None:
    loaded = plan_list(loaded=take(ready_school, b"%PDF-1.7 nothing", by=curator), by=curator)

    assert loaded.state == ImportState.UNREADABLE
    assert "PDF" in loaded.message


def test_dropped_list_leaves_no_file(ready_school: Organization, curator: Actor) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    drop_list(loaded=loaded, by=curator)
    drain()

    assert not storage.path_of(loaded.path).exists()
    assert StaffImport.objects.get().plan == {}


def test_worker_plans_what_the_page_did_not(ready_school: Organization, curator: Actor) -> None:
    loaded = take(ready_school, list_file(NEW_TEACHER), by=curator)
    Job.objects.update(not_before=F("created_at"))

    drain()

    loaded.refresh_from_db()
    assert loaded.state == ImportState.PLANNED


def test_worker_leaves_a_planned_list_alone(ready_school: Organization, curator: Actor) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    Job.objects.update(not_before=F("created_at"))

    drain()

    assert StaffImport.objects.get().version == loaded.version


def test_old_lists_are_forgotten(ready_school: Organization, curator: Actor, day: date) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)

    assert (
        forget_old_lists(before=StaffImport.objects.get().created_at.replace(year=2100), by=system_actor("staff")) == 1
    )
    drain()

    assert not storage.path_of(loaded.path).exists()
    assert StaffImport.objects.get().effects == []
    with pytest.raises(NotAllowed):
        forget_old_lists(before=loaded.created_at, by=curator)
