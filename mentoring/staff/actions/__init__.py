"""Operations of the staff: the basis of processing, people by hand, loaded lists."""

from mentoring.staff.actions.applying import PlanOutdated, apply_list
from mentoring.staff.actions.basis import (
    BasisFacts,
    BasisMissing,
    draft_basis_paper,
    end_basis,
    record_basis,
    require_basis,
)
from mentoring.staff.actions.employments import (
    SameName,
    WorkFacts,
    add_to_staff,
    edit_employment,
    hire_again,
    keep_on_list,
)
from mentoring.staff.actions.exports import export_list
from mentoring.staff.actions.loading import (
    assign_columns,
    decide_rows,
    drop_list,
    forget_old_lists,
    plan_list,
    read_loaded,
    settle_errors,
    take_list,
)
from mentoring.staff.actions.periods import (
    BreakFacts,
    change_position,
    dismiss,
    end_break,
    record_break,
    remove_break,
    undo_dismissal,
)
from mentoring.staff.actions.removing import NotMistaken, reason_to_keep, remove_mistaken
from mentoring.staff.actions.undoing import BuiltOn, undo_list

__all__ = [
    "BasisFacts",
    "BasisMissing",
    "BreakFacts",
    "BuiltOn",
    "NotMistaken",
    "PlanOutdated",
    "SameName",
    "WorkFacts",
    "add_to_staff",
    "apply_list",
    "assign_columns",
    "change_position",
    "decide_rows",
    "dismiss",
    "draft_basis_paper",
    "drop_list",
    "edit_employment",
    "end_basis",
    "end_break",
    "export_list",
    "forget_old_lists",
    "hire_again",
    "keep_on_list",
    "plan_list",
    "read_loaded",
    "reason_to_keep",
    "record_basis",
    "record_break",
    "remove_break",
    "remove_mistaken",
    "require_basis",
    "settle_errors",
    "take_list",
    "undo_dismissal",
    "undo_list",
]
