"""The actor of a signed-in user: all posts and ties of today at once."""

from datetime import date

from mentoring.accounts.models import Post, User, UserTie
from mentoring.core import clock
from mentoring.core.actor import Actor, PostGrant, Tie


def actor_for(user: User, *, second_factor: bool = False) -> Actor:
    """Build the actor from what holds today; called on every request, so a revoked post ends with the next click."""
    if user.person_id is None:
        return Actor(user_id=user.pk, name=user.username, second_factor=second_factor)
    return Actor(
        user_id=user.pk,
        person_id=user.person_id,
        name=str(user.person),
        posts=_posts(user.person_id),
        ties=_ties(user.person_id, clock.today()),
        second_factor=second_factor,
    )


def _posts(person_id: int) -> frozenset[PostGrant]:
    """Posts that hold today where they are held: each organisation has the day of its own territory."""
    rows = Post.objects.filter(person_id=person_id).held_about(clock.today("UTC"))
    return frozenset(
        PostGrant(role=post.role, organization_id=post.organization_id, territory_path=post.organization.territory.path)
        for post in rows.select_related("organization__territory", "acting_for")
        if post.is_held_on(clock.today(post.organization.territory.time_zone))
    )


def _ties(person_id: int, day: date) -> frozenset[Tie]:
    rows = UserTie.objects.filter(viewer_id=person_id).held_on(day)
    return frozenset(Tie(kind=kind, person_id=subject) for kind, subject in rows.values_list("kind", "subject_id"))
