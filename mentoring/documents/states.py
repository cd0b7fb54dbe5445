"""Life of a paper: проект → напечатан → подписан; a number is given by a person."""

from mentoring.core.states import Machine
from mentoring.documents.choices import DocumentState as S

DOCUMENT = Machine(
    "Документ",
    {
        "print": {S.DRAFT: S.PRINTED, S.PRINTED: S.PRINTED},
        "sign": {S.DRAFT: S.SIGNED, S.PRINTED: S.SIGNED},
        "redraft": {S.DRAFT: S.DRAFT, S.PRINTED: S.DRAFT},
        "cancel": {S.DRAFT: S.CANCELLED, S.PRINTED: S.CANCELLED},
        "revoke": {S.SIGNED: S.CANCELLED},
    },
)
