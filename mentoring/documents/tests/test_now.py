"""«Сейчас нужно» of papers: the sheet of acquaintance."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.documents.actions import mark_acquainted
from mentoring.documents.now import acquaintance_to_mark
from mentoring.documents.tests.factories import make_document, make_signed_order
from mentoring.notifications.now import NowItem
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 10)


@pytest.fixture
def school() -> Organization:
    return make_organization()


def items(actor: Actor) -> list[NowItem]:
    return list(acquaintance_to_mark(actor, TODAY))


@pytest.mark.parametrize("role", [Role.HEAD, Role.CURATOR, Role.CLERK])
def test_signed_order_waits_for_acquaintance(school: Organization, role: str) -> None:
    actor = make_actor(role, organization=school)
    order = make_signed_order(organization=school, by=actor, acquainted=(make_person(), make_person()))

    [item] = items(actor)

    assert (item.verb, item.who) == ("Отметить ознакомление", "2\u00a0человека, приказ №\u00a012-о")
    assert item.url.endswith(f"{order.public_id}/#readers")


def test_who_is_marked_no_longer_counts(school: Organization) -> None:
    actor, told = make_actor(Role.CURATOR, organization=school), (make_person(), make_person())
    order = make_signed_order(organization=school, by=actor, acquainted=told)

    mark_acquainted(document=order, person_ids=[told[0].pk], signed_on=TODAY, today=TODAY, by=actor)
    one_left = [item.who for item in items(actor)]
    mark_acquainted(document=order, person_ids=[told[1].pk], signed_on=TODAY, today=TODAY, by=actor)

    assert one_left == ["1\u00a0человек, приказ №\u00a012-о"]
    assert items(actor) == []


def test_unsigned_order_asks_for_no_acquaintance(school: Organization) -> None:
    make_document(organization=school, acquainted=(make_person(),))

    assert items(make_actor(Role.CURATOR, organization=school)) == []


@pytest.mark.parametrize(
    ("role", "is_own"),
    [
        pytest.param(Role.COUNCIL_MEMBER, True, id="член совета"),
        pytest.param(Role.CURATOR, False, id="куратор чужой школы"),
    ],
)
def test_others_are_told_nothing(school: Organization, role: str, is_own: bool) -> None:
    make_signed_order(
        organization=school, by=make_actor(Role.HEAD, organization=school), acquainted=(make_person(), make_person())
    )

    assert items(make_actor(role, organization=school if is_own else make_organization())) == []
