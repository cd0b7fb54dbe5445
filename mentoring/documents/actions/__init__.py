"""Operations on papers, files and local acts."""

from mentoring.documents.actions.acts import ActFacts, add_local_act, change_local_act, end_local_act
from mentoring.documents.actions.drafting import PartyLine, draft_document, mark_printed, redraft_document
from mentoring.documents.actions.ending import cancel_document, end_document
from mentoring.documents.actions.exporting import record_export
from mentoring.documents.actions.files import Upload, forget_unattached, store_file
from mentoring.documents.actions.signing import (
    Registration,
    attach_scan,
    check_day,
    mark_acquainted,
    register_and_sign,
    register_document,
    sign_documents,
)

__all__ = [
    "ActFacts",
    "PartyLine",
    "Registration",
    "Upload",
    "add_local_act",
    "attach_scan",
    "cancel_document",
    "change_local_act",
    "check_day",
    "draft_document",
    "end_document",
    "end_local_act",
    "forget_unattached",
    "mark_acquainted",
    "mark_printed",
    "record_export",
    "redraft_document",
    "register_and_sign",
    "register_document",
    "sign_documents",
    "store_file",
]
