"""What has a beginning and an end: positions, breaks, the work itself. Nothing earlier is overwritten."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from mentoring.audit.journal import record
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale, WrongState
from mentoring.core.wording import clean_spaces, long_date
from mentoring.staff.actions.employments import STALE, code_of, locked, save
from mentoring.staff.models import Employment, PositionPeriod, WorkBreak

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakFacts:
    """An interruption of work; without an end it goes on."""

    kind: str
    since: date
    until: date | None = None


@command
def change_position(*, employment: Employment, title: str, since: date, version: int, by: Actor) -> Employment:
    """Give a new position from a day on; the former one stays with its period. Raises Stale."""
    stored = _locked_version(employment, version, by)
    start = stored.position_since or stored.hired_on
    if clean_spaces(title) == stored.position_title:
        raise Refusal("Новая должность совпадает с прежней. Укажите другую или вернитесь назад.")
    if start and since <= start:
        raise Refusal(f"Прежняя должность записана с {long_date(start)}. Новая начинается позже: исправьте дату.")
    PositionPeriod.objects.create(
        employment=stored,
        position_code=stored.position_code,
        position_title=stored.position_title,
        since=start,
        until=since - DAY,
    )
    stored.position_title = clean_spaces(title)
    stored.position_code = code_of(title, organization=stored.organization)
    stored.position_since = since
    save(stored, "position_title", "position_code", "position_since")
    record("staff.employment.position_changed", subject=stored, by=by, fields=["position_title"])
    return stored


@command
def record_break(*, employment: Employment, facts: BreakFacts, by: Actor) -> WorkBreak:
    """Record an interruption of work; raises Refusal when it meets another one or begins before the hiring."""
    stored = locked(employment, by)
    if stored.hired_on and facts.since < stored.hired_on:
        raise Refusal("Перерыв начинается раньше даты приёма. Исправьте одну из дат.")
    met = stored.breaks.filter(Q(until=None) | Q(until__gte=facts.since))
    if facts.until:
        met = met.filter(since__lte=facts.until)
    if met.exists():
        raise Refusal("На эти дни перерыв уже записан. Исправьте даты или закончите прежний перерыв.")
    pause = WorkBreak.objects.create(employment=stored, kind=facts.kind, since=facts.since, until=facts.until)
    save(stored)
    record("staff.employment.break_recorded", subject=stored, by=by)
    return pause


@command
def end_break(*, pause: WorkBreak, until: date, by: Actor) -> WorkBreak:
    """Write the last day of a break that goes on."""
    stored = locked(pause.employment, by)
    pause = WorkBreak.objects.get(pk=pause.pk)
    if pause.until is not None:
        raise WrongState("Этот перерыв уже закончен. Обновите страницу.")
    pause.until = until
    pause.save(update_fields=["until"])
    save(stored)
    record("staff.employment.break_ended", subject=stored, by=by)
    return pause


@command
def remove_break(*, pause: WorkBreak, by: Actor) -> None:
    """Remove a break that was written by mistake."""
    stored = locked(pause.employment, by)
    pause.delete()
    save(stored)
    record("staff.employment.break_removed", subject=stored, by=by)


@command
def dismiss(*, employment: Employment, last_day: date, version: int, by: Actor) -> Employment:
    """Write the last day of work; the card stays, the person leaves the list the day after. Raises Stale."""
    stored = _locked_version(employment, version, by)
    if stored.dismissed_on is not None:
        raise WrongState(f"Увольнение уже записано: последний день — {long_date(stored.dismissed_on)}.")
    stored.dismissed_on = last_day
    stored.gone_since = None
    save(stored, "dismissed_on", "gone_since")
    record("staff.employment.dismissed", subject=stored, by=by)
    return stored


@command
def undo_dismissal(*, employment: Employment, by: Actor) -> Employment:
    """Take a dismissal back; a newer period of work of the same person refuses it."""
    stored = locked(employment, by)
    if stored.dismissed_on is None:
        raise WrongState("Увольнение не записано: отменять нечего. Обновите страницу.")
    stored.dismissed_on = None
    save(stored, "dismissed_on")
    record("staff.employment.dismissal_undone", subject=stored, by=by)
    return stored


def _locked_version(employment: Employment, version: int, by: Actor) -> Employment:
    stored = locked(employment, by)
    if stored.version != version:
        raise Stale(STALE)
    return stored
