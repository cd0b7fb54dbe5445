"""Readiness of both sides, said revocably (R-2.2): ask, answer on the site, by a slip or in a talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor, system_actor
from mentoring.core.command import command
from mentoring.core.errors import NothingTicked, Refusal, WrongState
from mentoring.core.wording import counted
from mentoring.matching import access, notifications
from mentoring.matching.choices import Channel, MentorshipState, ReadinessState, Side
from mentoring.matching.codes import hash_of, new_code
from mentoring.matching.models import Mentorship, Readiness
from mentoring.matching.states import READINESS
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

ASK_AGAIN = timedelta(days=14)  # a question repeated sooner is pressure
BY_SLIP = system_actor("readiness slip")
VERB_OF = {ReadinessState.READY: "agree", ReadinessState.DECLINED: "decline"}


class AskedLately(Refusal):
    """Somebody of the list was asked too short a while ago; nobody is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked and for which side."""

    person: Person
    side: Side


@dataclass(frozen=True, slots=True)
class Slip:
    """A printed question: the code exists here and on the paper only."""

    readiness: Readiness
    code: str


@command
def ask(*, organization: Organization, people: Sequence[Asked], today: date, by: Actor) -> list[Readiness]:
    """Ask for readiness: a message to each; who was asked less than two weeks ago is left in peace."""
    require(access.can_lead(by, organization))
    if not people:
        raise NothingTicked("Никто не отмечен. Отметьте, кого спросить, и отправьте ещё раз.")
    return [_ask(organization, asked, today, by) for asked in people]


@command
def print_slips(*, organization: Organization, people: Sequence[Asked], today: date, by: Actor) -> list[Slip]:
    """Make printed questions; a new slip makes the former code of the same person useless."""
    require(access.can_lead(by, organization))
    if not people:
        raise NothingTicked("Никто не отмечен. Отметьте, для кого напечатать листки.")
    slips = []
    for asked in people:
        readiness = _row(organization, asked.person, asked.side, today)
        code = new_code()
        Readiness.objects.filter(pk=readiness.pk).update(code_hash=hash_of(code), version=F("version") + 1)
        record("matching.readiness.slip_printed", subject=readiness, by=by)
        slips.append(Slip(readiness, code))
    return slips


@command
def answer(*, readiness: Readiness, state: ReadinessState, by: Actor) -> Readiness:
    """Answer for oneself on the site; possible until the order."""
    readiness = _locked(readiness.pk)
    if not by.is_person(readiness.person_id):
        raise WrongState("Ответ на сайте даёт сам педагог. После разговора отметьте его ответ на странице наставников.")
    if takes_part(readiness, MentorshipState.ACTIVE):
        raise WrongState("Приказ уже подписан. Чтобы прекратить участие, откройте свою пару.")
    return _set(readiness, state, channel=Channel.SITE, by=by)


@command
def answer_by_code(*, code: str, state: ReadinessState, by: Actor = BY_SLIP) -> Readiness:
    """Answer by a printed slip: whoever holds it speaks for its person, while nothing is decided."""
    readiness = find_by_code(code)
    if readiness is None:
        raise Refusal("Такого кода нет: проверьте знаки или попросите куратора напечатать новый листок.")
    readiness = _locked(readiness.pk)
    require_open(readiness)
    return _set(readiness, state, channel=Channel.SLIP, by=by)


@command
def mark_after_talk(
    *, organization: Organization, people: Sequence[Asked], state: ReadinessState, today: date, by: Actor
) -> list[Readiness]:
    """Record what was said in a talk; the person is told what was recorded and may change it."""
    require(access.can_lead(by, organization))
    if not people:
        raise NothingTicked("Никто не отмечен. Отметьте, с кем вы поговорили.")
    return [_mark(organization, asked, state, today, by) for asked in people]


def say_ready(*, organization: Organization, person: Person, side: Side, today: date, by: Actor) -> None:
    """Who asks for a mentor or wishes to be one has said that she is ready. Inside her own action."""
    readiness = _row(organization, person, side, today)
    if readiness.state != ReadinessState.READY:
        _set(readiness, ReadinessState.READY, channel=Channel.SITE, by=by)


def refuse_pair(mentorship: Mentorship, *, person: Person, channel: Channel, by: Actor) -> None:
    """Who said no to a cancelled pair is not ready any more. Inside the action that recorded her no."""
    lapse(mentorship, by=by)
    side = Side.MENTOR if person.pk == mentorship.mentor.person_id else Side.MENTEE
    for readiness in _answers(mentorship).filter(person=person, side=side).exclude(state=ReadinessState.DECLINED):
        _set(readiness, ReadinessState.DECLINED, channel=channel, by=by)


def lapse(mentorship: Mentorship, *, by: Actor) -> None:
    """After a pair that was told and did not come about everybody in it is asked anew, whoever ended it.

    Were only the answer of who refused to go, the answers of the others would tell who that was (R-2.2). Who stands in
    another decided pair keeps hers: it is shown nowhere meanwhile.
    """
    for readiness in _answers(mentorship).filter(state=ReadinessState.READY):
        if takes_part(readiness, MentorshipState.RECOMMENDED, MentorshipState.ACTIVE):
            continue
        READINESS.move(readiness, "lapse")
        readiness.version += 1
        readiness.save(update_fields=["state", "version"])
        record("matching.readiness.lapsed", subject=readiness, by=by, restricted=True)


def find_by_code(code: str) -> Readiness | None:
    """The question on a printed slip, or None."""
    if not code.strip():
        return None
    return Readiness.objects.select_related("person", "organization__territory").filter(code_hash=hash_of(code)).first()


def require_open(readiness: Readiness) -> None:
    """Raise WrongState when a pair is already decided: a slip changes nothing then."""
    if takes_part(readiness, MentorshipState.RECOMMENDED, MentorshipState.ACTIVE):
        raise WrongState("Решение о паре уже принято. Если передумали, скажите куратору: до приказа это меняется.")


def takes_part(readiness: Readiness, *states: MentorshipState) -> bool:
    """Tell whether the person stands in a pair of these states on the side that was asked."""
    pairs = Mentorship.objects.filter(organization_id=readiness.organization_id, state__in=states)
    if readiness.side == Side.MENTOR:
        return pairs.filter(mentor__person_id=readiness.person_id).exists()
    return pairs.filter(mentees__person_id=readiness.person_id, mentees__is_live=True).exists()


def _ask(organization: Organization, asked: Asked, today: date, by: Actor) -> Readiness:
    readiness = _row(organization, asked.person, asked.side, today)
    if readiness.state == ReadinessState.READY:
        return readiness
    is_new = readiness.version == 1
    if not is_new and today < readiness.asked_on + ASK_AGAIN:
        left = counted((readiness.asked_on + ASK_AGAIN - today).days, "день", "дня", "дней")
        raise AskedLately(
            f"{asked.person}: уже спрашивали недавно. Спросить ещё раз можно через {left} или в разговоре."
        )
    Readiness.objects.filter(pk=readiness.pk).update(
        state=ReadinessState.ASKED, asked_on=today, version=F("version") + 1
    )
    readiness.refresh_from_db()
    record("matching.readiness.asked", subject=readiness, by=by)
    notifications.asked(readiness)
    return readiness


def _mark(organization: Organization, asked: Asked, state: ReadinessState, today: date, by: Actor) -> Readiness:
    readiness = _row(organization, asked.person, asked.side, today)
    if readiness.state == state:
        return readiness
    readiness = _set(readiness, state, channel=Channel.TALK, by=by)
    if not by.is_person(readiness.person_id):
        notifications.marked_after_talk(readiness)
    return readiness


def _row(organization: Organization, person: Person, side: Side, today: date) -> Readiness:
    readiness, _ = Readiness.objects.get_or_create(
        organization=organization, person=person, side=side, defaults={"asked_on": today}
    )
    return _locked(readiness.pk)


def _locked(pk: int) -> Readiness:
    rows = Readiness.objects.select_for_update(of=("self",)).select_related("person", "organization__territory")
    return rows.get(pk=pk)


def _answers(mentorship: Mentorship) -> QuerySet[Readiness]:
    """What the people of a pair said of this side of theirs, under a lock."""
    mentees = mentorship.mentees.values("person_id")
    sides = Q(side=Side.MENTOR, person_id=mentorship.mentor.person_id) | Q(side=Side.MENTEE, person_id__in=mentees)
    rows = Readiness.objects.select_for_update(of=("self",)).filter(organization_id=mentorship.organization_id)
    return rows.filter(sides).order_by("pk")


def _set(readiness: Readiness, state: ReadinessState, *, channel: Channel, by: Actor) -> Readiness:
    """Write an answer; both answers are one restricted event, so that history does not tell them apart."""
    if readiness.state != state:
        READINESS.move(readiness, VERB_OF[state])
    readiness.channel = channel
    readiness.answered_at = clock.now()
    if channel != Channel.TALK:
        readiness.own_no_at = readiness.answered_at if state == ReadinessState.DECLINED else None
    readiness.version += 1
    readiness.save(update_fields=["state", "channel", "answered_at", "own_no_at", "version"])
    record("matching.readiness.answered", subject=readiness, by=by, restricted=True)
    return readiness
