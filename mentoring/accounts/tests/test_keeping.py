"""Accounts of who works in several organisations, and codes that their issuer has been outgrown by."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password

from mentoring.accounts.actions import Issued, Term, appoint_deputy, cancel_codes, grant_post, invite, use_code
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Invitation, User
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_post, make_user, make_worker
from mentoring.core import clock
from mentoring.core.errors import NotAllowed, WrongState
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"


@pytest.fixture
def teacher(school):
    return make_worker(school, full_name="Ежова Мария Сергеевна")


def enter_by(issued: Issued) -> User:
    password_hash = make_password(PASSWORD)
    return use_code(
        invitation=issued.invitation, username="ezhova.new", password_hash=password_hash, by=actor_for(issued.user)
    )


@pytest.fixture(params=["работа и работа", "работа и роль", "роль и роль"])
def two_schools(school, teacher, request):
    """The teacher has entered and belongs to a second school of the same city."""
    second = make_organization(territory=school.territory)
    first_way, _, second_way = request.param.partition(" и ")
    if first_way == "роль":
        teacher.employments.all().delete()
        make_post(teacher, Role.COUNCIL_MEMBER, school)
    if second_way == "роль":
        make_post(teacher, Role.COUNCIL_MEMBER, second)
    else:
        make_worker(second, person=teacher)
    make_user(person=teacher, password=make_password(PASSWORD))
    return school, second


@pytest.mark.parametrize("role", [Role.HEAD, Role.CURATOR, Role.CLERK])
def test_one_of_two_schools_gives_no_new_password(two_schools, teacher, role):
    school, _ = two_schools

    with pytest.raises(NotAllowed, match=r"нескольких|назначает"):
        invite(person=teacher, organization=school, by=member(school, role).actor)

    assert not Invitation.objects.exists()


def test_one_of_two_schools_cancels_no_code_of_the_other(two_schools, teacher):
    school, second = two_schools
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    invite(person=teacher, organization=second, by=member(office, Role.COMMITTEE).actor)

    with pytest.raises(NotAllowed):
        cancel_codes(user=teacher.user, organization=school, by=member(school, Role.HEAD).actor)

    assert Invitation.objects.get().is_good(clock.now())


def test_committee_finds_who_works_in_two_schools_and_gives_the_code(two_schools, school, teacher, client_as):
    make_user(person=make_worker(school, full_name="Одинцова Вера Львовна"))
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    client = client_as(member(office, Role.COMMITTEE).person)

    page = client.get("/staff-access/").content.decode()
    answer = client.post("/staff-access/slips/", {"people": str(teacher.public_id)})

    assert "Ежова" in page
    assert "Одинцова" not in page
    assert answer.status_code == 200
    assert Invitation.objects.get().user == teacher.user


def test_who_keeps_both_schools_gives_a_new_password(two_schools, teacher):
    head = member(two_schools[0], Role.HEAD)
    make_post(head.person, Role.HEAD, two_schools[1])

    assert invite(person=teacher, organization=two_schools[0], by=head.actor).code


def test_first_entry_comes_from_either_school(school, teacher):
    second = make_organization(territory=school.territory)
    make_worker(second, person=teacher)

    for place in (school, second):
        assert invite(person=teacher, organization=place, by=member(place, Role.CURATOR).actor).code


def test_page_of_who_works_in_two_schools_offers_what_may_be_done(school, teacher, client_as):
    make_worker(make_organization(territory=school.territory), person=teacher)
    make_user(person=teacher)
    client = client_as(member(school, Role.CURATOR).person)

    page = client.get(f"/staff-access/{teacher.public_id}/").content.decode()

    assert "Листок для первого входа" in page
    assert "в нескольких организациях" in page
    assert "Закрыть вход" not in page


def test_school_that_was_left_opens_no_account_of_who_works_elsewhere(school, teacher):
    former = make_organization(territory=school.territory)
    make_post(teacher, Role.COUNCIL_MEMBER, former, valid_until=clock.today() - timedelta(days=1))

    with pytest.raises(NotAllowed, match="другой организации"):
        invite(person=teacher, organization=former, by=member(former, Role.HEAD).actor)


def test_closed_school_does_not_count_as_a_second_one(school, teacher):
    make_worker(make_organization(territory=school.territory, closed_on=clock.today()), person=teacher)
    make_user(person=teacher, password=make_password(PASSWORD))

    assert invite(person=teacher, organization=school, by=member(school, Role.CURATOR).actor).code


def test_committee_lets_in_a_head_who_is_her_own_curator(school, head):
    make_post(head.person, Role.CURATOR, school)
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)

    assert invite(person=head.person, organization=school, by=member(office, Role.COMMITTEE).actor).code


def test_slip_printed_by_a_curator_does_not_open_the_account_of_a_head(school, curator, head, teacher):
    slip = invite(person=teacher, organization=school, by=curator.actor)
    term = Term(valid_from=clock.today(), valid_until=clock.today(), basis="приказ № 7")

    appoint_deputy(post=head.person.posts.get(), person=teacher, term=term, by=head.actor)

    with pytest.raises(WrongState):
        enter_by(slip)


def test_slip_printed_by_who_appoints_stays_good(school, head, teacher):
    slip = invite(person=teacher, organization=school, by=head.actor)

    grant_post(
        person=teacher, role=Role.CURATOR, organization=school, term=Term(valid_from=clock.today()), by=head.actor
    )

    assert enter_by(slip).username == "ezhova.new"
