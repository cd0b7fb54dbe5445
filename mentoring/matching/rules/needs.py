"""Who may need a mentor (Положение, п. 1.1; R-1.2): grounds from the staff register, each with its fact in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.core.dates import add_months, full_months
from mentoring.core.wording import counted, experience, long_date
from mentoring.matching.rules.work import Work

BEGINNER = "beginner"
AFTER_BREAK = "after_break"
NEW_POSITION = "new_position"
NEW_HERE = "new_here"
ATTESTATION = "attestation"
OWN_REQUEST = "own_request"

PLACES_OF_WORRY = ("не соответств", "рекоменд", "отказ")  # words of a result that calls for help


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedThresholds:
    """Numbers that the law or the municipality sets for a day."""

    beginner_months: int = 36
    new_here_months: int = 12
    new_position_months: int = 12
    break_months: int = 12
    after_break_months: int = 12
    attestation_months: int = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground with its fact."""

    code: str
    fact: str


@dataclass(frozen=True, slots=True)
class NeedProposal:
    """A person who may need a mentor: the main ground and every fact that speaks for it."""

    person_id: int
    ground: str
    reason: str
    others: tuple[str, ...] = ()


def propose_need(work: Work, *, day: date, thresholds: NeedThresholds) -> NeedProposal | None:
    """Propose a need with its grounds in words, or None. Who is away or does not teach is not proposed."""
    if not work.is_pedagogical or work.is_away(day):
        return None
    grounds = [ground for rule in RULES if (ground := rule(work, day, thresholds))]
    if not grounds:
        return None
    facts = [ground.fact for ground in grounds]
    if work.is_secondary:
        facts.append("работает по совместительству")
    return NeedProposal(
        person_id=work.person_id,
        ground=grounds[0].code,
        reason="; ".join(facts),
        others=tuple(ground.code for ground in grounds[1:]),
    )


def propose_needs(staff: Iterable[Work], *, day: date, thresholds: NeedThresholds) -> list[NeedProposal]:
    """Propose needs of the whole staff, in the order of the staff."""
    found = (propose_need(work, day=day, thresholds=thresholds) for work in staff)
    return [proposal for proposal in found if proposal]


def lacks_experience(work: Work) -> bool:
    """True when the rule of beginners cannot say anything: no experience is recorded at all."""
    return work.is_pedagogical and work.teaching_now is None and work.total_now is None


def beginner(work: Work, day: date, thresholds: NeedThresholds) -> Ground | None:
    """Начинающий педагог: less teaching than the threshold; total experience decides where teaching is not recorded."""
    teaching = work.teaching_now
    if teaching is not None:
        return Ground(BEGINNER, work.teaching_words()) if teaching < thresholds.beginner_months else None
    total = work.total_now
    if total is not None and total < thresholds.beginner_months:
        return Ground(BEGINNER, work.total_words())
    return None


def after_break(work: Work, day: date, thresholds: NeedThresholds) -> Ground | None:
    """После перерыва: a long interruption that has ended lately."""
    for pause in sorted(work.pauses, key=lambda pause: pause.since, reverse=True):
        if pause.until is None or pause.until > day:
            continue
        length = full_months(pause.since, pause.until)
        is_recent = add_months(pause.until, thresholds.after_break_months) > day
        if length >= thresholds.break_months and is_recent:
            return Ground(AFTER_BREAK, f"перерыв в работе {experience(length)}, до {long_date(pause.until)}")
    return None


def new_position(work: Work, day: date, thresholds: NeedThresholds) -> Ground | None:
    """Новая должность: moved to it lately inside the organisation."""
    since = work.position_since
    if since is None or not _is_lately(since, day, thresholds.new_position_months):
        return None
    former = max(work.former_positions, key=lambda position: position.until, default=None)
    if former is None and (work.hired_on is None or since <= work.hired_on):
        return None
    before = f", раньше — {former.title}" if former else ""
    return Ground(NEW_POSITION, f"в должности «{work.position}» с {long_date(since)}{before}")


def new_here(work: Work, day: date, thresholds: NeedThresholds) -> Ground | None:
    """Новый в организации: experienced, but here for less than a year."""
    if work.hired_on is None or not _is_lately(work.hired_on, day, thresholds.new_here_months):
        return None
    if beginner(work, day, thresholds):
        return None
    return Ground(NEW_HERE, f"работает здесь с {long_date(work.hired_on)}, {work.teaching_words()}")


def attestation(work: Work, day: date, thresholds: NeedThresholds) -> Ground | None:
    """Итоги аттестации: a recent result that advises to work on something."""
    if work.attested_on is None or not _is_lately(work.attested_on, day, thresholds.attestation_months):
        return None
    result = work.attestation_result.strip()
    if not any(word in result.lower() for word in PLACES_OF_WORRY):
        return None
    return Ground(ATTESTATION, f"аттестация {long_date(work.attested_on)}: {result}")


def waiting_words(since: date, *, day: date) -> str:
    """«ждёт 16 дней», «ждёт с сегодняшнего дня»."""
    days = (day - since).days
    return f"ждёт {counted(days, 'день', 'дня', 'дней')}" if days > 0 else "ждёт с сегодняшнего дня"


def _is_lately(since: date, day: date, months: int) -> bool:
    return since <= day < add_months(since, months)


RULES: tuple[Callable[[Work, date, NeedThresholds], Ground | None], ...] = (
    beginner,
    after_break,
    new_position,
    new_here,
    attestation,
)
