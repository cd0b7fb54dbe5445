"""How well two people fit: facts in words with points, the same for the choice of two and for the proposal to all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mentoring.core.wording import hours, long_date
from mentoring.matching.rules.mentors import MONTHS_IN_YEAR, category_fact, experience_fact, results_fact
from mentoring.matching.rules.work import Work
from mentoring.ui.shapes import Fact

Sign = Literal["yes", "partly", "no"]

UNKNOWN_POSITION = "должность не указана"
PLACES = "Места"
AREAS_POINTS = 36
SUBJECT_POINTS = 20
POSITION_POINTS = 10
EXPERIENCE_POINTS = 15
CATEGORY_POINTS = 8
RESULTS_POINTS = 8
TIME_POINTS = 4
BUILDING_POINTS = 4
FREE_PLACE_POINTS = 5
OWN_BOSS_POINTS = -10


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeSide:
    """Who waits: her work and the areas that she shares."""

    work: Work
    areas: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorSide:
    """Who can mentor: work, areas, time and places."""

    work: Work
    areas: Sequence[str] = ()
    capacity: int = 1
    taken: int = 0
    hours_per_month: int | None = None
    results: str = ""
    is_own_boss: bool = False

    @property
    def free(self) -> int:
        """Places that nobody holds."""
        return max(self.capacity - self.taken, 0)


@dataclass(frozen=True, slots=True)
class Books:
    """Words of the reference books that facts need."""

    areas: Mapping[str, str]
    categories: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks for and against a pair."""

    facts: tuple[Fact, ...]
    points: int


def fit(mentee: MenteeSide, mentor: MentorSide, *, books: Books) -> Fit:
    """Weigh a pair by facts alone; a person decides."""
    found = (
        areas_fact(mentee.areas, mentor.areas, titles=books.areas),
        subject_fact(mentee.work, mentor.work),
        _experience(mentor.work),
        _scored(category_fact(mentor.work, categories=books.categories), CATEGORY_POINTS),
        _scored(results_fact(mentor.results or mentor.work.results), RESULTS_POINTS),
        places_fact(mentor),
        time_fact(mentor.hours_per_month),
        building_fact(mentee.work, mentor.work),
        boss_fact(mentor),
    )
    facts = tuple(fact for fact in found if fact)
    return Fit(facts, sum(fact.points for fact in facts if isinstance(fact.points, int)))


def areas_fact(wanted: Sequence[str], offered: Sequence[str], *, titles: Mapping[str, str]) -> Fact:
    """«закрывает 2 из 3: предметное содержание, работа с родителями; не закрыто: воспитательная работа»."""
    label = "В чём нужна помощь"
    if not wanted:
        return Fact(label=label, sentence="направления пока не указаны", sign="unknown", points=0)
    covered = [area for area in wanted if area in offered]
    missing = [area for area in wanted if area not in offered]
    words = f"закрывает {len(covered)} из {len(wanted)}"
    if covered:
        words += f": {_titles(covered, titles)}"
    if covered and missing:
        words += f"; не закрыто: {_titles(missing, titles)}"
    sign: Sign = "yes" if not missing else "partly" if covered else "no"
    return Fact(label=label, sentence=words, sign=sign, points=round(AREAS_POINTS * len(covered) / len(wanted)))


def subject_fact(mentee: Work, mentor: Work) -> Fact:
    """Same subject, else same position, else different work."""
    ours, theirs = mentee.subject.strip(), mentor.subject.strip()
    if ours and ours.lower() == theirs.lower():
        words = f"один предмет или направление: {ours}"
        return Fact(label="Предмет", sentence=words, sign="yes", points=SUBJECT_POINTS)
    if mentor.position and mentee.position.lower() == mentor.position.lower():
        words = f"одна должность: {mentor.position}"
        return Fact(label="Должность", sentence=words, sign="partly", points=POSITION_POINTS)
    different = f"{mentor.position or UNKNOWN_POSITION} — {mentee.position or UNKNOWN_POSITION}"
    return Fact(label="Должность", sentence=different, sign="no", points=0)


def places_fact(mentor: MentorSide) -> Fact:
    """«место 2 из 2», or that none is left."""
    if not mentor.free:
        full = f"мест нет: {mentor.taken} из {mentor.capacity}"
        return Fact(label=PLACES, sentence=full, sign="no", points=0)
    words = f"место {mentor.taken + 1} из {mentor.capacity}"
    points = round(FREE_PLACE_POINTS * mentor.free / mentor.capacity)
    return Fact(label=PLACES, sentence=words, sign="yes", points=points)


def time_fact(hours_per_month: int | None) -> Fact:
    """«6 часов в месяц»."""
    if not hours_per_month:
        return Fact(label="Время", sentence="часы в месяц не указаны", sign="unknown", points=0)
    return Fact(label="Время", sentence=f"{hours(hours_per_month)} в месяц", sign="yes", points=TIME_POINTS)


def building_fact(mentee: Work, mentor: Work) -> Fact | None:
    """Same or different buildings; nothing when neither is recorded."""
    ours, theirs = mentee.building.strip(), mentor.building.strip()
    if not ours or not theirs:
        return None
    if ours.lower() == theirs.lower():
        return Fact(label="Здание", sentence=f"одно здание: {ours}", sign="yes", points=BUILDING_POINTS)
    return Fact(label="Здание", sentence=f"разные здания: {theirs} и {ours}", sign="no", points=0)


def boss_fact(mentor: MentorSide) -> Fact | None:
    """A mark for one's own boss: the mentee cannot be quite free with her."""
    if not mentor.is_own_boss:
        return None
    return Fact(label="Подчинение", sentence="собственный руководитель", sign="no", points=OWN_BOSS_POINTS)


def former_pair_words(state: str, ended_on: date | None) -> str:
    """«прежняя пара прекращена 5 октября 2026 г.»; nobody is to blame for it."""
    return f"прежняя пара {state}" + (f" {long_date(ended_on)}" if ended_on else "")


def headline(facts: Sequence[Fact]) -> str:
    """The strongest two facts in one line, for a short list."""
    speaking = (fact for fact in facts if fact.sign in ("yes", "partly") and fact.label != PLACES)
    strong = sorted(speaking, key=lambda fact: -_points(fact))
    return "; ".join(fact.sentence for fact in strong[:2]) or "фактов пока мало"


def _points(fact: Fact) -> int:
    return fact.points if isinstance(fact.points, int) else 0


def _experience(work: Work) -> Fact:
    years = (work.teaching_now or 0) // MONTHS_IN_YEAR
    return _with_points(experience_fact(work), min(years, EXPERIENCE_POINTS))


def _scored(fact: Fact, points: int) -> Fact:
    return _with_points(fact, points if fact.sign == "yes" else 0)


def _with_points(fact: Fact, points: int) -> Fact:
    return Fact(label=fact.label, sentence=fact.sentence, sign=fact.sign, points=points)


def _titles(codes: Sequence[str], titles: Mapping[str, str]) -> str:
    return ", ".join(titles.get(code, code) for code in codes)
