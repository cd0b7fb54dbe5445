"""Turns of speech that several papers share."""

from collections.abc import Iterable, Sequence
from datetime import date

from mentoring.core.wording import long_date
from mentoring.documents.payloads.base import Acquainted
from mentoring.documents.payloads.people import PaperPerson

LABOUR_CODE_ARTICLE = "статьёй 351.8 Трудового кодекса Российской Федерации"
CONTROL_KEPT = "Контроль за исполнением приказа оставляю за собой."


def listed(items: Sequence[str], *, last: str = " и ") -> str:
    """«а, б и в»."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + last + items[-1]


def preamble(basis: Sequence[str], grounds: Sequence[str]) -> str:
    """«Руководствуясь …, на основании …,»: norms in the instrumental case, grounds in the genitive."""
    parts = []
    if basis:
        parts.append("Руководствуясь " + ", ".join(basis))
    if grounds:
        parts.append(("на основании " if parts else "На основании ") + listed(grounds))
    return ", ".join(parts) + ","


def kinds(names: Sequence[str]) -> str:
    """«вид — традиционное», «виды — традиционное и ситуационное»."""
    return f"{'вид' if len(names) == 1 else 'виды'} — {listed(names)}"


def numbered(points: Iterable[str]) -> tuple[str, ...]:
    """Give the points their numbers; a point with its own number («1.2. …») keeps it."""
    result: list[str] = []
    number = 0
    for point in points:
        if point[:1].isdigit():
            result.append(point)
            continue
        number += 1
        result.append(f"{number}. {point}")
    return tuple(result)


def acquainted(people: Iterable[PaperPerson], *, but: PaperPerson | None = None) -> tuple[Acquainted, ...]:
    """One line a person in the order of the paper; the one who signs the paper needs none."""
    lines = {person.name.nominative + person.position.nominative: person.acquainted for person in people}
    if but is not None:
        lines.pop(but.name.nominative + but.position.nominative, None)
    return tuple(lines.values())


def since(day: date) -> str:
    """«с 15 января 2027 г.», «со 2 февраля 2027 г.»."""
    return f"{'со' if day.day == 2 else 'с'}\u00a0{long_date(day)}"


def in_the_instrumental(people: Sequence[PaperPerson]) -> str:
    """Several people behind «за»."""
    return listed([person.instrumental for person in people], last=", и ")


def in_the_genitive(people: Sequence[PaperPerson]) -> str:
    """Several people behind «в отношении»."""
    return listed([person.genitive for person in people], last=", и ")
