"""Reads of matching: needs, mentors, readiness, the choice of a mentor, pairs."""

from mentoring.matching.selectors.choosing import choice_for, choices_for_all, form_for, waiting_needs
from mentoring.matching.selectors.mentors import facts_of, mentor_rows, taken_places
from mentoring.matching.selectors.needs import needs_page, own_request, updates_history
from mentoring.matching.selectors.pairs import (
    PairSection,
    decision_offer,
    decision_words,
    own_pair_rows,
    pair_card,
    pair_rows,
    pair_sections,
    row_of,
)
from mentoring.matching.selectors.readiness import (
    RestrictedRow,
    marks_of,
    own_questions,
    restricted_journal,
    restricted_rows,
)

__all__ = [
    "PairSection",
    "RestrictedRow",
    "choice_for",
    "choices_for_all",
    "decision_offer",
    "decision_words",
    "facts_of",
    "form_for",
    "marks_of",
    "mentor_rows",
    "needs_page",
    "own_pair_rows",
    "own_questions",
    "own_request",
    "pair_card",
    "pair_rows",
    "pair_sections",
    "restricted_journal",
    "restricted_rows",
    "row_of",
    "taken_places",
    "updates_history",
    "waiting_needs",
]
