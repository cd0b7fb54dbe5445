"""«Выберите наставников»: who waits, the best mentors for each with facts side by side, and one proposal for all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentoring.core.actor import Actor
from mentoring.matching import books
from mentoring.matching.choices import ENDED_EARLY, MentorState, NeedState, Side
from mentoring.matching.models import Mentee, Mentor, Need
from mentoring.matching.rules.assignment import assign
from mentoring.matching.rules.forms import FormProposal, propose_form
from mentoring.matching.rules.needs import waiting_words
from mentoring.matching.rules.pairs import (
    PLACES,
    Fit,
    MenteeSide,
    MentorSide,
    fit,
    former_pair_words,
    headline,
)
from mentoring.matching.rules.work import Work
from mentoring.matching.selectors.mentors import mentor_proposals_of, taken_places
from mentoring.matching.selectors.needs import shared_areas
from mentoring.matching.selectors.readiness import SILENCE, Mark, marks_of
from mentoring.matching.selectors.works import works_of
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import short_case_forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One mentor for one waiting person, with what speaks for and against."""

    person: Person
    position: str
    fit: Fit
    headline: str
    readiness: Mark
    form: FormProposal
    form_title: str
    kinds_title: str
    is_new: bool
    free: int
    is_self: bool
    former_pair: str = ""
    """«прежняя пара прекращена 5 октября 2026 г.»: she may be chosen by hand, the system does not propose her."""

    @property
    def value(self) -> str:
        """What a form sends for this choice."""
        return str(self.person.public_id)

    @property
    def places(self) -> str:
        """«место 2 из 2»."""
        return next(fact.sentence for fact in self.fit.facts if fact.label == PLACES)

    @property
    def is_offered(self) -> bool:
        """True when the system may propose her; others are chosen by hand or have no place."""
        return bool(self.free) and not self.former_pair

    @property
    def caveat(self) -> str:
        """Why she stands at the end of the list; nothing for who is offered."""
        return self.former_pair if self.free else self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A waiting person with the mentors she can have, the best first."""

    need: Need
    person: Person
    position: str
    ground: str
    reason: str
    waiting: str
    areas: tuple[str, ...]
    readiness: Mark
    candidates: tuple[Candidate, ...]
    proposed: Candidate | None = None

    @property
    def genitive(self) -> str:
        """«Воронцовой Д. О.»: for whom a mentor is chosen."""
        return short_case_forms(self.person).genitive

    def best(self, count: int) -> tuple[Candidate, ...]:
        """The first of the list to choose from; the proposed one is always among them."""
        first = tuple(one for one in self.candidates if one.is_offered)[:count]
        if self.proposed is None or self.proposed in first:
            return first
        return (self.proposed, *first[: count - 1])

    def others(self, count: int) -> tuple[Candidate, ...]:
        """Everybody else who can mentor here; at the end those who were a pair with her, then those without a place."""
        best = self.best(count)
        return tuple(candidate for candidate in self.candidates if candidate not in best)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Everything that is weighed, loaded once."""

    works: dict[int, Work]
    mentors: dict[int, Mentor]
    people: dict[int, Person]
    taken: dict[int, int]
    marks: dict[tuple[int, str], Mark]
    former: dict[tuple[int, int], str]
    """What is said of a pair that did not last, by need and mentor."""


def waiting_needs(actor: Actor, organization: Organization) -> list[Need]:
    """Confirmed needs that stand in no live pair, the longest wait first."""
    seated = Mentee.objects.filter(is_live=True, need__organization=organization).values("need_id")
    rows = Need.objects.visible_to(actor).waiting().filter(organization=organization).with_person()
    return list(rows.exclude(pk__in=seated).prefetch_related("person__case_forms").order_by("since", "pk"))


def choices_for_all(actor: Actor, organization: Organization, *, day: date) -> list[Waiting]:
    """Everybody who waits, each with a proposed mentor: as many as possible get one, each the best she can have."""
    pool = _pool(actor, organization, day=day)
    shared = shared_areas(organization)
    rows = [_waiting(actor, need, pool, shared, day=day) for need in waiting_needs(actor, organization)]
    wishes = {row.need.pk: [one.person.pk for one in row.candidates if one.is_offered] for row in rows}
    free = {one.person.pk: one.free for row in rows for one in row.candidates}
    given = assign([row.need.pk for row in rows], wishes=wishes, places=free)
    return [_with_proposed(row, given.get(row.need.pk)) for row in rows]


def choice_for(actor: Actor, need: Need, *, day: date) -> Waiting:
    """One waiting person with the mentors she can have."""
    pool = _pool(actor, need.organization, day=day)
    row = _waiting(actor, need, pool, shared_areas(need.organization), day=day)
    offered = [one.person.pk for one in row.candidates if one.is_offered]
    return _with_proposed(row, offered[0] if offered else None)


