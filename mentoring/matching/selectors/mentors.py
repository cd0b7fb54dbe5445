"""Who can mentor: proposals of the rules beside the bank, with facts, places and readiness."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from mentoring.audit.selectors import story
from mentoring.core.actor import Actor
from mentoring.matching import access, books
from mentoring.matching.choices import MentorState, NeedState, Side, Source
from mentoring.matching.models import Mentee, Mentor, Mentorship, Need
from mentoring.matching.rules.mentors import (
    MentorProposal,
    category_fact,
    experience_fact,
    propose_mentors,
    results_fact,
)
from mentoring.matching.rules.needs import propose_needs
from mentoring.matching.rules.work import Work
from mentoring.matching.selectors.readiness import SILENCE, Mark, marks_of
from mentoring.matching.selectors.works import staff_of, work_of
from mentoring.matching.states import MENTOR
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment
from mentoring.ui.shapes import Fact, Happening

TONES = {
    MentorState.CANDIDATE: "now",
    MentorState.IN_BANK: "good",
    MentorState.PAUSED: "quiet",
    MentorState.LEFT: "quiet",
}
ORDER = {state: index for index, state in enumerate(MentorState.values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorRow:
    """One person on the page of mentors: in the bank, a candidate, or a proposal of the rules."""

    person: Person
    position: str
    state: str
    state_title: str
    tone: str
    source_title: str
    facts: tuple[Fact, ...]
    reason: str
    areas: tuple[str, ...]
    capacity: int
    taken: int
    hours: int | None
    readiness: Mark
    mentor: Mentor | None = None
    weight: int = 0

    @property
    def places(self) -> str:
        """«занято 1 из 2»; nothing for who is not in the bank."""
        return f"занято {self.taken} из {self.capacity}" if self.mentor else ""

    @property
    def speaking(self) -> str:
        """What speaks for her in one line; what is not known stands on her card."""
        return "; ".join(fact.sentence for fact in self.facts if fact.sign == "yes")

    @property
    def is_candidate(self) -> bool:
        """True when she can be taken into the bank."""
        return self.state == MentorState.CANDIDATE

    @property
    def in_bank(self) -> bool:
        """True when pairs can be made with her."""
        return self.state == MentorState.IN_BANK


def mentor_rows(actor: Actor, organization: Organization, *, day: date) -> list[MentorRow]:
    """Everybody who is or can be a mentor here."""
    staff = staff_of(organization, day=day)
    works = {one.person_id: work_of(one, day=day, organization_type=organization.type) for one in staff}
    people = {one.person_id: one for one in staff}
    stored = list(Mentor.objects.visible_to(actor).filter(organization=organization).select_related("person"))
    taken = taken_places(organization)
    marks = marks_of(actor, organization)
    proposals = _proposals(works, organization, day=day, known={mentor.person_id for mentor in stored})
    rows = [
        _stored_row(
            one,
            people.get(one.person_id),
            works.get(one.person_id),
            taken=taken.get(one.pk, 0),
            readiness=marks.get((one.person_id, Side.MENTOR), SILENCE),
            day=day,
        )
        for one in stored
    ]
    rows += [_proposed_row(people[one.person_id], one, marks) for one in proposals]
    return sorted(rows, key=lambda row: (ORDER[row.state], -row.weight, row.person.search, row.person.pk))


def mentor_proposals_of(organization: Organization, *, day: date) -> dict[int, MentorProposal]:
    """Whom the rules propose today beside those already written down, by person."""
    staff = staff_of(organization, day=day)
    works = {one.person_id: work_of(one, day=day, organization_type=organization.type) for one in staff}
    known = set(Mentor.objects.filter(organization=organization).values_list("person_id", flat=True))
    return {one.person_id: one for one in _proposals(works, organization, day=day, known=known)}


def taken_places(organization: Organization) -> dict[int, int]:
    """How many places live mentees hold, by mentor."""
    rows = Mentee.objects.filter(mentorship__organization=organization, is_live=True)
    counted = rows.order_by().values_list("place__mentor_id").annotate(taken=Count("pk"))
    return {mentor_id: taken for mentor_id, taken in counted if mentor_id is not None}


def _proposals(
    works: dict[int, Work], organization: Organization, *, day: date, known: set[int]
) -> list[MentorProposal]:
    """Not those who are written down, nor those who need a mentor themselves or may need one."""
    needy = set(
        Need.objects.filter(
            organization=organization, state__in=(NeedState.PROPOSED, NeedState.CONFIRMED, NeedState.MET)
        ).values_list("person_id", flat=True)
    )
    needy |= {one.person_id for one in propose_needs(works.values(), day=day, thresholds=books.need_thresholds(day))}
    staff = [work for person_id, work in works.items() if person_id not in known | needy]
    return propose_mentors(
        staff, day=day, thresholds=books.mentor_thresholds(day), categories=books.category_titles(day)
    )


def _proposed_row(employment: Employment, proposal: MentorProposal, marks: dict[tuple[int, str], Mark]) -> MentorRow:
    return MentorRow(
        person=employment.person,
        position=employment.position_title,
        state=MentorState.CANDIDATE,
        state_title="предлагает система",
        tone=TONES[MentorState.CANDIDATE],
        source_title=Source.RULE.label,
        facts=proposal.facts,
        reason=proposal.reason,
        areas=(),
        capacity=0,
        taken=0,
        hours=None,
        readiness=marks.get((employment.person_id, Side.MENTOR), SILENCE),
        weight=proposal.weight,
    )


def _stored_row(
    mentor: Mentor,
    employment: Employment | None,
    work: Work | None,
    *,
    taken: int,
    readiness: Mark,
    day: date,
) -> MentorRow:
    state = MentorState(mentor.state)
    titles = books.area_titles(day)
    return MentorRow(
        person=mentor.person,
        position=employment.position_title if employment else "не работает здесь",
        state=state,
        state_title=state.label,
        tone=TONES[state],
        source_title=Source(mentor.source).label,
        facts=facts_of(mentor, work, day=day),
        reason=mentor.reason,
        areas=tuple(titles.get(area, area) for area in mentor.areas),
        capacity=mentor.capacity,
        taken=taken,
        hours=mentor.hours_per_month,
        readiness=readiness,
        mentor=mentor,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorCard:
    """The card of one mentor for one reader."""

    row: MentorRow
    may_lead: bool
    may_edit: bool
    verbs: list[str]
    pairs: list[Mentorship]
    history: list[Happening]


def mentor_card(actor: Actor, mentor: Mentor, *, day: date) -> MentorCard:
    """Everything the card of a mentor shows to this reader."""
    organization = mentor.organization
    works = Employment.objects.filter(organization=organization, person=mentor.person).working_on(day)
    work = works.select_related("person").prefetch_related("breaks", "former_positions").first()
    leads = bool(access.can_lead(actor, organization))
    row = _stored_row(
        mentor,
        work,
        work_of(work, day=day, organization_type=organization.type) if work else None,
        taken=taken_places(organization).get(mentor.pk, 0),
        readiness=marks_of(actor, organization).get((mentor.person_id, Side.MENTOR), SILENCE),
        day=day,
    )
    pairs = Mentorship.objects.visible_to(actor).filter(mentor=mentor).with_people()
    return MentorCard(
        row=row,
        may_lead=leads,
        may_edit=bool(access.can_edit_mentor(actor, mentor)),
        verbs=[verb for verb in MENTOR.verbs(mentor) if access.can_move_mentor(actor, mentor, verb)],
        pairs=list(pairs.order_by("-created_at", "-pk")),
        history=story(mentor) if leads or actor.is_person(mentor.person_id) else [],
    )


def colleagues_without_profile(organization: Organization, *, day: date) -> list[Person]:
    """Who can be added by hand: everybody who works here and is not yet among the mentors."""
    known = Mentor.objects.filter(organization=organization).exclude(state=MentorState.LEFT).values("person_id")
    works = Employment.objects.filter(organization=organization).working_on(day).exclude(person_id__in=known)
    people = {work.person for work in works.select_related("person")}
    return sorted(people, key=lambda person: (person.search, person.pk))


def facts_of(mentor: Mentor, work: Work | None, *, day: date) -> tuple[Fact, ...]:
    """What speaks for a mentor: experience, category, results."""
    results = results_fact(mentor.results)
    if work is None:
        return (results,)
    return experience_fact(work), category_fact(work, categories=books.category_titles(day)), results
