"""Mentors: wish, propose, admit to the bank, edit with places, pause, leave, return (R-1.4, R-4.5.2)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import NothingTicked, Refusal, Stale, WrongState
from mentoring.core.wording import clean_spaces, counted
from mentoring.matching import access, books
from mentoring.matching.actions.needs import require_works_here
from mentoring.matching.actions.readiness import say_ready
from mentoring.matching.choices import LIVE_STATES, MentorState, Side, Source
from mentoring.matching.models import MAX_CAPACITY, Mentor, MentorPlace
from mentoring.matching.selectors.mentors import mentor_proposals_of
from mentoring.matching.states import MENTOR
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment

STALE = "Пока вы правили, сведения о наставнике изменил кто-то другой. Сравните оба варианта и сохраните ещё раз."
EVENT_OF = {
    "admit": "matching.mentor.admitted",
    "pause": "matching.mentor.paused",
    "resume": "matching.mentor.resumed",
    "leave": "matching.mentor.left",
    "return": "matching.mentor.returned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a mentor offers: places, hours, areas of help, measurable results with their evidence."""

    capacity: int
    hours_per_month: int | None = None
    areas: Sequence[str] = ()
    results: str = ""


@command
def wish_to_mentor(*, organization: Organization, person: Person, profile: Profile, today: date, by: Actor) -> Mentor:
    """A teacher's own wish to be a mentor; it means that she is ready to consider a pair."""
    require(access.can_wish(by, person))
    require_works_here(person, organization, today=today)
    mentor = _mentor_of(organization, person)
    if mentor is None:
        mentor = _create(organization, person, source=Source.SELF, reason="", today=today)
    elif mentor.state == MentorState.LEFT:
        _move(mentor, "return", by=by)
    _write(mentor, profile)
    say_ready(organization=organization, person=person, side=Side.MENTOR, today=today, by=by)
    record("matching.mentor.wished", subject=mentor, by=by)
    return mentor


@command
def add_mentor(*, organization: Organization, person: Person, reason: str, today: date, by: Actor) -> Mentor:
    """Write a candidate down by hand, with the reason."""
    require(access.can_lead(by, organization))
    require_works_here(person, organization, today=today)
    if not clean_spaces(reason):
        raise Refusal("Напишите, почему этот педагог может быть наставником: опыт, результаты, чем известен.")
    mentor = _mentor_of(organization, person)
    if mentor is not None and mentor.state != MentorState.LEFT:
        raise Refusal("Этот педагог уже есть среди наставников. Найдите его в списке.")
    if mentor is not None:
        return _move(mentor, "return", by=by)
    mentor = _create(organization, person, source=Source.HAND, reason=clean_spaces(reason), today=today)
    record("matching.mentor.proposed", subject=mentor, by=by)
    return mentor


@command
def admit_mentors(
    *, organization: Organization, people: Collection[Person], recommended_by: str = "", today: date, by: Actor
) -> list[Mentor]:
    """Take candidates into the bank: those written down and those whom the rules propose today."""
    require(access.can_lead(by, organization))
    if not people:
        raise NothingTicked("Никто не отмечен. Отметьте, кого включить в банк наставников.")
    proposals = mentor_proposals_of(organization, day=today)
    admitted = []
    for person in people:
        proposal = proposals.get(person.pk)
        mentor = _mentor_of(organization, person)
        if mentor is None and proposal is None:
            raise Refusal(f"{person}: система больше не предлагает. Добавьте вручную и напишите почему.")
        if mentor is None and proposal is not None:
            mentor = _create(organization, person, source=Source.RULE, reason=proposal.reason, today=today)
        if mentor is not None:
            admitted.append(_admit(mentor, recommended_by, today=today, by=by))
    return admitted


@command
def edit_mentor(*, mentor: Mentor, profile: Profile, version: int, by: Actor) -> Mentor:
    """Change what a mentor offers; raises Stale, and Refusal when places would fall below those taken."""
    mentor = locked(mentor.pk)
    require(access.can_edit_mentor(by, mentor))
    if mentor.version != version:
        raise Stale(STALE)
    changed = _write(mentor, profile)
    if "capacity" in changed:
        record("matching.mentor.capacity_changed", subject=mentor, by=by)
    if changed:
        record("matching.mentor.edited", subject=mentor, by=by, fields=changed)
    return mentor


@command
def move_mentor(*, mentor: Mentor, verb: str, today: date, by: Actor) -> Mentor:
    """Admit, pause, resume, leave or return; who has a live pair leaves only after it."""
    mentor = locked(mentor.pk)
    require(access.can_move_mentor(by, mentor, verb))
    if verb == "admit":
        return _admit(mentor, "", today=today, by=by)
    if verb == "leave":
        _require_no_pairs(mentor)
    return _move(mentor, verb, by=by)


