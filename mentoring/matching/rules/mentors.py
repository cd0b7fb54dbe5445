"""Who can mentor (Положение, п. 1.2, 3.1; R-1.4): experience, category and results, each as a fact in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.core.wording import experience, long_date
from mentoring.matching.rules.work import Work
from mentoring.ui.shapes import Fact

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorThresholds:
    """Numbers that the law or the municipality sets for a day."""

    experience_months: int = 60


@dataclass(frozen=True, slots=True)
class MentorProposal:
    """A person who can mentor, with what speaks for it and what is not known."""

    person_id: int
    reason: str
    facts: tuple[Fact, ...]
    weight: int


def propose_mentor(
    work: Work, *, day: date, thresholds: MentorThresholds, categories: Mapping[str, str]
) -> MentorProposal | None:
    """Propose a mentor: enough teaching, at work now; category and results raise her in the list."""
    teaching = work.teaching_now
    if teaching is None or teaching < thresholds.experience_months or work.is_away(day):
        return None
    if not (work.is_pedagogical or work.is_manager):
        return None
    facts = mentor_facts(work, categories=categories)
    speaking = [fact for fact in facts if fact.sign == "yes"]
    return MentorProposal(
        person_id=work.person_id,
        reason="; ".join(fact.sentence for fact in speaking),
        facts=tuple(facts),
        weight=100 * len(speaking) + min(teaching // MONTHS_IN_YEAR, 50),
    )


def propose_mentors(
    staff: Iterable[Work], *, day: date, thresholds: MentorThresholds, categories: Mapping[str, str]
) -> list[MentorProposal]:
    """Propose mentors out of the whole staff, those with more confirmed first."""
    found = (propose_mentor(work, day=day, thresholds=thresholds, categories=categories) for work in staff)
    return sorted((one for one in found if one), key=lambda one: (-one.weight, one.person_id))


def mentor_facts(work: Work, *, categories: Mapping[str, str]) -> list[Fact]:
    """Experience, category, results of anybody, known or not."""
    return [experience_fact(work), category_fact(work, categories=categories), results_fact(work.results)]


def experience_fact(work: Work) -> Fact:
    """«педагогический стаж 18 лет»."""
    teaching = work.teaching_now
    if teaching is None:
        return Fact(label="Опыт", sentence="педагогический стаж не указан", sign="unknown")
    whole = teaching - teaching % MONTHS_IN_YEAR or teaching
    return Fact(label="Опыт", sentence=f"педагогический стаж {experience(whole)}", sign="yes")


def category_fact(work: Work, *, categories: Mapping[str, str]) -> Fact:
    """«высшая категория с 12 марта 2024 г.»."""
    if work.category not in categories:
        return Fact(label="Категория", sentence="категория не указана", sign="unknown")
    since = f" с {long_date(work.category_on)}" if work.category_on else ""
    return Fact(label="Категория", sentence=f"{categories[work.category]}{since}", sign="yes")


def results_fact(results: str) -> Fact:
    """Measurable results that are recorded with their evidence (R-1.4)."""
    if results.strip():
        return Fact(label="Результаты", sentence="измеримые результаты записаны", sign="yes")
    return Fact(label="Результаты", sentence="измеримые результаты ещё не записаны", sign="unknown")
