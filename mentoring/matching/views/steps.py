"""Where the job goes on after a decision: programmes stand above, so their page is asked for by name."""

from django.urls import NoReverseMatch, reverse

NEXT = ("programs:start", "programs:path", "matching:mentorship_list")


def next_step_url(query: str) -> str:
    """The page of the next step; the list of pairs where nothing stands above."""
    for name in NEXT:
        try:
            return reverse(name) + query
        except NoReverseMatch:
            continue
    raise NoReverseMatch(NEXT[-1])
