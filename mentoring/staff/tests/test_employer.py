"""The head as papers call her: by the post, not by the staff list."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.factories import make_post
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person
from mentoring.staff.selectors import employer_of
from mentoring.staff.tests.factories import make_employment

pytestmark = pytest.mark.django_db


@pytest.fixture
def kindergarten() -> Organization:
    return make_organization(type=OrganizationType.KINDERGARTEN, short_name="Детский сад № 8")


@pytest.fixture
def post(kindergarten: Organization) -> Post:
    """A head who works as a senior teacher by the staff list."""
    head = make_person(full_name="Иванова Мария Сергеевна")
    make_employment(organization=kindergarten, person=head, position_title="старший воспитатель")
    return make_post(head, Role.HEAD, kindergarten)


@pytest.mark.usefixtures("post")
def test_head_signs_as_head_whatever_the_staff_list_says(kindergarten: Organization, day: date) -> None:
    employer = employer_of(kindergarten, today=day)

    assert employer is not None
    assert employer.addressee == ("Заведующему детским садом № 8", "Ивановой\u00a0М.\u00a0С.")
    assert employer.office == "Заведующий детским садом № 8"


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize(
    ("title", "dative"),
    [
        ("заведующая", "Заведующей детским садом № 8"),
        ("директор", "Директору детского сада № 8"),
        ("и. о. заведующего", "И. о. заведующего детским садом № 8"),
    ],
)
def test_head_is_called_as_the_organization_writes(
    kindergarten: Organization, day: date, title: str, dative: str
) -> None:
    kindergarten.head_title = title

    employer = employer_of(kindergarten, today=day)

    assert employer is not None
    assert employer.addressee[0] == dative


@pytest.mark.parametrize(
    ("listed", "kept", "called"),
    [
        ("исполняющий обязанности заведующего", "", "исполняющий обязанности заведующего"),
        ("заведующая", "", "заведующая"),
        ("заведующая", "заведующий", "заведующий"),
        ("заведующий хозяйством", "", "заведующий"),
        ("заместитель заведующего", "", "заведующий"),
    ],
)
def test_staff_list_is_asked_where_it_names_a_head_and_nobody_wrote_otherwise(
    kindergarten: Organization, post: Post, day: date, listed: str, kept: str, called: str
) -> None:
    post.person.employments.update(position_title=listed)
    kindergarten.head_title = kept

    employer = employer_of(kindergarten, today=day)

    assert employer is not None
    assert employer.head.position.nominative == called


def test_deputy_signs_as_one_who_stands_in(kindergarten: Organization, post: Post, day: date) -> None:
    deputy = make_person(full_name="Петрова Анна Игоревна")
    Post.objects.create(
        person=deputy, role=Role.HEAD, organization=kindergarten, valid_from=day, valid_until=day, acting_for=post
    )

    employer = employer_of(kindergarten, today=day)

    assert employer is not None
    assert employer.head.signatory.position == "И. о. заведующего"
    assert employer.addressee == ("И. о. заведующего детским садом № 8", "Петровой\u00a0А.\u00a0И.")
