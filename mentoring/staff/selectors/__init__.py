"""Reads of the staff: the list, one card, who works on a day, what experience one has, loaded lists."""

from mentoring.staff.experience import Experience, experience_on, months_between
from mentoring.staff.selectors.basis import basis_draft, basis_of
from mentoring.staff.selectors.card import EmploymentCard, category_title, category_titles, employment_card
from mentoring.staff.selectors.employer import employee_in_papers, employer_of, head_of
from mentoring.staff.selectors.imports import imports_of, last_applied
from mentoring.staff.selectors.organizations import (
    organizations_listed,
    organizations_of_basis,
    organizations_to_keep,
    organizations_without_basis,
)
from mentoring.staff.selectors.people import (
    card_link,
    card_url,
    imports_url,
    introduce,
    latest_added,
    list_url,
    namesakes,
    position_suggestions,
    staff_count,
    staff_count_of,
    working_people,
)
from mentoring.staff.selectors.staff_list import (
    BANDS,
    UNKNOWN_BAND,
    Show,
    StaffQuery,
    StaffRow,
    positions_listed,
    staff_ids,
    staff_rows,
)

__all__ = [
    "BANDS",
    "UNKNOWN_BAND",
    "EmploymentCard",
    "Experience",
    "Show",
    "StaffQuery",
    "StaffRow",
    "basis_draft",
    "basis_of",
    "card_link",
    "card_url",
    "category_title",
    "category_titles",
    "employee_in_papers",
    "employer_of",
    "employment_card",
    "experience_on",
    "head_of",
    "imports_of",
    "imports_url",
    "introduce",
    "last_applied",
    "latest_added",
    "list_url",
    "months_between",
    "namesakes",
    "organizations_listed",
    "organizations_of_basis",
    "organizations_to_keep",
    "organizations_without_basis",
    "position_suggestions",
    "positions_listed",
    "staff_count",
    "staff_count_of",
    "staff_ids",
    "staff_rows",
    "working_people",
]
