"""Start, finish and stop pairs: called by the domain that signs orders; the rule of who may do it stands there."""

from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.matching.actions.needs import close_need, reopen_need
from mentoring.matching.actions.seats import locked, release, tie_people
from mentoring.matching.choices import NeedState
from mentoring.matching.models import Mentorship
from mentoring.matching.states import MENTORSHIP


@command
def start_pair(*, mentorship: Mentorship, on: date, by: Actor) -> Mentorship:
    """The order is signed: the pair is in force from this day; who was not told before sees it now."""
    mentorship = locked(mentorship.pk)
    MENTORSHIP.move(mentorship, "start")
    mentorship.started_on = on
    fields = ["state", "started_on", "version"]
    if mentorship.announced_at is None:
        mentorship.announced_at = clock.now()
        fields.append("announced_at")
        tie_people(mentorship, since=on, by=by)
    mentorship.version += 1
    mentorship.save(update_fields=fields)
    record("matching.mentorship.started", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    return mentorship


@command
def recall_pair(*, mentorship: Mentorship, by: Actor) -> Mentorship:
    """The order is revoked: the pair is decided and waits for another order; places and ties stay."""
    mentorship = locked(mentorship.pk)
    MENTORSHIP.move(mentorship, "recall")
    mentorship.started_on = None
    mentorship.version += 1
    mentorship.save(update_fields=["state", "started_on", "version"])
    record("matching.mentorship.recalled", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    return mentorship


@command
def finish_pair(*, mentorship: Mentorship, on: date, by: Actor) -> Mentorship:
    """The programme is done: places are free, needs are closed, cards are no longer open to each other."""
    mentorship = _end(mentorship, "finish", on, by)
    for mentee in release(mentorship, last_day=on, by=by):
        if mentee.need is not None and mentee.need.state == NeedState.MET:
            close_need(need=mentee.need, today=on, by=by)
    record("matching.mentorship.finished", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    return mentorship


@command
def stop_pair(*, mentorship: Mentorship, on: date, by: Actor) -> Mentorship:
    """The pair ends early: places are free, the mentees wait for another mentor from this day."""
    mentorship = _end(mentorship, "stop", on, by)
    for mentee in release(mentorship, last_day=on, by=by):
        if mentee.need is not None and mentee.need.state == NeedState.MET:
            reopen_need(need=mentee.need, since=on, today=on, by=by)
    record("matching.mentorship.stopped", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    return mentorship


def _end(mentorship: Mentorship, verb: str, on: date, by: Actor) -> Mentorship:
    mentorship = locked(mentorship.pk)
    MENTORSHIP.move(mentorship, verb)
    mentorship.ended_on = on
    mentorship.version += 1
    mentorship.save(update_fields=["state", "ended_on", "version"])
    return mentorship
