"""Everything that changes who may enter and what they may do."""

from mentoring.accounts.actions.codes import (
    Issued,
    ask_reset,
    cancel_codes,
    invite,
    invite_many,
    issue_reset_link,
    use_code,
)
from mentoring.accounts.actions.exported import note_export
from mentoring.accounts.actions.others import block_user, forget_second_factor, unblock_user
from mentoring.accounts.actions.own import (
    change_email,
    change_login,
    change_password,
    close_other_sessions,
    note_factor,
    set_display,
)
from mentoring.accounts.actions.posts import (
    OutsidePost,
    SameName,
    Term,
    appoint_deputy,
    confirm_post,
    grant_post,
    grant_to_new,
    revoke_post,
)
from mentoring.accounts.actions.ties import tie, untie

__all__ = [
    "Issued",
    "OutsidePost",
    "SameName",
    "Term",
    "appoint_deputy",
    "ask_reset",
    "block_user",
    "cancel_codes",
    "change_email",
    "change_login",
    "change_password",
    "close_other_sessions",
    "confirm_post",
    "forget_second_factor",
    "grant_post",
    "grant_to_new",
    "invite",
    "invite_many",
    "issue_reset_link",
    "note_export",
    "note_factor",
    "revoke_post",
    "set_display",
    "tie",
    "unblock_user",
    "untie",
    "use_code",
]
