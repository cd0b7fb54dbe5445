"""One command: all of it or nothing, once per form."""

import pytest

from mentoring.accounts.models import User
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import AlreadyDone, Refusal
from mentoring.core.models import Receipt
from mentoring.organizations.tests.factories import make_organization

pytestmark = pytest.mark.django_db(transaction=True)


@command
def _rename(*, user: User, name: str, by: Actor, fail: bool = False) -> str:
    User.objects.filter(pk=user.pk).update(username=name)
    if fail:
        raise Refusal("Нет.")
    return name


@command
def _rename_twice(*, user: User, by: Actor) -> None:
    _rename(user=user, name="first", by=by)
    _rename(user=user, name="second", by=by, fail=True)


@pytest.fixture
def user() -> User:
    return make_user(username="start")


def actor_with_token(user: User, token: str) -> Actor:
    return Actor(user_id=user.pk, form_token=token)


def test_a_failed_command_leaves_nothing(user: User) -> None:
    with pytest.raises(Refusal):
        _rename(user=user, name="other", by=actor_with_token(user, ""), fail=True)

    user.refresh_from_db()
    assert user.username == "start"


def test_a_command_inside_a_command_joins_its_transaction(user: User) -> None:
    with pytest.raises(Refusal):
        _rename_twice(user=user, by=actor_with_token(user, "t1"))

    user.refresh_from_db()
    assert user.username == "start"
    assert not Receipt.objects.exists()


def test_the_same_form_twice_makes_one_thing(user: User) -> None:
    _rename(user=user, name="one", by=actor_with_token(user, "t1"))

    with pytest.raises(AlreadyDone):
        _rename(user=user, name="two", by=actor_with_token(user, "t1"))

    user.refresh_from_db()
    assert user.username == "one"


def test_a_failed_form_may_be_sent_again(user: User) -> None:
    with pytest.raises(Refusal):
        _rename(user=user, name="one", by=actor_with_token(user, "t1"), fail=True)

    _rename(user=user, name="two", by=actor_with_token(user, "t1"))

    user.refresh_from_db()
    assert user.username == "two"


def test_forms_without_a_token_are_not_counted(user: User) -> None:
    _rename(user=user, name="one", by=actor_with_token(user, ""))
    _rename(user=user, name="two", by=actor_with_token(user, ""))

    user.refresh_from_db()
    assert user.username == "two"


def test_a_broken_constraint_speaks_its_own_sentence(user: User) -> None:
    organization = make_organization()
    make_post(user.person, "curator", organization)

    @command
    def grant_again(*, by: Actor) -> None:
        make_post(user.person, "curator", organization)

    with pytest.raises(Refusal, match="Эта роль у человека уже есть") as caught:
        grant_again(by=actor_with_token(user, ""))

    assert caught.value.status == 409
