"""Confirm, deny, add, reopen and close needs; the yearly update (R-1.2, R-4.1.3a)."""

from collections.abc import Collection
from datetime import date

from django.db.models import F

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.dates import school_year
from mentoring.core.errors import NothingTicked, Refusal, WrongState
from mentoring.core.wording import clean_spaces, counted, school_year_label
from mentoring.matching import access
from mentoring.matching.choices import NeedState, Source
from mentoring.matching.models import Need, NeedsUpdate
from mentoring.matching.rules.needs import NeedProposal
from mentoring.matching.selectors.needs import default_due, open_need_of, proposals_of, undecided_count
from mentoring.matching.selectors.officers import is_sole_officer
from mentoring.matching.states import NEED
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment


@command
def confirm_needs(*, organization: Organization, people: Collection[Person], today: date, by: Actor) -> list[Need]:
    """Confirm that these people need a mentor, each on the ground that the rules or she herself gave."""
    require(access.can_lead(by, organization))
    if not people:
        raise NothingTicked("Никто не отмечен. Отметьте тех, кому нужен наставник, и подтвердите ещё раз.")
    proposals = proposals_of(organization, day=today)
    return [_confirm(organization, person, proposals.get(person.pk), today, by) for person in people]


@command
def add_need(
    *, organization: Organization, person: Person, ground: str, reason: str = "", today: date, by: Actor
) -> Need:
    """Write down by hand that a person needs a mentor, and confirm it at once."""
    require(access.can_lead(by, organization))
    require_works_here(person, organization, today=today)
    _require_not_own(organization, person, today, by)
    if open_need_of(person, organization) is not None:
        raise Refusal("Этот педагог уже есть в списке. Откройте его строку, чтобы изменить решение.")
    need = _create(organization, person, ground=ground, reason=clean_spaces(reason), source=Source.HAND, today=today)
    return _move(need, "confirm", today=today, by=by)


@command
def dismiss_need(*, organization: Organization, person: Person, reason: str, today: date, by: Actor) -> Need:
    """Record that a proposed or confirmed person needs no mentor this year, and why."""
    require(access.can_lead(by, organization))
    if not clean_spaces(reason):
        raise Refusal("Напишите, почему наставник не требуется, или выберите одну из обычных причин.")
    need = open_need_of(person, organization) or _from_proposal(
        organization, person, proposals_of(organization, day=today).get(person.pk), today
    )
    need.not_required_reason = clean_spaces(reason)[:300]
    return _move(need, "dismiss", "not_required_reason", today=today, by=by)


@command
def reconsider_need(*, need: Need, today: date, by: Actor) -> Need:
    """Take «не требуется» back: the person stands among the proposed again."""
    need = locked(need)
    require(access.can_lead(by, need.organization))
    if need.state != NeedState.NOT_REQUIRED:
        raise WrongState("Решение уже другое. Обновите страницу, чтобы увидеть его.")
    return _move(need, "reopen", today=today, by=by)


@command
def meet_need(*, need: Need, today: date, by: Actor) -> Need:
    """A pair is decided: the need is met. The rule stands in the calling action."""
    need = locked(need)
    if need.state == NeedState.MET:
        return need
    return _move(need, "meet", today=today, by=by)


@command
def reopen_need(*, need: Need, since: date, today: date, by: Actor) -> Need:
    """The pair is no more: the person waits again, from the day that is given. The rule stands in the caller."""
    need = locked(need)
    if need.state == NeedState.CONFIRMED:
        return need
    need.since = since
    return _move(need, "reopen", "since", today=today, by=by)


@command
def close_need(*, need: Need, today: date, by: Actor) -> Need:
    """Nothing is needed any more: the programme is finished or the person has left. The rule stands in the caller."""
    need = locked(need)
    if need.state == NeedState.CLOSED:
        return need
    return _move(need, "close", today=today, by=by)


@command
def complete_update(*, organization: Organization, today: date, by: Actor) -> NeedsUpdate:
    """Confirm the list of the school year, once; raises Refusal while somebody on it is undecided."""
    require(access.can_lead(by, organization))
    year = school_year(today).first_year
    update = locked_update(organization, year)
    if update.completed_on is not None:
        label = school_year_label(year)
        raise WrongState(f"Список за {label} уже подтверждён. Изменения в течение года вносите в строки.")
    waiting = undecided_count(organization, day=today)
    if waiting:
        people = counted(waiting, "педагог ждёт", "педагога ждут", "педагогов ждут")
        raise Refusal(f"Ещё {people} решения: отметьте, кому нужен наставник, остальным — «не требуется».")
    needs = Need.objects.filter(organization=organization)
    update.completed_on = today
    update.completed_by_id = by.user_id
    update.confirmed_count = needs.filter(state__in=(NeedState.CONFIRMED, NeedState.MET)).count()
    update.not_required_count = needs.filter(state=NeedState.NOT_REQUIRED, school_year=year).count()
    update.save(update_fields=["completed_on", "completed_by_id", "confirmed_count", "not_required_count"])
    record("matching.needs_update.completed", subject=update, by=by)
    return update


