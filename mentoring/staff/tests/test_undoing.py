from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_post
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, WrongState
from mentoring.organizations.models import Organization
from mentoring.people.models import Person, PersonCaseForm, PersonName
from mentoring.people.tests.factories import make_person
from mentoring.staff import registries
from mentoring.staff.actions import BuiltOn, apply_list, decide_rows, keep_on_list, undo_list
from mentoring.staff.choices import ImportState
from mentoring.staff.models import Employment, PositionPeriod, StaffImport
from mentoring.staff.tests.factories import make_employment
from mentoring.staff.tests.loads import NEW_TEACHER, plan

pytestmark = pytest.mark.django_db

SECOND = ("Ежова Ксения Павловна", "учитель физики", "01.09.2020", "5", "первая", "", "")


@pytest.fixture
def applied(ready_school: Organization, curator: Actor, day: date) -> StaffImport:
    """A list of one new person, loaded."""
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    return apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)


def everything(organization: Organization) -> list[object]:
    """All that a load may touch, without versions."""
    works = Employment.objects.filter(organization=organization).order_by("pk")
    people = Person.objects.order_by("pk")
    return [
        [{name: value for name, value in row.items() if name != "version"} for row in rows]
        for rows in (
            works.values(),
            people.values(),
            PositionPeriod.objects.values("employment_id", "position_title"),
            PersonName.objects.values("person_id", "last_name"),
            PersonCaseForm.objects.values("person_id", "case", "text"),
        )
    ]


def test_undone_load_leaves_nobody(applied: StaffImport, ready_school: Organization, curator: Actor) -> None:
    undone = undo_list(loaded=applied, by=curator)

    assert undone.state == ImportState.UNDONE
    assert not Employment.objects.exists()
    assert not Person.objects.filter(last_name="Новикова").exists()
    assert Event.objects.filter(name="staff.import.undone").exists()


def test_undone_load_gives_everything_back(ready_school: Organization, curator: Actor, day: date) -> None:
    changed = make_person(full_name="Новикова Анна Игоревна")
    make_employment(
        organization=ready_school, person=changed, position_title="воспитатель", position_code="kindergarten_teacher"
    )
    PersonCaseForm.objects.create(person=changed, case="dative", text="Новиковой Анне")
    make_employment(organization=ready_school, person=make_person(full_name="Панина Вера Олеговна"))
    back = make_person(full_name="Ежова Ксения Павловна")
    make_employment(
        organization=ready_school,
        person=back,
        position_title="учитель физики",
        position_code="teacher",
        subject="физика",
        category="first",
        hired_on=date(2020, 9, 1),
        teaching_experience_months=60,
        gone_since=date(2026, 10, 1),
    )
    before = everything(ready_school)
    loaded = plan(ready_school, NEW_TEACHER, SECOND, ("Орлова Ия Ильинична", "учитель", "", "", "", "", ""), by=curator)
    done = apply_list(loaded=loaded, version=loaded.version, today=day, by=curator)
    assert everything(ready_school) != before

    undo_list(loaded=done, by=curator)

    assert everything(ready_school) == before


def test_confirmed_new_surname_is_undone_with_its_history(
    ready_school: Organization, curator: Actor, day: date
) -> None:
    person = make_person(full_name="Старцева Анна Игоревна", birth_date=date(1990, 3, 12))
    work = make_employment(organization=ready_school, person=person)
    PersonCaseForm.objects.create(person=person, case="dative", text="Старцевой Анне")
    before = everything(ready_school)
    loaded = plan(ready_school, NEW_TEACHER, by=curator)
    decided = decide_rows(loaded=loaded, choices={"Педагоги!2": f"same:{work.pk}"}, version=loaded.version, by=curator)
    done = apply_list(loaded=decided, version=decided.version, today=day, by=curator)
    person.refresh_from_db()
    assert (person.last_name, person.search) == ("Новикова", "новикова анна игоревна")
    assert person.former_names.get().last_name == "Старцева"

    undo_list(loaded=done, by=curator)

    assert everything(ready_school) == before


def test_undone_load_can_be_repeated(
    applied: StaffImport, ready_school: Organization, curator: Actor, day: date
) -> None:
    undo_list(loaded=applied, by=curator)

    again = plan(ready_school, NEW_TEACHER, by=curator)
    apply_list(loaded=again, version=again.version, today=day, by=curator)

    assert Employment.objects.count() == 1


def test_load_is_undone_once(applied: StaffImport, curator: Actor) -> None:
    undo_list(loaded=applied, by=curator)

    with pytest.raises(WrongState):
        undo_list(loaded=applied, by=curator)


def test_stranger_undoes_nothing(applied: StaffImport, stranger: Actor) -> None:
    with pytest.raises(NotAllowed):
        undo_list(loaded=applied, by=stranger)


def test_only_the_last_load_is_undone(
    applied: StaffImport, ready_school: Organization, curator: Actor, day: date
) -> None:
    later = plan(ready_school, NEW_TEACHER, SECOND, by=curator)
    apply_list(loaded=later, version=later.version, today=day, by=curator)

    with pytest.raises(BuiltOn, match="Сначала отмените последнюю"):
        undo_list(loaded=applied, by=curator)


def test_changed_card_keeps_the_load(applied: StaffImport, curator: Actor, day: date) -> None:
    Employment.objects.update(gone_since=day)
    keep_on_list(employment=Employment.objects.get(), by=curator)

    with pytest.raises(BuiltOn, match="изменили сведения"):
        undo_list(loaded=applied, by=curator)


def test_role_given_to_a_loaded_person_keeps_the_load(
    applied: StaffImport, ready_school: Organization, curator: Actor
) -> None:
    make_post(Employment.objects.get().person, Role.COUNCIL_MEMBER, ready_school)

    with pytest.raises(BuiltOn, match="уже работают"):
        undo_list(loaded=applied, by=curator)
    assert Employment.objects.exists()


def test_other_domains_keep_the_load(applied: StaffImport, curator: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registries.uses._items, "test", set)

    with pytest.raises(BuiltOn, match="загруженным человеком"):
        undo_list(loaded=applied, by=curator)


def test_forgotten_load_is_not_undone(applied: StaffImport, curator: Actor) -> None:
    StaffImport.objects.update(effects=[])

    with pytest.raises(BuiltOn, match="слишком давняя"):
        undo_list(loaded=applied, by=curator)
