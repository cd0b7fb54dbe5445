"""Life of needs, mentors, readiness and pairs."""

from mentoring.core.states import Machine
from mentoring.matching.choices import MentorshipState as P
from mentoring.matching.choices import MentorState as M
from mentoring.matching.choices import NeedState as N
from mentoring.matching.choices import ReadinessState as R

NEED = Machine(
    "Потребность в наставнике",
    {
        "confirm": {N.PROPOSED: N.CONFIRMED, N.NOT_REQUIRED: N.CONFIRMED},
        "dismiss": {N.PROPOSED: N.NOT_REQUIRED, N.CONFIRMED: N.NOT_REQUIRED},
        "meet": {N.CONFIRMED: N.MET},
        "reopen": {N.MET: N.CONFIRMED, N.NOT_REQUIRED: N.PROPOSED, N.CLOSED: N.CONFIRMED},
        "close": {N.PROPOSED: N.CLOSED, N.CONFIRMED: N.CLOSED, N.MET: N.CLOSED},
    },
)

MENTOR = Machine(
    "Наставник",
    {
        "admit": {M.CANDIDATE: M.IN_BANK},
        "pause": {M.IN_BANK: M.PAUSED},
        "resume": {M.PAUSED: M.IN_BANK},
        "leave": {M.CANDIDATE: M.LEFT, M.IN_BANK: M.LEFT, M.PAUSED: M.LEFT},
        "return": {M.LEFT: M.CANDIDATE},
    },
)

READINESS = Machine(
    "Готовность",
    {
        "agree": {R.ASKED: R.READY, R.DECLINED: R.READY},
        "decline": {R.ASKED: R.DECLINED, R.READY: R.DECLINED},
        "ask": {R.DECLINED: R.ASKED},
        "lapse": {R.READY: R.ASKED},
    },
)

MENTORSHIP = Machine(
    "Пара",
    {
        "recommend": {P.PROPOSED: P.RECOMMENDED},
        "cancel": {P.PROPOSED: P.CANCELLED, P.RECOMMENDED: P.CANCELLED},
        "start": {P.RECOMMENDED: P.ACTIVE},
        "finish": {P.ACTIVE: P.FINISHED},
        "stop": {P.ACTIVE: P.STOPPED},
        "recall": {P.ACTIVE: P.RECOMMENDED},
    },
)
