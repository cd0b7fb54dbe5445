"""One click into a demo; nothing of the kind anywhere else."""

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.conftest import member
from mentoring.organizations.choices import Profile
from mentoring.organizations.models import Installation

pytestmark = pytest.mark.django_db


def install(school, *, is_demo):
    Installation.objects.create(
        pk=1, profile=Profile.ORGANIZATION, top=school, is_demo=is_demo, second_factor_required=False
    )


def test_demo_signs_in_as_any_of_its_people(school):
    install(school, is_demo=True)
    head = member(school, Role.HEAD, username="demo-head")
    client = Client()
    assert head.person.full_name in client.get("/demo/").content.decode()

    answer = client.post("/demo/enter/", {"login": "demo-head"})

    assert answer.url == "/"
    assert client.get("/roles/").status_code == 200


def test_demo_changes_the_person_by_one_click(school):
    install(school, is_demo=True)
    member(school, Role.HEAD, username="demo-head")
    teacher = member(school, username="demo-teacher")
    client = Client()
    client.post("/demo/enter/", {"login": "demo-head"})

    client.post("/demo/enter/", {"login": "demo-teacher"})

    assert client.session["_auth_user_id"] == str(teacher.user.pk)


def test_demo_does_not_sign_in_as_a_real_person(school):
    install(school, is_demo=True)
    member(school, Role.HEAD, username="real-head")

    assert Client().post("/demo/enter/", {"login": "real-head"}).status_code == 404


@pytest.mark.parametrize("created", [True, False])
def test_where_there_is_no_demo_there_is_no_such_page(school, created):
    if created:
        install(school, is_demo=False)
    member(school, Role.HEAD, username="demo-head")
    client = Client()

    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/enter/", {"login": "demo-head"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_every_page_of_a_demo_says_so(school):
    install(school, is_demo=True)

    assert "Люди и организации здесь вымышлены" in Client().get("/login/").content.decode()
