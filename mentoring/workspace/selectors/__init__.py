"""What the home page of each role and the search show."""

from mentoring.workspace.selectors.home import home, need_rows, organizations_of
from mentoring.workspace.selectors.search import search

__all__ = ["home", "need_rows", "organizations_of", "search"]
