"""Who acts."""

from mentoring.core.actor import ANONYMOUS, Actor, PostGrant, actor_of


def test_an_actor_without_a_person_is_nobody() -> None:
    actor = Actor(user_id=1)

    assert not actor.is_person(None)
    assert actor.own_ids == frozenset()


def test_roles_add_up_per_organisation() -> None:
    actor = actor_of(
        user_id=1, person_id=7, posts=[PostGrant("head", 1), PostGrant("curator", 1), PostGrant("head", 2)]
    )

    assert actor.organizations_as("head") == {1, 2}
    assert actor.organizations_as("curator") == {1}
    assert actor.organizations_as("clerk") == frozenset()


def test_the_anonymous_has_nothing() -> None:
    assert ANONYMOUS.is_anonymous
    assert ANONYMOUS.organization_ids == frozenset()
