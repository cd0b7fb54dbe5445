"""Tell the people of a pair, let one more into it, cancel it before the order."""

from collections.abc import Callable, Sequence
from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import WrongState
from mentoring.core.registry import Registry
from mentoring.matching import access, notifications
from mentoring.matching.actions import needs as need_actions
from mentoring.matching.actions.office import office_of
from mentoring.matching.actions.readiness import lapse
from mentoring.matching.actions.seats import (
    locked,
    release,
    require_ready,
    require_same_organization,
    seat,
    tie_people,
)
from mentoring.matching.choices import DecisionKind, MentorshipState, NeedState, Side
from mentoring.matching.models import Mentorship, Need
from mentoring.matching.rules.forms import GROUP, TRADITIONAL
from mentoring.matching.selectors.officers import is_sole_officer
from mentoring.matching.selectors.pairs import is_fixed
from mentoring.matching.states import MENTORSHIP

before_cancel: Registry[Callable[[Mentorship, Actor, date], None]] = Registry("what a cancelled pair takes along")
"""Called before a pair is cancelled, in the same transaction; may refuse."""


@command
def announce_pairs(*, mentorships: Sequence[Mentorship], today: date, by: Actor) -> list[Mentorship]:
    """Tell the people of decided pairs; from now on they see each other's cards. Already told ones stay as they are."""
    return [_announce(mentorship, today, by) for mentorship in sorted(mentorships, key=lambda one: one.pk)]


@command
def add_mentee(*, mentorship: Mentorship, need: Need, today: date, by: Actor) -> Mentorship:
    """Make a pair a group, or a group bigger, before the order."""
    mentorship = locked(mentorship.pk)
    require(access.can_lead(by, mentorship.organization))
    if mentorship.state not in (MentorshipState.PROPOSED, MentorshipState.RECOMMENDED) or is_fixed(mentorship):
        raise WrongState("Приказ уже есть: добавить человека в эту пару нельзя. Составьте новую пару.")
    need = need_actions.locked(need)
    require_same_organization(mentorship.organization, need)
    require_ready(mentorship.organization, need.person, Side.MENTEE)
    if mentorship.state == MentorshipState.RECOMMENDED:
        _require_own_decision(mentorship, need, today=today, by=by)
    seat(mentorship, need)
    mentorship.kinds = [GROUP, *(kind for kind in mentorship.kinds if kind not in (TRADITIONAL, GROUP))]
    mentorship.version += 1
    mentorship.save(update_fields=["kinds", "version"])
    if mentorship.state == MentorshipState.RECOMMENDED:
        need_actions.meet_need(need=need, today=today, by=by)
    record("matching.mentorship.mentee_added", subject=mentorship, by=by, person_id=need.person_id)
    group = locked(mentorship.pk)
    if group.announced_at is not None:
        tie_people(group, since=today, by=by)
        notifications.announced(group)
    return group


def _require_own_decision(mentorship: Mentorship, need: Need, *, today: date, by: Actor) -> None:
    """Who joins a decided pair is decided on by the same right; what a council has decided nobody widens alone."""
    sole = is_sole_officer(by, mentorship.organization, day=today)
    require(access.can_decide(by, mentorship, joining=need.person, sole_officer=sole))
    if mentorship.decision_kind == DecisionKind.COUNCIL:
        raise WrongState(
            "Эту пару рекомендовал совет, её состав записан в протоколе. Составьте с этим наставником ещё одну пару и "
            "запишите решение о ней."
        )
    require_ready(mentorship.organization, mentorship.mentor.person, Side.MENTOR)


@command
def cancel_pair(*, mentorship: Mentorship, today: date, by: Actor) -> Mentorship:
    """Cancel a pair before the order; whoever waited waits on from her own earlier day. Nobody is to blame.

    Whoever cancels, and whoever said no, every line of every history has one and the same author: a line without a
    name among lines with names would tell that somebody refused (R-2.2).
    """
    mentorship = locked(mentorship.pk)
    require(access.can_lead(by, mentorship.organization))
    MENTORSHIP.check(mentorship, "cancel")
    if not by.system:
        record("matching.mentorship.cancelled_by", subject=mentorship, by=by, restricted=True)
    office = office_of(mentorship.organization)
    for follow in before_cancel.values():
        follow(mentorship, office, today)
    was_announced = mentorship.announced_at is not None
    MENTORSHIP.move(mentorship, "cancel")
    mentorship.ended_on = today
    mentorship.version += 1
    mentorship.save(update_fields=["state", "ended_on", "version"])
    for mentee in release(mentorship, last_day=today, by=office):
        if mentee.need is not None and mentee.need.state == NeedState.MET:
            need_actions.reopen_need(need=mentee.need, since=mentee.need.since, today=today, by=office)
    record("matching.mentorship.cancelled", subject=mentorship, by=office, person_id=mentorship.mentor.person_id)
    if was_announced:
        lapse(mentorship, by=office)
        notifications.cancelled(mentorship)
    return mentorship


def _announce(mentorship: Mentorship, today: date, by: Actor) -> Mentorship:
    mentorship = locked(mentorship.pk)
    require(access.can_lead(by, mentorship.organization))
    if mentorship.state not in (MentorshipState.RECOMMENDED, MentorshipState.ACTIVE):
        raise WrongState("Сообщать пока рано: решение о паре ещё не принято.")
    if mentorship.announced_at is not None:
        return mentorship
    mentorship.announced_at = clock.now()
    mentorship.version += 1
    mentorship.save(update_fields=["announced_at", "version"])
    tie_people(mentorship, since=today, by=by)
    record("matching.mentorship.announced", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    notifications.announced(mentorship)
    return mentorship
