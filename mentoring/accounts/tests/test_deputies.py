"""Deputies: appointed for a time within the post, with its rights while it is held."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from mentoring.accounts.actions import OutsidePost, Term, appoint_deputy, revoke_post
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_post, make_worker
from mentoring.core import clock
from mentoring.core.errors import NotAllowed, Refusal
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def test_head_appoints_her_own_deputy_for_a_time(school, head):
    deputy = make_person()
    post = Post.objects.get(person=head.person)
    term = Term(valid_from=TODAY, valid_until=TODAY + timedelta(days=14), basis="приказ № 20")

    appoint_deputy(post=post, person=deputy, term=term, by=head.actor)

    assert Post.objects.filter(person=deputy, role=Role.HEAD).held_on(TODAY).exists()
    assert not Post.objects.filter(person=deputy).held_on(TODAY + timedelta(days=15)).exists()


def test_deputy_ends_together_with_the_post(school, head):
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    officer = member(office, Role.COMMITTEE)
    deputy = make_person()
    post = Post.objects.get(person=head.person)
    term = Term(valid_from=TODAY, valid_until=TODAY + timedelta(days=14), basis="приказ № 20")
    appoint_deputy(post=post, person=deputy, term=term, by=head.actor)

    revoke_post(post=post, by=officer.actor)

    assert not Post.objects.filter(person=deputy).held_on(TODAY).exists()


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        pytest.param(-11, 5, "valid_from", id="раньше роли"),
        pytest.param(0, 11, "valid_until", id="дольше роли"),
        pytest.param(11, 15, "valid_until", id="после роли"),
    ],
)
def test_deputyship_lies_within_the_post(school, head, begins, ends, field):
    post = make_post(
        make_person(), Role.CURATOR, school, valid_from=TODAY - timedelta(days=10), valid_until=TODAY + timedelta(10)
    )
    term = Term(valid_from=TODAY + timedelta(begins), valid_until=TODAY + timedelta(ends), basis="приказ № 20")

    with pytest.raises(OutsidePost, match="действует") as raised:
        appoint_deputy(post=post, person=make_person(), term=term, by=head.actor)

    assert raised.value.field == field
    assert not post.deputies.exists()


def test_deputyship_may_last_as_long_as_the_post(school, head):
    post = make_post(make_person(), Role.CURATOR, school, valid_from=TODAY, valid_until=TODAY + timedelta(10))
    term = Term(valid_from=TODAY, valid_until=post.valid_until, basis="приказ № 20")

    deputy = appoint_deputy(post=post, person=make_person(), term=term, by=head.actor)

    assert Post.objects.filter(pk=deputy.pk).held_on(post.valid_until).exists()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"valid_until": TODAY - timedelta(days=1)}, id="закончилась вчера"),
        pytest.param({"valid_from": TODAY + timedelta(days=1)}, id="начнётся завтра"),
        pytest.param({"awaits_second": True}, id="не подтверждена"),
    ],
)
def test_deputy_has_no_rights_on_a_day_without_the_post(school, head, change):
    acting = member(school)
    post = Post.objects.get(person=head.person)
    term = Term(valid_from=TODAY, valid_until=TODAY + timedelta(days=14), basis="приказ № 20")
    deputy = appoint_deputy(post=post, person=acting.person, term=term, by=head.actor)
    assert acting.actor.has_role(Role.HEAD)

    Post.objects.filter(pk=post.pk).update(**change)

    assert not acting.actor.has_role(Role.HEAD)
    assert not Post.objects.filter(pk=deputy.pk).held_on(TODAY).exists()
    assert not Post.objects.get(pk=deputy.pk).is_held_on(TODAY)


@pytest.mark.parametrize(
    "term",
    [Term(valid_from=TODAY, basis="приказ"), Term(valid_from=TODAY, valid_until=TODAY)],
    ids=["без срока", "без приказа"],
)
def test_deputyship_needs_an_end_and_a_paper(school, head, term):
    with pytest.raises(Refusal, match="на срок"):
        appoint_deputy(post=Post.objects.get(person=head.person), person=make_person(), term=term, by=head.actor)


def test_deputy_names_no_deputies(school, head):
    deputy = member(school)
    term = Term(valid_from=TODAY, valid_until=TODAY + timedelta(days=14), basis="приказ № 20")
    acting = appoint_deputy(post=Post.objects.get(person=head.person), person=deputy.person, term=term, by=head.actor)

    with pytest.raises(NotAllowed):
        appoint_deputy(post=acting, person=make_person(), term=term, by=deputy.actor)


def test_curator_deputizes_nobody_for_the_head(school, head, curator):
    term = Term(valid_from=TODAY, valid_until=TODAY + timedelta(days=14), basis="приказ № 20")

    with pytest.raises(NotAllowed):
        appoint_deputy(post=Post.objects.get(person=head.person), person=curator.person, term=term, by=curator.actor)


def test_deputy_without_an_end_breaks_the_constraint(school, head):
    post = Post.objects.get(person=head.person)

    with pytest.raises(IntegrityError):
        Post.objects.create(
            person=make_person(), role=Role.HEAD, organization=school, valid_from=TODAY, acting_for=post
        )


def test_deputyship_longer_than_the_post_is_told_beside_its_date(school, head, client_as):
    post = make_post(make_worker(school), Role.CURATOR, school, valid_until=clock.today() + timedelta(days=5))
    values = deputy_form(make_worker(school), days=6)

    answer = client_as(head.person).post(f"/roles/{post.public_id}/deputy/", values)

    assert answer.status_code == 422
    assert "действует по" in answer.context["form"].errors["valid_until"][0]
    assert not post.deputies.exists()


def test_doubled_click_appoints_one_deputy(school, head, client_as):
    post = make_post(make_worker(school), Role.CURATOR, school)
    values = deputy_form(make_worker(school), days=5) | {"form_token": "c" * 32}

    client = client_as(head.person)
    answers = [client.post(f"/roles/{post.public_id}/deputy/", values) for _ in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, f"/roles/{post.public_id}/")] * 2
    assert post.deputies.count() == 1


def deputy_form(person, *, days):
    today = clock.today()
    return {
        "person": str(person.public_id),
        "valid_from": today.isoformat(),
        "valid_until": (today + timedelta(days=days)).isoformat(),
        "basis": "приказ № 20",
    }
