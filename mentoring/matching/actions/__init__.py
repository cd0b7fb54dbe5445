"""Operations on needs, mentors, readiness and pairs."""

from mentoring.matching.actions.ends import finish_pair, recall_pair, start_pair, stop_pair
from mentoring.matching.actions.mentors import (
    Profile,
    add_mentor,
    admit_mentors,
    edit_mentor,
    move_mentor,
    wish_to_mentor,
)
from mentoring.matching.actions.needs import (
    add_need,
    close_need,
    complete_update,
    confirm_needs,
    dismiss_need,
    reconsider_need,
    reopen_need,
    set_due,
)
from mentoring.matching.actions.pairs import (
    AfterDecision,
    Choice,
    Decision,
    after_decision,
    decide_and_announce,
    decide_pairs,
    propose_after_talk,
    propose_pairs,
    recommend_pairs,
)
from mentoring.matching.actions.readiness import Asked, Slip, answer, answer_by_code, ask, mark_after_talk, print_slips
from mentoring.matching.actions.requests import Wish, save_request, withdraw_request
from mentoring.matching.actions.telling import add_mentee, announce_pairs, before_cancel, cancel_pair

__all__ = [
    "AfterDecision",
    "Asked",
    "Choice",
    "Decision",
    "Profile",
    "Slip",
    "Wish",
    "add_mentee",
    "add_mentor",
    "add_need",
    "admit_mentors",
    "after_decision",
    "announce_pairs",
    "answer",
    "answer_by_code",
    "ask",
    "before_cancel",
    "cancel_pair",
    "close_need",
    "complete_update",
    "confirm_needs",
    "decide_and_announce",
    "decide_pairs",
    "dismiss_need",
    "edit_mentor",
    "finish_pair",
    "mark_after_talk",
    "move_mentor",
    "print_slips",
    "propose_after_talk",
    "propose_pairs",
    "recall_pair",
    "recommend_pairs",
    "reconsider_need",
    "reopen_need",
    "save_request",
    "set_due",
    "start_pair",
    "stop_pair",
    "wish_to_mentor",
    "withdraw_request",
]
