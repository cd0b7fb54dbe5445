"""Where the first sending of a form led."""

from datetime import timedelta

import pytest
import time_machine

from mentoring.accounts.models import User
from mentoring.accounts.tests.factories import make_user
from mentoring.core import clock, receipts
from mentoring.core.actor import Actor
from mentoring.core.models import Receipt
from mentoring.core.receipts import first_answer, note_answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user()


def sent(user: User, token: str = "one") -> Actor:
    """The actor with a form that has been taken."""
    Receipt.objects.create(user=user, token=token, command="staff.add")
    return Actor(user_id=user.pk, form_token=token)


def test_first_answer_stays(user: User) -> None:
    by = sent(user)

    note_answer(location="/staff/7/", by=by)
    note_answer(location="/staff/", by=by)

    assert first_answer(by) == "/staff/7/"


def test_form_of_another_one_or_never_taken_leads_nowhere(user: User) -> None:
    note_answer(location="/staff/7/", by=sent(user))

    assert first_answer(Actor(user_id=make_user().pk, form_token="one")) == ""
    assert first_answer(Actor(user_id=user.pk, form_token="two")) == ""


def test_address_that_does_not_fit_is_left_out(user: User) -> None:
    by = sent(user)

    note_answer(location="/" + "a" * 500, by=by)

    assert Receipt.objects.get().location == ""


def test_second_click_waits_for_the_address_of_the_first(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    by = sent(user)
    monkeypatch.setattr(receipts.time, "sleep", lambda seconds: note_answer(location="/staff/7/", by=by))

    assert first_answer(by) == "/staff/7/"


def test_form_answered_on_the_spot_long_ago_is_not_waited_for(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    by = sent(user)
    monkeypatch.setattr(receipts.time, "sleep", lambda seconds: pytest.fail("waited"))

    with time_machine.travel(clock.now() + timedelta(minutes=1), tick=False):
        assert first_answer(by) == ""
