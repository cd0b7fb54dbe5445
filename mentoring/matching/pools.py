"""A pool of mentors and mentees as a JSON text: read strictly, solved, written in the order of ids."""

import gc
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from mentoring.core.errors import Refusal
from mentoring.matching.rules.optimum import MOST_POINTS, NOBODY, Ints, Pool, best_pairs

MOST_PLACES: Final = 1_000_000
SHOWN: Final = 40
SHAPE: Final = (
    "Файл задачи — это JSON вида "
    '{"mentors": [{"id": "м1", "capacity": 2}], "mentees": [{"id": "п1"}], "scores": [["п1", "м1", 80]], "locked": []}.'
)


def solve_text(text: str) -> dict[str, object]:
    """Solve a pool; ids are put in order first, so the same data in any order give the same answer.

    Raises Refusal with one sentence where the text is no pool.
    """
    is_collecting = gc.isenabled()
    gc.disable()  # a pool of a city is a million small lists and none of them is garbage
    try:
        return _solve(_read(text))
    finally:
        if is_collecting:
            gc.enable()


def _read(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal(f"Это не JSON. {SHAPE}") from None
    if not isinstance(data, dict):
        raise Refusal(SHAPE)
    for name in ("mentors", "mentees", "scores"):
        if not isinstance(data.get(name), list):
            raise Refusal(f"Нет списка «{name}». {SHAPE}")
    if not isinstance(data.get("locked", []), list):
        raise Refusal(f"«locked» — это список пар. {SHAPE}")
    return data


def _solve(data: dict[str, Any]) -> dict[str, object]:
    places = _places(data["mentors"])
    mentors, mentees = sorted(places), _ids(data["mentees"], "mentees")
    number_of_mentor = {name: number for number, name in enumerate(mentors)}
    number_of_mentee = {name: number for number, name in enumerate(mentees)}
    mentee, mentor, points = _scores(data["scores"], number_of_mentee, number_of_mentor)
    possible = mentee * len(mentors) + mentor
    order = np.argsort(possible, kind="stable")
    mentee, mentor, points, possible = mentee[order], mentor[order], points[order], possible[order]
    doubled = np.flatnonzero(possible[1:] == possible[:-1])
    if len(doubled):
        at = doubled[0]
        raise Refusal(f"Пара «{mentees[mentee[at]]}» и «{mentors[mentor[at]]}» стоит в scores дважды. Оставьте одну.")
    kept = _kept(data.get("locked", []), number_of_mentee, number_of_mentor, possible)
    room = np.array([places[name] for name in mentors], dtype=np.int64)
    _require_room(kept, room, mentors)
    best = best_pairs(Pool(mentees=len(mentees), places=room, mentee=mentee, mentor=mentor, points=points, kept=kept))
    pairs = [[mentees[one], mentors[given]] for one, given in enumerate(best.mentor_of.tolist()) if given != NOBODY]
    unmatched = [mentees[one] for one in np.flatnonzero(best.mentor_of == NOBODY).tolist()]
    return {
        "pairs": pairs, "unmatched": unmatched, "matched": len(pairs), "worst": best.worst, "total": best.total,
    }  # fmt: skip


def _ids(rows: Sequence[object], name: str) -> list[str]:
    """Ids of a side in order; raises Refusal on what is no id or stands twice."""
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    wrong = next((index for index, one in enumerate(ids) if not isinstance(one, str)), None)
    if wrong is not None:
        raise Refusal(f"{name}, запись {wrong + 1}: нет «id» строкой. {SHAPE}")
    known = [one for one in ids if isinstance(one, str)]
    if len(set(known)) < len(known):
        twice = next(one for one, count in Counter(known).items() if count > 1)
        raise Refusal(f"{name}: id «{twice[:SHOWN]}» стоит дважды. Оставьте одну запись.")
    return sorted(known)


def _places(rows: Sequence[Any]) -> dict[str, int]:
    _ids(rows, "mentors")
    places: dict[str, int] = {}
    for row in rows:
        name, count = row["id"], row.get("capacity")
        if type(count) is not int or not 0 <= count <= MOST_PLACES:
            raise Refusal(f"Наставник «{name[:SHOWN]}»: «capacity» — целое число мест от 0 до {MOST_PLACES}.")
        places[name] = count
    return places


def _scores(
    rows: Sequence[Any], number_of_mentee: dict[str, int], number_of_mentor: dict[str, int]
) -> tuple[Ints, Ints, Ints]:
    """The possible pairs by number; a million rows are looked at as three columns, one row only to name a fault."""
    if not rows:
        return _column([]), _column([]), _column([])
    if set(map(type, rows)) != {list} or set(map(len, rows)) != {3}:
        wrong = next(index for index, row in enumerate(rows) if type(row) is not list or len(row) != 3)
        raise Refusal(f"scores, запись {wrong + 1}: нужны три значения — наставляемый, наставник, баллы.")
    left, right, points = zip(*rows, strict=True)
    mentee = _numbers(left, number_of_mentee, "scores", "наставляемого")
    mentor = _numbers(right, number_of_mentor, "scores", "наставника")
    if set(map(type, points)) != {int} or min(points) < 0 or max(points) > MOST_POINTS:
        odd = next(i for i, one in enumerate(points) if type(one) is not int or not 0 <= one <= MOST_POINTS)
        raise Refusal(f"scores, запись {odd + 1}: баллы — целое число от 0 до {MOST_POINTS}.")
    return mentee, mentor, _column(points)


def _kept(
    rows: Sequence[Any], number_of_mentee: dict[str, int], number_of_mentor: dict[str, int], possible: Ints
) -> list[tuple[int, int]]:
    if any(type(row) is not list or len(row) != 2 for row in rows):
        raise Refusal("locked: каждая запись — пара из наставляемого и наставника.")
    left, right = [row[0] for row in rows], [row[1] for row in rows]
    mentee = _numbers(left, number_of_mentee, "locked", "наставляемого")
    mentor = _numbers(right, number_of_mentor, "locked", "наставника")
    absent = np.flatnonzero(~np.isin(mentee * len(number_of_mentor) + mentor, possible))
    if len(absent):
        raise Refusal(f"locked, запись {absent[0] + 1}: такой пары нет в scores. Закрепить можно только возможную.")
    if len(np.unique(mentee)) < len(mentee):
        twice = next(one for one, count in Counter(left).items() if count > 1)
        raise Refusal(f"locked: наставляемый «{twice[:SHOWN]}» закреплён дважды. Оставьте одну пару.")
    return list(zip(mentee.tolist(), mentor.tolist(), strict=True))


def _numbers(ids: Sequence[Any], number_of: dict[str, int], where: str, whom: str) -> Ints:
    try:
        return np.fromiter(map(number_of.__getitem__, ids), dtype=np.int64, count=len(ids))
    except (KeyError, TypeError):  # TypeError: a list or an object in the place of an id
        wrong = next(index for index, one in enumerate(ids) if type(one) is not str or one not in number_of)
        raise Refusal(
            f"{where}, запись {wrong + 1}: {whom} «{str(ids[wrong])[:SHOWN]}» нет в списке. Проверьте id."
        ) from None


def _require_room(kept: Sequence[tuple[int, int]], room: Ints, mentors: Sequence[str]) -> None:
    """Kept pairs fit into places; raises Refusal with the mentor who has too many."""
    held = np.bincount(np.array([mentor for _, mentor in kept], dtype=np.int64), minlength=len(room))
    for mentor in np.flatnonzero(held > room)[:1].tolist():
        raise Refusal(
            f"Наставник «{mentors[mentor][:SHOWN]}»: закреплено пар {held[mentor]}, а мест {room[mentor]}. "
            "Уберите лишние закрепления или прибавьте мест."
        )


def _column(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)