@command
def set_due(*, organization: Organization, due_on: date, today: date, by: Actor) -> NeedsUpdate:
    """Move the due date of this school year's update; the next years take its day and month."""
    require(access.can_lead(by, organization))
    year = school_year(today)
    if due_on not in year:
        raise Refusal(f"Срок лежит вне учебного года {school_year_label(year.first_year)}. Выберите другой день.")
    update = locked_update(organization, year.first_year)
    if update.completed_on is not None:
        raise WrongState("Список за этот год уже подтверждён: срок менять поздно.")
    update.due_on = due_on
    update.save(update_fields=["due_on"])
    record("matching.needs_update.due_changed", subject=update, by=by)
    return update


def locked(need: Need) -> Need:
    """The need under a lock, with what rules and the journal ask of it."""
    rows = Need.objects.select_for_update(of=("self",)).select_related("organization__territory", "person")
    return rows.get(pk=need.pk)


def locked_update(organization: Organization, year: int) -> NeedsUpdate:
    """The update of a school year under a lock; made with its usual due date when there is none yet."""
    update, _ = NeedsUpdate.objects.get_or_create(
        organization=organization, school_year=year, defaults={"due_on": default_due(organization, year)}
    )
    return NeedsUpdate.objects.select_for_update(of=("self",)).get(pk=update.pk)


def require_works_here(person: Person, organization: Organization, *, today: date) -> None:
    """Raise Refusal unless the person works in the organisation today."""
    if not Employment.objects.filter(person=person, organization=organization).working_on(today).exists():
        raise Refusal("Этот человек здесь не работает. Проверьте список педагогов.")


def new_need(organization: Organization, person: Person, *, ground: str, source: str, today: date, by: Actor) -> Need:
    """A need that a person asked for; it waits for the curator's word."""
    need = _create(organization, person, ground=ground, reason="", source=source, today=today)
    record("matching.need.proposed", subject=need, by=by)
    return need


def _require_not_own(organization: Organization, person: Person, today: date, by: Actor) -> None:
    require(access.can_confirm_need(by, person, sole_officer=is_sole_officer(by, organization, day=today)))


def _confirm(organization: Organization, person: Person, proposal: NeedProposal | None, today: date, by: Actor) -> Need:
    need = open_need_of(person, organization)
    if need is not None and need.state in (NeedState.CONFIRMED, NeedState.MET):
        return need
    if by.is_person(person.pk):
        _require_not_own(organization, person, today, by)
    return _move(need or _from_proposal(organization, person, proposal, today), "confirm", today=today, by=by)


def _from_proposal(organization: Organization, person: Person, proposal: NeedProposal | None, today: date) -> Need:
    if proposal is None:
        raise Refusal(f"{person}: основание больше не находится. Обновите страницу или добавьте вручную с основанием.")
    return _create(
        organization, person, ground=proposal.ground, reason=proposal.reason, source=Source.RULE, today=today
    )


def _create(organization: Organization, person: Person, *, ground: str, reason: str, source: str, today: date) -> Need:
    return Need.objects.create(
        organization=organization,
        person=person,
        ground=ground,
        reason=reason[:300],
        source=source,
        school_year=school_year(today).first_year,
        since=today,
    )


EVENT_OF = {
    "confirm": "matching.need.confirmed",
    "dismiss": "matching.need.dismissed",
    "meet": "matching.need.met",
    "reopen": "matching.need.reopened",
    "close": "matching.need.closed",
}


def _move(need: Need, verb: str, *fields: str, today: date, by: Actor) -> Need:
    NEED.move(need, verb)
    need.decided_on = today
    Need.objects.filter(pk=need.pk).update(
        state=need.state,
        decided_on=today,
        version=F("version") + 1,
        **{name: getattr(need, name) for name in fields},
    )
    need.version += 1
    record(EVENT_OF[verb], subject=need, by=by)
    return need
