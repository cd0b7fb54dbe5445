"""What has happened in the demo so far: needs, readiness, pairs and papers in every stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.accounts.selectors import actor_for
from mentoring.config.demo.papers import Office, carry_on
from mentoring.config.demo.people import school_day
from mentoring.core.actor import Actor
from mentoring.matching.actions.mentors import Profile, admit_mentors, edit_mentor
from mentoring.matching.actions.needs import complete_update, confirm_needs, dismiss_need
from mentoring.matching.actions.pairs import Choice, Decision, decide_pairs, propose_pairs
from mentoring.matching.actions.readiness import Asked, ask, mark_after_talk
from mentoring.matching.actions.requests import Wish, save_request
from mentoring.matching.actions.telling import announce_pairs
from mentoring.matching.choices import DecisionKind, ReadinessState, Side
from mentoring.matching.models import Mentor, Mentorship
from mentoring.matching.selectors import choices_for_all
from mentoring.matching.selectors.choosing import Waiting
from mentoring.matching.selectors.mentors import mentor_proposals_of
from mentoring.matching.selectors.needs import proposals_of
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.reference import books

MENTORS = 9  # candidates admitted to the bank of a school; a kindergarten has fewer
UNDECIDED = 2
FIRST_WAVE = 4
CLAUSE = "3.4"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays whom."""

    head: Person
    curator: Person
    clerk: Person
    council: tuple[Person, ...]
    teachers: tuple[Person, ...]

    @property
    def is_alone(self) -> bool:
        """True where one person holds all duties."""
        return self.head == self.curator


def tell(*, organization: Organization, cast: Cast, today: date) -> None:
    """Live through the year up to today."""
    curator = actor_of(cast.curator)
    head = actor_of(cast.head)
    autumn = school_day(today, 9, 14)
    _needs(organization, curator, today=autumn, alone=cast.is_alone)
    mentors = _mentors(organization, curator, cast, today=autumn)
    pairs = _first_wave(organization, curator, cast, today=school_day(today, 9, 21))
    carry_on(office=Office(organization, curator, head, today), pairs=pairs)
    _second_wave(organization, curator, cast, mentors, today=today)


def actor_of(person: Person) -> Actor:
    """The actor that this person is when she has signed in."""
    return actor_for(person.user, second_factor=True)


def _needs(organization: Organization, curator: Actor, *, today: date, alone: bool) -> None:
    people = _proposed_people(organization, today)
    left = 0 if alone else UNDECIDED
    confirmed, rest = people[: len(people) - left], people[len(people) - left :]
    confirm_needs(organization=organization, people=confirmed, today=today, by=curator)
    if rest:
        reason = "работала здесь раньше, порядки знает"
        dismiss_need(organization=organization, person=rest[0], reason=reason, today=today, by=curator)
        return
    complete_update(organization=organization, today=today, by=curator)


def _proposed_people(organization: Organization, day: date) -> list[Person]:
    found = proposals_of(organization, day=day)
    return list(Person.objects.filter(pk__in=found).order_by("pk"))


def _mentors(organization: Organization, curator: Actor, cast: Cast, *, today: date) -> list[Person]:
    officers = {cast.head.pk, cast.curator.pk, cast.clerk.pk} if not cast.is_alone else {cast.head.pk}
    found = mentor_proposals_of(organization, day=today)
    people = [person for person in Person.objects.filter(pk__in=found).order_by("pk") if person.pk not in officers]
    chosen = people[:: max(1, len(people) // MENTORS)][:MENTORS]
    admit_mentors(organization=organization, people=chosen, today=today, by=curator)
    for number, mentor in enumerate(Mentor.objects.filter(organization=organization).order_by("pk")):
        profile = Profile(
            capacity=1 + number % 2,
            hours_per_month=4 + 2 * (number % 2),
            areas=[area.code for area in books.areas()][number % 5 : number % 5 + 2],
            results="Двое прежних наставляемых аттестованы на первую категорию за три года (приказы 2024 и 2025 гг.).",
        )
        edit_mentor(mentor=mentor, profile=profile, version=mentor.version, by=curator)
    asked = [Asked(person, Side.MENTOR) for person in chosen]
    mark_after_talk(organization=organization, people=asked, state=ReadinessState.READY, today=today, by=curator)
    return chosen


def _first_wave(organization: Organization, curator: Actor, cast: Cast, *, today: date) -> list[Mentorship]:
    """Pairs decided in September: half of those who wait, at least one."""
    rows = [row for row in choices_for_all(curator, organization, day=today) if row.proposed]
    chosen = rows[: 1 if cast.is_alone else FIRST_WAVE + 2]
    pairs = decide_pairs(
        organization=organization,
        choices=_choices(chosen),
        decision=_decision(cast, today),
        talked_to=[Asked(row.person, Side.MENTEE) for row in chosen],
        today=today,
        by=curator,
    )
    announce_pairs(mentorships=pairs, today=today, by=curator)
    return pairs


def _second_wave(
    organization: Organization, curator: Actor, cast: Cast, mentors: Sequence[Person], *, today: date
) -> None:
    """Later: one own request, one who was asked, one pair before the council; somebody still waits."""
    _own_request(organization, cast, today)
    rows = choices_for_all(curator, organization, day=today)
    if rows:
        ask(organization=organization, people=[Asked(rows[-1].person, Side.MENTEE)], today=today, by=curator)
    ready = [row for row in rows[:-1] if row.proposed][:1]
    if cast.is_alone or not ready:
        return
    asked = [Asked(row.person, Side.MENTEE) for row in ready]
    mark_after_talk(organization=organization, people=asked, state=ReadinessState.READY, today=today, by=curator)
    propose_pairs(organization=organization, choices=_choices(ready), today=today, by=curator)


def _own_request(organization: Organization, cast: Cast, today: date) -> None:
    author = cast.teachers[-1 if cast.is_alone else 20]
    wish = Wish(
        words="Хочу увереннее вести собрания с родителями: готовлюсь, но теряюсь, когда начинают спорить.",
        areas=[books.areas()[-2].code],
    )
    day = today - timedelta(days=5)
    save_request(organization=organization, person=author, wish=wish, version=None, today=day, by=actor_of(author))


def _choices(rows: Sequence[Waiting]) -> list[Choice]:
    return [
        Choice(
            need=row.need, mentor=row.proposed.person, form=row.proposed.form.form, kinds=tuple(row.proposed.form.kinds)
        )
        for row in rows
        if row.proposed
    ]


def _decision(cast: Cast, today: date) -> Decision:
    if cast.is_alone:
        return Decision(kind=DecisionKind.SOLE, clause=CLAUSE)
    return Decision(kind=DecisionKind.COUNCIL, body_name="Совет наставников", minutes_number="1", minutes_on=today)