def form_for(organization: Organization, mentor: Person, mentees: Sequence[Person], *, day: date) -> FormProposal:
    """The form, kinds and motive that the facts propose for these people."""
    works = works_of(organization, day=day)
    unknown = Work(person_id=0, position="")
    return propose_form(works.get(mentor.pk, unknown), [works.get(one.pk, unknown) for one in mentees])


def _pool(actor: Actor, organization: Organization, *, day: date) -> _Pool:
    mentors = Mentor.objects.visible_to(actor).filter(
        organization=organization, state__in=(MentorState.IN_BANK, MentorState.CANDIDATE)
    )
    by_person = {mentor.person_id: mentor for mentor in mentors.select_related("person")}
    proposed = mentor_proposals_of(organization, day=day)
    new_people = Person.objects.visible_to(actor).filter(pk__in=set(proposed) - set(by_person))
    return _Pool(
        works=works_of(organization, day=day),
        mentors=by_person,
        people={person.pk: person for person in new_people} | {pk: one.person for pk, one in by_person.items()},
        taken=taken_places(organization),
        marks=marks_of(actor, organization),
        former=_former_pairs(organization),
    )


def _former_pairs(organization: Organization) -> dict[tuple[int, int], str]:
    """Pairs on the same ground that ended while the mentee waits on. Who ended them is not asked and not told."""
    rows = Mentee.objects.filter(
        mentorship__organization=organization,
        mentorship__state__in=ENDED_EARLY,
        need__state=NeedState.CONFIRMED,
        is_live=False,
    ).select_related("mentorship")
    return {
        (mentee.need_id, mentee.mentor_person_id): former_pair_words(
            mentee.mentorship.get_state_display(), mentee.mentorship.ended_on
        )
        for mentee in rows.order_by("mentorship__ended_on", "pk")
        if mentee.need_id is not None
    }


def _waiting(actor: Actor, need: Need, pool: _Pool, shared: dict[int, tuple[str, ...]], *, day: date) -> Waiting:
    work = pool.works.get(need.person_id)
    areas = shared.get(need.pk, ())
    titles = books.area_titles(day)
    return Waiting(
        need=need,
        person=need.person,
        position=work.position if work else "не работает здесь",
        ground=books.ground_title(need.ground),
        reason=need.reason,
        waiting=waiting_words(need.since, day=day),
        areas=tuple(titles.get(area, area) for area in areas),
        readiness=pool.marks.get((need.person_id, Side.MENTEE), SILENCE),
        candidates=tuple(_candidates(actor, need, work, areas, pool, day=day)) if work else (),
    )


def _candidates(
    actor: Actor, need: Need, mentee: Work, areas: Sequence[str], pool: _Pool, *, day: date
) -> list[Candidate]:
    found = [
        replace(_candidate(actor, person, mentee, areas, pool, day=day), former_pair=pool.former.get((need.pk, pk), ""))
        for pk, person in pool.people.items()
        if pk != mentee.person_id and pk in pool.works and not pool.works[pk].is_away(day)
    ]
    return sorted(found, key=_precedence)


def _precedence(one: Candidate) -> tuple[object, ...]:
    return not one.free, bool(one.former_pair), not one.readiness.is_ready, -one.fit.points, one.person.search


def _candidate(
    actor: Actor, person: Person, mentee: Work, areas: Sequence[str], pool: _Pool, *, day: date
) -> Candidate:
    work, mentor = pool.works[person.pk], pool.mentors.get(person.pk)
    side = MentorSide(
        work=work,
        areas=mentor.areas if mentor else (),
        capacity=mentor.capacity if mentor else books.usual_capacity(day),
        taken=pool.taken.get(mentor.pk, 0) if mentor else 0,
        hours_per_month=mentor.hours_per_month if mentor else None,
        results=mentor.results if mentor else "",
        is_own_boss=work.is_leader,
    )
    weighed = fit(MenteeSide(work=mentee, areas=areas), side, books=books.fit_books(day))
    form = propose_form(work, [mentee])
    return Candidate(
        person=person,
        position=work.position,
        fit=weighed,
        headline=headline(weighed.facts),
        readiness=pool.marks.get((person.pk, Side.MENTOR), SILENCE),
        form=form,
        form_title=books.form_title(form.form),
        kinds_title=books.kind_titles(form.kinds),
        is_new=mentor is None or mentor.state == MentorState.CANDIDATE,
        free=side.free,
        is_self=actor.is_person(person.pk),
    )


def _with_proposed(row: Waiting, person_id: int | None) -> Waiting:
    proposed = next((one for one in row.candidates if one.person.pk == person_id), None)
    return replace(row, proposed=proposed)
