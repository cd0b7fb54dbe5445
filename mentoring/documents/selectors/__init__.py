"""Reads of papers: what composing needs, the register, the card, the check page, local acts."""

from mentoring.documents.norms import act_instrumental, basis_for
from mentoring.documents.selectors.acts import ActGroup, ActRow, acts_by_organization
from mentoring.documents.selectors.cards import PaperCard, SigningRow, paper_card, signing_rows, waiting_to_read
from mentoring.documents.selectors.checking import CheckResult, check_result
from mentoring.documents.selectors.composing import letterhead_of, next_number, paper_person, regulation_of
from mentoring.documents.selectors.register import (
    NEWEST_FIRST,
    SORTS,
    RegisterQuery,
    RegisterRow,
    organizations_to_keep,
    register,
    register_rows,
    waiting_count,
    years_of_papers,
)

__all__ = [
    "NEWEST_FIRST",
    "SORTS",
    "ActGroup",
    "ActRow",
    "CheckResult",
    "PaperCard",
    "RegisterQuery",
    "RegisterRow",
    "SigningRow",
    "act_instrumental",
    "acts_by_organization",
    "basis_for",
    "check_result",
    "letterhead_of",
    "next_number",
    "organizations_to_keep",
    "paper_card",
    "paper_person",
    "register",
    "register_rows",
    "regulation_of",
    "signing_rows",
    "waiting_count",
    "waiting_to_read",
    "years_of_papers",
]
