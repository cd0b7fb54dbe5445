"""«Назначить на роль»: the title of the head, names and dates that make sense, the gender from the first name."""

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.conftest import member
from mentoring.core import clock
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def kindergarten():
    return make_organization(type=OrganizationType.KINDERGARTEN)


@pytest.fixture
def committee(kindergarten, client_as):
    office = make_organization(territory=kindergarten.territory, type=OrganizationType.COMMITTEE)
    return client_as(member(office, Role.COMMITTEE).person)


def grant(client, organization, **changes):
    given = {
        "role": "head",
        "organization": str(organization.public_id),
        "last_name": "Ким",
        "first_name": "Анна",
        "patronymic": "",
        "valid_from": clock.today().isoformat(),
        "basis": "приказ № 15",
    }
    return client.post("/roles/add/", given | changes)


def test_head_is_appointed_with_her_title(committee, kindergarten):
    answer = grant(committee, kindergarten, head_title="и. о. заведующего")

    post = Post.objects.get(role=Role.HEAD)
    kindergarten.refresh_from_db()
    assert answer.status_code == 302
    assert kindergarten.title_of_head == "и. о. заведующего"
    assert "и. о. заведующего" in committee.get(f"/roles/{post.public_id}/").content.decode()


def test_empty_title_leaves_what_the_organization_has(committee, kindergarten):
    grant(committee, kindergarten, head_title="")

    kindergarten.refresh_from_db()
    assert kindergarten.title_of_head == "заведующий"


def test_gender_is_told_by_the_first_name_where_there_is_no_patronymic(committee, kindergarten):
    grant(committee, kindergarten)

    assert Post.objects.get(role=Role.HEAD).person.gender == "female"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"last_name": "123"}, "лишние знаки"),
        ({"valid_from": "1800-01-01"}, "Проверьте год"),
        ({"valid_until": "2226-01-01"}, "Проверьте год"),
        ({"head_title": "5"}, "не должность"),
    ],
)
def test_senseless_answers_are_told(committee, kindergarten, changes, words):
    answer = grant(committee, kindergarten, **changes)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Post.objects.filter(role=Role.HEAD).exists()


def test_who_appoints_no_head_is_not_asked_for_the_title(kindergarten, client_as):
    head = client_as(member(kindergarten, Role.HEAD).person)

    assert "head_title" not in head.get("/roles/add/").content.decode()


def test_page_of_a_deputy_says_how_papers_are_signed(kindergarten, client_as):
    head = member(kindergarten, Role.HEAD).person
    post = Post.objects.get(person=head)

    page = client_as(head).get(f"/roles/{post.public_id}/deputy/").content.decode()

    assert "подпишет «и. о. заведующего»" in page
    assert f'href="/roles/{post.public_id}/"' in page
