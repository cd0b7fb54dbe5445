"""Operations on programmes, consents, orders and early ends."""

from mentoring.programs.actions.agreement import agree_item, agree_program, take_back_item_agreement
from mentoring.programs.actions.drafting import Accepted, accept_programs, draft_program
from mentoring.programs.actions.ends import (
    Notice,
    draft_end_order,
    give_notice,
    redraft_end_order,
    take_notice_back,
)
from mentoring.programs.actions.exporting import record_export
from mentoring.programs.actions.goals import add_goal, edit_goal, remove_goal, restore_goal
from mentoring.programs.actions.items import add_item, edit_item, move_item, remove_item, restore_item
from mentoring.programs.actions.orders import draft_pair_order, redraft_pair_order
from mentoring.programs.actions.papers import (
    Prepared,
    accept_and_prepare,
    make_program_paper,
    prepare_papers,
    remake_papers,
    replace_papers,
)
from mentoring.programs.actions.plans import edit_program, record_consideration, respread
from mentoring.programs.actions.refusals import decline_consent, step_out
from mentoring.programs.actions.signing import mark_signed
from mentoring.programs.actions.terms import Contract, edit_terms, set_defaults
from mentoring.programs.actions.turns import turn_day
from mentoring.programs.inputs import GoalInput, ItemInput

__all__ = [
    "Accepted",
    "Contract",
    "GoalInput",
    "ItemInput",
    "Notice",
    "Prepared",
    "accept_and_prepare",
    "accept_programs",
    "add_goal",
    "add_item",
    "agree_item",
    "agree_program",
    "decline_consent",
    "draft_end_order",
    "draft_pair_order",
    "draft_program",
    "edit_goal",
    "edit_item",
    "edit_program",
    "edit_terms",
    "give_notice",
    "make_program_paper",
    "mark_signed",
    "move_item",
    "prepare_papers",
    "record_consideration",
    "record_export",
    "redraft_end_order",
    "redraft_pair_order",
    "remake_papers",
    "remove_goal",
    "remove_item",
    "replace_papers",
    "respread",
    "restore_goal",
    "restore_item",
    "set_defaults",
    "step_out",
    "take_back_item_agreement",
    "take_notice_back",
    "turn_day",
]
