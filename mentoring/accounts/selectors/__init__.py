"""Who acts, who enters by a code, who holds which post, who has access."""

from mentoring.accounts.selectors.actors import actor_for
from mentoring.accounts.selectors.codes import (
    CodeState,
    entering_by,
    invitation_by_code,
    organization_words,
    own_words_hidden_before,
    state_of_code,
)
from mentoring.accounts.selectors.namesakes import Namesake, namesakes
from mentoring.accounts.selectors.people import (
    AccessFilter,
    AccessRow,
    access_row,
    access_rows,
    organizations_kept,
    own_sessions,
    people_kept,
    people_with_places,
    refused_addresses,
)
from mentoring.accounts.selectors.posts import (
    PostFilter,
    organizations_granted,
    own_posts,
    people_to_appoint,
    posts_seen,
    roles_granted,
)
from mentoring.accounts.selectors.standing import standing_of

__all__ = [
    "AccessFilter",
    "AccessRow",
    "CodeState",
    "Namesake",
    "PostFilter",
    "access_row",
    "access_rows",
    "actor_for",
    "entering_by",
    "invitation_by_code",
    "namesakes",
    "organization_words",
    "organizations_granted",
    "organizations_kept",
    "own_posts",
    "own_sessions",
    "own_words_hidden_before",
    "people_kept",
    "people_to_appoint",
    "people_with_places",
    "posts_seen",
    "refused_addresses",
    "roles_granted",
    "standing_of",
    "state_of_code",
]