def locked(pk: int) -> Mentor:
    """The mentor under a lock: places are counted and taken behind it."""
    rows = Mentor.objects.select_for_update(of=("self",)).select_related("person", "organization__territory")
    return rows.get(pk=pk)


def ensure_in_bank(
    organization: Organization, person: Person, *, recommended_by: str, today: date, by: Actor
) -> Mentor:
    """The mentor in the bank; a candidate is admitted by the same decision. Inside the action that decides."""
    mentor = _mentor_of(organization, person)
    if mentor is None:
        return admit_mentors(
            organization=organization, people=[person], recommended_by=recommended_by, today=today, by=by
        )[0]
    if mentor.state == MentorState.CANDIDATE:
        return _admit(mentor, recommended_by, today=today, by=by)
    if mentor.state != MentorState.IN_BANK:
        raise WrongState(f"{person}: сейчас «{mentor.get_state_display()}». Выберите другого наставника.")
    return mentor


def _mentor_of(organization: Organization, person: Person) -> Mentor | None:
    rows = Mentor.objects.select_for_update(of=("self",)).select_related("person", "organization__territory")
    return rows.filter(organization=organization, person=person).first()


def _create(organization: Organization, person: Person, *, source: str, reason: str, today: date) -> Mentor:
    work = Employment.objects.filter(organization=organization, person=person).working_on(today).first()
    mentor = Mentor.objects.create(
        organization=organization,
        person=person,
        source=source,
        reason=reason[:300],
        capacity=min(books.usual_capacity(today), MAX_CAPACITY),
        results=work.results[:2000] if work else "",
    )
    keep_places(mentor)
    return mentor


def _admit(mentor: Mentor, recommended_by: str, *, today: date, by: Actor) -> Mentor:
    if mentor.state == MentorState.IN_BANK:
        return mentor
    if mentor.state == MentorState.LEFT:
        MENTOR.move(mentor, "return")
    mentor.admitted_on = today
    mentor.recommended_by = clean_spaces(recommended_by)[:300]
    return _move(mentor, "admit", "admitted_on", "recommended_by", by=by)


def _move(mentor: Mentor, verb: str, *fields: str, by: Actor) -> Mentor:
    MENTOR.move(mentor, verb)
    mentor.version += 1
    mentor.save(update_fields=["state", "version", *fields])
    record(EVENT_OF[verb], subject=mentor, by=by)
    return mentor


def _require_no_pairs(mentor: Mentor) -> None:
    live = mentor.mentorships.filter(state__in=LIVE_STATES).count()
    if live:
        pairs = counted(live, "пара", "пары", "пар")
        raise WrongState(
            f"У наставника есть {pairs}. Вывести его из банка можно, когда все пары завершены или прекращены."
        )


def _write(mentor: Mentor, profile: Profile) -> list[str]:
    """Store the profile and keep the places in step; the names of what changed."""
    told: dict[str, object] = {
        "capacity": profile.capacity,
        "hours_per_month": profile.hours_per_month,
        "areas": list(profile.areas),
        "results": profile.results.strip(),
    }
    changed = [name for name, value in told.items() if getattr(mentor, name) != value]
    if not changed:
        return []
    for name in changed:
        setattr(mentor, name, told[name])
    if "capacity" in changed:
        keep_places(mentor)
    mentor.version += 1
    mentor.save(update_fields=[*changed, "version"])
    return changed


def keep_places(mentor: Mentor) -> None:
    """Make the rows of places as many as the capacity; raises Refusal when more are taken."""
    places = list(mentor.places.order_by("number"))
    taken = set(mentor.places.filter(mentees__is_live=True).values_list("pk", flat=True))
    if len(taken) > mentor.capacity:
        people = counted(len(taken), "наставляемый", "наставляемых", "наставляемых")
        raise Refusal(f"Сейчас у наставника {people}. Мест не может быть меньше: сначала завершите пару.")
    spare = [place.pk for place in reversed(places) if place.pk not in taken][: max(len(places) - mentor.capacity, 0)]
    MentorPlace.objects.filter(pk__in=spare).delete()
    numbers = {place.number for place in places if place.pk not in spare}
    missing = [number for number in range(1, MAX_CAPACITY + 1) if number not in numbers]
    wanted = missing[: max(mentor.capacity - len(numbers), 0)]
    MentorPlace.objects.bulk_create([MentorPlace(mentor=mentor, number=number) for number in wanted])


def free_place(mentor: Mentor) -> MentorPlace:
    """The first free place of a mentor under a lock; raises WrongState (409) when none is left."""
    place = mentor.places.exclude(mentees__is_live=True).order_by("number").first()
    if place is None:
        raise WrongState("У наставника не осталось свободных мест. Выберите другого или добавьте место.")
    return place
