"""Own words stay closed while whoever issued the code of a new password might sit in the account."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.accounts.choices import InvitationPurpose
from mentoring.accounts.models import Invitation, User
from mentoring.accounts.tests.factories import make_user
from mentoring.core import clock
from mentoring.matching.models import OwnRequest
from mentoring.matching.tests.factories import make_beginner, make_request
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person

pytestmark = pytest.mark.django_db
WORDS = "Не справляюсь с классом"


@pytest.fixture
def author() -> User:
    school = make_organization()
    user = make_user(person=make_beginner(organization=school))
    make_request(organization=school, person=user.person, words=WORDS)
    return user


def reset_by(other: User, *, of: User, at: datetime) -> None:
    Invitation.objects.create(
        user=of,
        purpose=InvitationPurpose.RESET,
        code_hash=at.isoformat(),
        issued_by=other,
        expires_at=at + timedelta(days=14),
        used_at=at,
    )


def page(client: Client) -> str:
    return client.get(reverse("matching:own_request")).content.decode()


def test_code_of_another_closes_the_words_written_before_it(
    author: User, client_as: Callable[[Person], Client]
) -> None:
    clerk, hers = make_user(), client_as(author.person)
    assert WORDS in page(hers)

    reset_by(clerk, of=author, at=clock.now())

    assert WORDS not in page(hers)
    assert "Слова закрыты на неделю" in page(hers)
    answer = hers.post(reverse("matching:own_request"), {"words": "Другие слова", "version": "1"})
    assert (answer.status_code, WORDS in answer.content.decode()) == (409, False)
    assert OwnRequest.objects.get().words == WORDS


def test_words_open_again_after_a_week_and_may_be_erased_before(
    author: User, client_as: Callable[[Person], Client]
) -> None:
    hers, moment = client_as(author.person), clock.now()
    OwnRequest.objects.update(updated_at=moment - timedelta(days=30))

    reset_by(make_user(), of=author, at=moment - timedelta(days=8))
    assert WORDS in page(hers)
    reset_by(make_user(), of=author, at=moment)
    assert WORDS not in page(hers)
    hers.post(reverse("matching:own_request_withdraw"))

    assert OwnRequest.objects.get().words == ""


def test_own_link_and_words_written_later_close_nothing(author: User, client_as: Callable[[Person], Client]) -> None:
    reset_by(author, of=author, at=clock.now())
    reset_by(make_user(), of=author, at=OwnRequest.objects.get().updated_at - timedelta(hours=1))

    assert WORDS in page(client_as(author.person))
