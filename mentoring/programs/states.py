"""Life of programmes and consents."""

from mentoring.core.states import Machine
from mentoring.programs.choices import ConsentState as C
from mentoring.programs.choices import ProgramState as S

PROGRAM = Machine(
    "Программа",
    {
        "edit": {S.DRAFT: S.DRAFT, S.AGREED: S.DRAFT},
        "agree": {S.DRAFT: S.AGREED},
        "order": {S.AGREED: S.ORDERED},
        "release": {S.ORDERED: S.AGREED},
        "approve": {S.ORDERED: S.APPROVED},
        "start": {S.APPROVED: S.RUNNING},
        "recall": {S.APPROVED: S.AGREED, S.RUNNING: S.AGREED},
        "finish": {S.RUNNING: S.FINISHED},
        "notice": {S.APPROVED: S.APPROVED, S.RUNNING: S.RUNNING},
        "stop": {S.RUNNING: S.STOPPED},
        "cancel": {S.DRAFT: S.CANCELLED, S.AGREED: S.CANCELLED, S.ORDERED: S.CANCELLED},
    },
)

CONSENT = Machine(
    "Согласие",
    {
        "sign": {C.PREPARED: C.SIGNED},
        "decline": {C.PREPARED: C.DECLINED, C.SIGNED: C.DECLINED},
        "withdraw": {C.SIGNED: C.WITHDRAWN},
        "replace": {C.PREPARED: C.PREPARED, C.SIGNED: C.PREPARED},
    },
)
