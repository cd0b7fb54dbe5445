"""Which papers a pair signs before the order, and what else its form asks for (R-2.2; ТК РФ, ст. 351.8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mentoring.programs.choices import ConsentKind, Side
from mentoring.reference.books import MentoringForm

ORDER_OF_KINDS: Final = (ConsentKind.MENTOR, ConsentKind.AGREEMENT, ConsentKind.MENTEE, ConsentKind.PROGRAM)
PAPER_NAMES: Final = {
    ConsentKind.MENTOR: "согласие",
    ConsentKind.AGREEMENT: "соглашение",
    ConsentKind.MENTEE: "согласие",
    ConsentKind.PROGRAM: "программа",
}


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """A paper that a person must sign."""

    person_id: int
    side: Side
    kind: ConsentKind


def needed_papers(
    mentor_id: int, mentee_ids: Sequence[int], *, with_agreement: bool, agreed_ids: Iterable[int] = ()
) -> list[NeededPaper]:
    """The papers of a pair; who has agreed to the programme on the site need not sign it on paper too."""
    agreed = frozenset(agreed_ids)
    needed = [NeededPaper(mentor_id, Side.MENTOR, ConsentKind.MENTOR)]
    if with_agreement:
        needed.append(NeededPaper(mentor_id, Side.MENTOR, ConsentKind.AGREEMENT))
    needed += [NeededPaper(person_id, Side.MENTEE, ConsentKind.MENTEE) for person_id in mentee_ids]
    if mentor_id not in agreed:
        needed.append(NeededPaper(mentor_id, Side.MENTOR, ConsentKind.PROGRAM))
    needed += [
        NeededPaper(person_id, Side.MENTEE, ConsentKind.PROGRAM) for person_id in mentee_ids if person_id not in agreed
    ]
    return needed


def also_needed(forms: Iterable[MentoringForm]) -> list[str]:
    """What the papers of this page do not cover: a student, a person of another organisation."""
    found = []
    for form in forms:
        if form.mentee.is_student:
            found.append(
                "Студент — не работник: нужен договор о практической подготовке с его организацией, "
                "а до 18 лет — ещё согласие родителя. Их оформляют вне системы."
            )
        if form.mentor.is_external:
            found.append(
                "Наставник работает в другой организации: нужно соглашение между организациями — "
                "кто платит и кто ведёт учёт — "
                "и приказ в каждой из них. Дополнительное соглашение к трудовому договору здесь не готовится."
            )
    return found
