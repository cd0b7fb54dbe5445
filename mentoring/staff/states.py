"""Life of a loaded list."""

from mentoring.core.states import Machine
from mentoring.staff.choices import ImportState as S

IMPORT = Machine(
    "Загрузка списка",
    {
        "plan": {S.QUEUED: S.PLANNED, S.PLANNED: S.PLANNED},
        "fail": {S.QUEUED: S.UNREADABLE, S.PLANNED: S.UNREADABLE},
        "apply": {S.PLANNED: S.APPLIED},
        "drop": {S.QUEUED: S.DROPPED, S.PLANNED: S.DROPPED, S.UNREADABLE: S.DROPPED},
        "undo": {S.APPLIED: S.UNDONE},
    },
)
