"""Who acts: one person with all posts and ties at once, or a named system actor."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

NOBODY = frozenset[int]()


@dataclass(frozen=True, slots=True)
class PostGrant:
    """A role that holds today in one organisation."""

    role: str
    organization_id: int
    territory_path: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A reason why one person may see another's card: they work together."""

    kind: str
    person_id: int


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who asks. Rules compare people through `is_person`; an actor without a person matches nobody."""

    user_id: int | None = None
    person_id: int | None = None
    name: str = ""
    posts: frozenset[PostGrant] = frozenset()
    ties: frozenset[Tie] = frozenset()
    second_factor: bool = False
    system: str = ""
    form_token: str = field(default="", compare=False)

    @property
    def is_anonymous(self) -> bool:
        """True when nobody has signed in and no part of the system acts."""
        return self.user_id is None and not self.system

    @property
    def own_ids(self) -> frozenset[int]:
        """The actor's own person id as a set for `__in`; empty when there is no person."""
        return NOBODY if self.person_id is None else frozenset({self.person_id})

    @property
    def organization_ids(self) -> frozenset[int]:
        """Every organisation in which the actor holds any post today."""
        return frozenset(post.organization_id for post in self.posts)

    def is_person(self, person_id: int | None) -> bool:
        """Tell whether the actor is this very person; `None` never matches."""
        return person_id is not None and person_id == self.person_id

    def organizations_as(self, *roles: str) -> frozenset[int]:
        """Organisations in which the actor holds one of the roles today."""
        return frozenset(post.organization_id for post in self.posts if post.role in roles)

    def territories_as(self, *roles: str) -> frozenset[str]:
        """Paths of the territories over which the actor holds one of the roles (see organizations.Territory.path)."""
        return frozenset(post.territory_path for post in self.posts if post.role in roles and post.territory_path)

    def has_role(self, *roles: str) -> bool:
        """Tell whether the actor holds one of the roles anywhere."""
        return any(post.role in roles for post in self.posts)

    def tied_to(self, *kinds: str) -> frozenset[int]:
        """People whose cards the actor may see by ties of these kinds."""
        return frozenset(tie.person_id for tie in self.ties if tie.kind in kinds)

    def with_token(self, form_token: str) -> "Actor":
        """The same actor submitting one form; the token makes a doubled click one thing."""
        return replace(self, form_token=form_token)


ANONYMOUS = Actor()


def system_actor(name: str) -> Actor:
    """A part of the system that acts by itself, such as the schedule."""
    return Actor(system=name, name=name)


def actor_of(*, user_id: int, person_id: int | None, posts: Iterable[PostGrant] = ()) -> Actor:
    """Build a signed-in actor; for tests and commands."""
    return Actor(user_id=user_id, person_id=person_id, posts=frozenset(posts), second_factor=True)
