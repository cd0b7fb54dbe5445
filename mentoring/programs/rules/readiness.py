"""What stands between a pair and its order, and from whom it is awaited (R-2.2, R-4.1.1a)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.programs.choices import ConsentKind, ConsentState
from mentoring.programs.rules.needed_papers import NeededPaper

WHAT = {
    ConsentKind.MENTOR: "согласие наставника",
    ConsentKind.MENTEE: "согласие наставляемого",
    ConsentKind.AGREEMENT: "дополнительное соглашение",
    ConsentKind.PROGRAM: "согласие с программой",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing and who is to give it."""

    what: str
    whose: str

    def __str__(self) -> str:
        return f"{self.what} — {self.whose}"


def missing_papers(
    needed: Sequence[NeededPaper], given: Mapping[tuple[int, str], str], names: Mapping[int, str]
) -> list[Missing]:
    """Needed papers that are not signed; `given` are the states of prepared ones by person and kind."""
    return [
        Missing(WHAT[paper.kind], names[paper.person_id])
        for paper in needed
        if given.get((paper.person_id, str(paper.kind))) != ConsentState.SIGNED
    ]


def by_person(missing: Sequence[Missing]) -> list[str]:
    """«Белоусова В. И.: согласие наставника, согласие с программой»: a line for each who is awaited."""
    found: dict[str, list[str]] = {}
    for lack in missing:
        found.setdefault(lack.whose, []).append(lack.what)
    return [f"{whose}: {', '.join(what)}" for whose, what in found.items()]
