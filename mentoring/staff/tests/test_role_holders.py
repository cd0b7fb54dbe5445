"""Who got a role before the list came is the same person in the list, not a second one."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity
from mentoring.people.models import Person
from mentoring.staff.actions import WorkFacts, add_to_staff, apply_list, undo_list
from mentoring.staff.models import Employment
from mentoring.staff.tests.conftest import person_as
from mentoring.staff.tests.loads import Row, plan

HEAD = "Ромашкина Елена Викторовна"
TODAY = date(2026, 11, 24)


def row(*, born: str = "", name: str = HEAD) -> Row:
    return (name, "заведующий", "01.09.2005", "25", "", born, "")


def load(organization: Organization, *rows: Row, by: Actor) -> None:
    loaded = plan(organization, *rows, by=by)
    apply_list(loaded=loaded, version=loaded.version, today=TODAY, by=by)


def test_list_finds_the_head_who_let_herself_in(ready_school: Organization, curator: Actor) -> None:
    head = person_as(Role.HEAD, ready_school, full_name=HEAD)

    load(ready_school, row(), by=curator)

    assert Employment.objects.get().person == head
    assert Person.objects.filter(last_name="Ромашкина").count() == 1


def test_head_stays_when_the_list_is_undone(ready_school: Organization, curator: Actor) -> None:
    head = person_as(Role.HEAD, ready_school, full_name=HEAD)
    loaded = plan(ready_school, row(), by=curator)
    applied = apply_list(loaded=loaded, version=loaded.version, today=TODAY, by=curator)

    undo_list(loaded=applied, by=curator)

    assert not Employment.objects.exists()
    assert Person.objects.filter(pk=head.pk).exists()


def test_another_birthday_is_another_person(ready_school: Organization, curator: Actor) -> None:
    head = person_as(Role.HEAD, ready_school, full_name=HEAD)
    Person.objects.filter(pk=head.pk).update(birth_date=date(1960, 1, 1))

    load(ready_school, row(born="12.03.1990"), by=curator)

    assert Employment.objects.get().person != head


def test_head_of_another_school_is_another_person(ready_school: Organization, curator: Actor, stranger: Actor) -> None:
    foreign = Organization.objects.get(pk__in=stranger.organization_ids)
    head = person_as(Role.HEAD, foreign, full_name=HEAD)

    load(ready_school, row(), by=curator)

    assert Employment.objects.get().person != head


@pytest.mark.parametrize("name", ["Ромашкина", "ромашкина"])
def test_head_is_found_when_added_by_hand(ready_school: Organization, curator: Actor, name: str) -> None:
    head = person_as(Role.HEAD, ready_school, full_name=HEAD)

    added = add_to_staff(
        organization=ready_school,
        identity=Identity(name, "Елена", "Викторовна", "female"),
        work=WorkFacts(position_title="заведующий"),
        by=curator,
    )

    assert added.person == head
