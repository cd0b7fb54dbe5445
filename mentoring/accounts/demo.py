"""People of a demo: users whose login name begins with «demo-»."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, QuerySet

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post, User, UserTie
from mentoring.core import clock

PREFIX: Final = "demo-"
TEACHER: Final = "педагог"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEntry:
    """One person as whom the demo may be seen."""

    login: str
    name: str
    roles: str
    note: str


def demo_users() -> "QuerySet[User]":
    """Made-up users who may be entered by one click."""
    return User.objects.filter(username__startswith=PREFIX, is_active=True, person__isnull=False)


def demo_entries() -> list[tuple[str, list[DemoEntry]]]:
    """Entries by organisation: those with posts first, then mentors, mentees and other teachers."""
    today = clock.today()
    posts = Post.objects.held_on(today).select_related("organization")
    ties = UserTie.objects.held_on(today)
    users = (
        demo_users()
        .select_related("person")
        .prefetch_related(
            Prefetch("person__posts", posts, to_attr="held_posts"),
            Prefetch("person__ties", ties, to_attr="held_ties"),
            "person__employments__organization",
        )
    )
    groups: dict[str, list[tuple[int, DemoEntry]]] = {}
    for user in users.order_by("username"):
        place, weight, entry = _entry(user)
        groups.setdefault(place, []).append((weight, entry))
    return [
        (place, [entry for _, entry in sorted(entries, key=lambda pair: (pair[0], pair[1].name))])
        for place, entries in sorted(groups.items())
    ]


def _weight(roles: Sequence[str], *, has_ties: bool) -> int:
    """The head first, then those who do the work, then the pairs, then everybody else."""
    order = list(Role.values)
    return min((order.index(role) for role in roles), default=len(order) if has_ties else len(order) + 1)


def _entry(user: User) -> tuple[str, int, DemoEntry]:
    person = user.person
    posts: list[Post] = getattr(person, "held_posts", [])
    ties: list[UserTie] = getattr(person, "held_ties", [])
    # Who sees a mentee's card is her mentor, and the other way round.
    parts = sorted({"наставник" if tie.kind == "mentee" else "наставляемый" for tie in ties})
    roles = [post.get_role_display() for post in posts] + parts
    serves = [post.organization.short_name for post in posts]
    works = [employment.organization.short_name for employment in person.employments.all()] if person else []
    places = list(dict.fromkeys(serves + works))
    weight = _weight([post.role for post in posts], has_ties=bool(ties))
    entry = DemoEntry(
        login=user.username, name=str(person), roles=", ".join(roles) or TEACHER, note=", ".join(places[1:])
    )
    return (places[0] if places else "Без организации"), weight, entry
