"""Appointing, confirming, taking away; deputies; who may do it to whom."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError

from mentoring.accounts import access
from mentoring.accounts.actions import (
    Term,
    confirm_post,
    grant_post,
    grant_to_new,
    revoke_post,
)
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_actor, make_post, make_user
from mentoring.audit import access as audit_access
from mentoring.audit.models import Event
from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.notifications.models import Message
from mentoring.organizations import access as organizations_access
from mentoring.organizations.choices import OrganizationType, Profile
from mentoring.organizations.models import Installation
from mentoring.organizations.tests.factories import make_organization, make_territory
from mentoring.people import access as people_access
from mentoring.people.actions import Identity
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db
TODAY = clock.today()
TERM = Term(valid_from=TODAY, basis="приказ № 15")


def grant(person, role, school, by, term=TERM):
    return grant_post(person=person, role=role, organization=school, term=term, by=by)


def committee_of(school, *roles):
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    return member(office, *roles), office


def test_head_appoints_a_curator_who_acts_at_once(school, head):
    person = make_person()

    post = grant(person, Role.CURATOR, school, head.actor)

    assert Post.objects.filter(person=person).held_on(TODAY).get() == post
    assert Event.objects.filter(name="accounts.post.granted", subject_id=post.pk).exists()
    assert Message.objects.filter(person=person, kind="accounts.post.granted").exists()


@pytest.mark.parametrize(
    ("role", "granted"),
    [
        pytest.param(Role.CURATOR, Role.CURATOR, id="куратор назначает куратора"),
        pytest.param(Role.CLERK, Role.CURATOR, id="кадровик назначает куратора"),
        pytest.param(Role.HEAD, Role.HEAD, id="руководитель назначает руководителя"),
        pytest.param(Role.HEAD, Role.ADMINISTRATOR, id="руководитель назначает администратора"),
        pytest.param(Role.COUNCIL_MEMBER, Role.COUNCIL_MEMBER, id="член совета назначает члена совета"),
    ],
)
def test_who_may_not_appoint_is_refused(school, role, granted):
    actor = member(school, role).actor

    with pytest.raises(NotAllowed):
        grant(make_person(), granted, school, actor)


def test_head_of_another_school_appoints_nobody_here(school, stranger):
    with pytest.raises(NotAllowed):
        grant(make_person(), Role.CURATOR, school, stranger.actor)


def test_committee_appoints_a_head_in_its_city_only(school):
    (officer, _) = committee_of(school, Role.COMMITTEE)

    assert grant(make_person(), Role.HEAD, school, officer.actor).role == Role.HEAD
    with pytest.raises(NotAllowed):
        grant(make_person(), Role.HEAD, make_organization(), officer.actor)


def test_committee_does_not_make_itself_a_head(school):
    (officer, _) = committee_of(school, Role.COMMITTEE)

    with pytest.raises(NotAllowed, match="Самому себе"):
        grant(officer.person, Role.HEAD, school, officer.actor)


def test_administrator_does_not_make_herself_a_committee(school):
    (admin, office) = committee_of(school, Role.ADMINISTRATOR)

    with pytest.raises(NotAllowed, match="Самому себе"):
        grant(admin.person, Role.COMMITTEE, office, admin.actor)


def test_sole_head_makes_herself_a_curator(school, head):
    assert grant(head.person, Role.CURATOR, school, head.actor).person == head.person


def test_role_over_a_territory_is_not_given_at_a_school(school):
    (admin, _) = committee_of(school, Role.ADMINISTRATOR)

    with pytest.raises(Refusal, match="территории"):
        grant(make_person(), Role.COMMITTEE, school, admin.actor)


def test_administrator_of_a_single_school_passes_the_key_on(school):
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school)
    admin = member(school, Role.ADMINISTRATOR)

    assert grant(make_person(), Role.ADMINISTRATOR, school, admin.actor).role == Role.ADMINISTRATOR


def test_great_right_waits_for_a_second_person_where_there_is_one(school):
    (admin, office) = committee_of(school, Role.ADMINISTRATOR)
    second = member(office, Role.ADMINISTRATOR)
    person = make_person()

    post = grant(person, Role.COMMITTEE, office, admin.actor)
    assert not Post.objects.filter(pk=post.pk).held_on(TODAY).exists()

    confirm_post(post=post, by=second.actor)
    assert Post.objects.filter(pk=post.pk).held_on(TODAY).exists()


def test_great_right_is_not_confirmed_by_who_gave_it_or_who_got_it(school):
    (admin, office) = committee_of(school, Role.ADMINISTRATOR)
    second = member(office, Role.ADMINISTRATOR)
    third = member(office, Role.ADMINISTRATOR)
    post = grant(third.person, Role.COMMITTEE, office, admin.actor)

    for actor in (admin.actor, third.actor):
        with pytest.raises(NotAllowed, match="другой человек"):
            confirm_post(post=post, by=actor)
    assert not confirm_post(post=post, by=second.actor).awaits_second


def test_confirmed_post_is_not_confirmed_twice(school):
    (admin, office) = committee_of(school, Role.ADMINISTRATOR)
    second = member(office, Role.ADMINISTRATOR)
    post = grant(make_person(), Role.COMMITTEE, office, admin.actor)
    confirm_post(post=post, by=second.actor)

    with pytest.raises(WrongState):
        confirm_post(post=post, by=second.actor)


def test_only_administrator_needs_no_second_person(school):
    (admin, office) = committee_of(school, Role.ADMINISTRATOR)

    assert not grant(make_person(), Role.COMMITTEE, office, admin.actor).awaits_second


def test_new_person_is_written_down_with_the_post(school):
    (officer, _) = committee_of(school, Role.COMMITTEE)

    post = grant_to_new(
        identity=Identity("Зимина", "Анна", "Львовна", "female"),
        role=Role.HEAD,
        organization=school,
        term=TERM,
        by=officer.actor,
    )

    assert post.person.full_name == "Зимина Анна Львовна"


def test_refused_post_writes_nobody_down(school, stranger):
    before = Person.objects.count()

    with pytest.raises(NotAllowed):
        grant_to_new(
            identity=Identity("Зимина", "Анна"), role=Role.CURATOR, organization=school, term=TERM, by=stranger.actor
        )

    assert Person.objects.count() == before


def test_revoked_role_ends_with_the_next_click(school, head, curator, client_as):
    client = client_as(curator.person)
    assert client.get("/roles/").status_code == 200

    revoke_post(post=Post.objects.get(person=curator.person), by=head.actor)

    assert client.get("/roles/").status_code == 403


def test_role_is_not_taken_away_twice(school, head, curator):
    post = Post.objects.get(person=curator.person)
    revoke_post(post=post, by=head.actor)

    with pytest.raises(WrongState):
        revoke_post(post=post, by=head.actor)


def test_head_keeps_her_last_key(school, head):
    with pytest.raises(NotAllowed, match="Снять с себя"):
        revoke_post(post=Post.objects.get(person=head.person), by=head.actor)


def test_curator_takes_no_role_away(school, head, curator):
    with pytest.raises(NotAllowed):
        revoke_post(post=Post.objects.get(person=head.person), by=curator.actor)


def test_post_of_tomorrow_gives_no_right_today(school, head):
    person = make_person()
    grant(person, Role.CURATOR, school, head.actor, Term(valid_from=TODAY + timedelta(days=1), basis="приказ"))

    assert not Post.objects.filter(person=person).held_on(TODAY).exists()
    assert Post.objects.filter(person=person).held_on(TODAY + timedelta(days=1)).exists()


def test_last_day_of_a_post_is_inside_it(school):
    person = make_person()
    make_post(person, Role.CURATOR, school, valid_until=TODAY)

    assert Post.objects.filter(person=person).held_on(TODAY).exists()
    assert not Post.objects.filter(person=person).held_on(TODAY + timedelta(days=1)).exists()


def test_same_role_on_the_same_days_is_refused(school, head, curator):
    with pytest.raises(Refusal, match="уже есть"):
        grant(curator.person, Role.CURATOR, school, head.actor)


def test_post_ending_before_it_begins_breaks_the_constraint(school):
    with pytest.raises(IntegrityError):
        make_post(make_person(), Role.CURATOR, school, valid_from=date(2026, 9, 2), valid_until=date(2026, 9, 1))


def test_second_open_post_breaks_the_constraint(school, curator):
    with pytest.raises(IntegrityError):
        make_post(curator.person, Role.CURATOR, school)


def test_committee_sees_posts_of_its_city_alone(school, head, stranger):
    (officer, _) = committee_of(school, Role.COMMITTEE)

    seen = set(Post.objects.visible_to(officer.actor).values_list("person_id", flat=True))

    assert head.person.pk in seen
    assert stranger.person.pk not in seen


def test_system_appoints_the_first_head(school):
    assert grant(make_person(), Role.HEAD, school, system_actor("setup")).role == Role.HEAD


def test_closed_school_has_no_new_posts(school, head):
    school.closed_on = TODAY
    school.save(update_fields=["closed_on"])

    with pytest.raises(Refusal, match="закрыта"):
        grant(make_person(), Role.CURATOR, school, head.actor)


def test_names_of_roles_below_are_those_of_this_domain():
    below = {
        *audit_access.READER_ROLES,
        audit_access.TECHNICAL_ROLE,
        *organizations_access.REGISTER_ROLES,
        *organizations_access.TERRITORY_ROLES,
        *organizations_access.HEAD_ROLES,
        *people_access.CREATING_ROLES,
        *people_access.COUNCIL_ROLES,
    }

    assert below <= set(Role.values)
    assert set(people_access.STAFF_ROLES) == {role.value for role in access.STAFF_ROLES}


def test_territory_of_a_region_covers_its_cities():
    region = make_territory(level="region")
    city = make_territory(parent=region)
    office = make_organization(territory=region, type=OrganizationType.COMMITTEE)
    actor = make_actor(Role.COMMITTEE, organization=office)

    assert access.can_grant(actor, Role.HEAD, make_organization(territory=city))
    assert not access.can_grant(actor, Role.HEAD, make_organization())


def test_post_begins_with_the_day_of_its_own_territory():
    east = make_organization(territory=make_territory(name="Камчатка"))
    east.territory.time_zone = "Asia/Kamchatka"
    east.territory.save(update_fields=["time_zone"])
    west = make_organization(territory=make_territory(name="Калининград"))
    west.territory.time_zone = "Europe/Kaliningrad"
    west.territory.save(update_fields=["time_zone"])
    person = make_person()
    user = make_user(person=person)
    for place in (east, west):
        make_post(person, Role.CURATOR, place, valid_from=date(2026, 11, 24))

    with time_machine.travel(datetime(2026, 11, 23, 15, tzinfo=UTC), tick=False):  # already the 24th on Kamchatka
        assert actor_for(user).organizations_as(Role.CURATOR) == {east.pk}


def test_title_of_the_head_comes_with_her_role():
    school = make_organization(type=OrganizationType.KINDERGARTEN)
    (committee, _), person = committee_of(school, Role.COMMITTEE), make_person()

    grant_post(
        person=person,
        role=Role.HEAD,
        organization=school,
        term=TERM,
        head_title="И. о. заведующего",
        by=committee.actor,
    )

    school.refresh_from_db()
    assert school.title_of_head == "и. о. заведующего"


def test_other_roles_change_no_title(school, head):
    grant_post(
        person=make_person(), role=Role.CURATOR, organization=school, term=TERM, head_title="царь", by=head.actor
    )

    school.refresh_from_db()
    assert school.title_of_head == "директор"
