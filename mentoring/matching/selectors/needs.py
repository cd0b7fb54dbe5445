"""Who needs a mentor: proposals of the rules beside what was decided; the yearly update."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentoring.core.actor import Actor
from mentoring.core.dates import school_year
from mentoring.matching import books
from mentoring.matching.choices import NeedState, Side, Source
from mentoring.matching.models import Need, NeedsUpdate, OwnRequest
from mentoring.matching.rules.needs import OWN_REQUEST, NeedProposal, lacks_experience, propose_needs, waiting_words
from mentoring.matching.rules.work import Work
from mentoring.matching.selectors.readiness import SILENCE, Mark, marks_of
from mentoring.matching.selectors.works import staff_of, work_of
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment, ProcessingBasis

DUE_MONTH, DUE_DAY = 9, 15  # until the organisation sets its own day
FIRST_UPDATE = timedelta(days=14)
OPEN_STATES = (NeedState.PROPOSED, NeedState.CONFIRMED, NeedState.MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One person on the page of needs: a stored need or a proposal of the rules."""

    person: Person
    position: str
    ground: str
    reason: str
    state: str
    state_title: str
    tone: str
    source_title: str
    since: date | None = None
    waiting: str = ""
    areas: tuple[str, ...] = ()
    has_request: bool = False
    readiness: Mark = SILENCE
    not_required_reason: str = ""
    need: Need | None = None

    @property
    def is_undecided(self) -> bool:
        """True while a person must say yes or no."""
        return self.state == NeedState.PROPOSED

    @property
    def is_waiting(self) -> bool:
        """True when she waits for a mentor."""
        return self.state == NeedState.CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage:
    """The page of needs: rows, people about whom the rules cannot speak, the update of the year."""

    rows: list[NeedRow]
    without_experience: list[Person]
    update: "UpdateCard"

    def count(self, state: str) -> int:
        """How many rows are in a state."""
        return sum(1 for row in self.rows if row.state == state)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCard:
    """The yearly update as the page tells it."""

    school_year: int
    due_on: date
    completed_on: date | None
    is_late: bool
    undecided: int


TONES = {
    NeedState.PROPOSED: "now",
    NeedState.CONFIRMED: "accent",
    NeedState.MET: "good",
    NeedState.NOT_REQUIRED: "quiet",
    NeedState.CLOSED: "quiet",
}


def needs_page(actor: Actor, organization: Organization, *, day: date) -> NeedsPage:
    """Everything that the page of needs shows."""
    staff = staff_of(organization, day=day)
    works = {one.person_id: work_of(one, day=day, organization_type=organization.type) for one in staff}
    needs = _shown_needs(actor, organization, day=day)
    shared = shared_areas(organization)
    marks = marks_of(actor, organization)
    proposals = _proposals(works, organization, day=day)
    people = {one.person_id: one for one in staff}
    rows = [_proposed_row(people[person_id], proposal) for person_id, proposal in proposals.items()]
    stored = (_stored_row(need, people.get(need.person_id), shared, day=day) for need in needs)
    rows += [replace(row, readiness=marks.get((row.person.pk, Side.MENTEE), SILENCE)) for row in stored]
    rows.sort(key=lambda row: (ORDER[row.state], row.since or date.max, row.person.search, row.person.pk))
    return NeedsPage(
        rows=rows,
        without_experience=[one.person for one in staff if lacks_experience(works[one.person_id])],
        update=update_card(organization, day=day, undecided=sum(1 for row in rows if row.is_undecided)),
    )


ORDER = {state: index for index, state in enumerate(NeedState.values)}


def proposals_of(organization: Organization, *, day: date) -> dict[int, NeedProposal]:
    """What the rules propose today and nobody has decided, by person."""
    staff = staff_of(organization, day=day)
    works = {one.person_id: work_of(one, day=day, organization_type=organization.type) for one in staff}
    return _proposals(works, organization, day=day)


def undecided_count(organization: Organization, *, day: date) -> int:
    """How many people on the list wait for a yes or a no."""
    stored = Need.objects.filter(organization=organization, state=NeedState.PROPOSED).count()
    return stored + len(proposals_of(organization, day=day))


def open_need_of(person: Person, organization: Organization) -> Need | None:
    """The person's need that is proposed, waits or is met; under a lock."""
    rows = Need.objects.select_for_update(of=("self",)).select_related("organization__territory", "person")
    return rows.filter(person=person, organization=organization, state__in=OPEN_STATES).order_by("pk").first()


def shared_areas(organization: Organization) -> dict[int, tuple[str, ...]]:
    """Areas that authors of requests share, by need. The words of requests are not read here or anywhere above."""
    rows = OwnRequest.objects.filter(organization=organization, withdrawn_at=None).values_list("need_id", "areas")
    return {need_id: tuple(areas) for need_id, areas in rows}


def default_due(organization: Organization, year: int) -> date:
    """The due date of a school year's update: the day and month that were set for a former one, 15 September at first.

    An organisation that has only begun is not late from its first hour: it has two weeks, that year alone.
    """
    earlier = NeedsUpdate.objects.filter(organization=organization, school_year__lt=year)
    former = earlier.order_by("-school_year").first()
    if former is None or former.due_on == _first_due(organization, former.school_year):
        return _first_due(organization, year)
    month, day = former.due_on.month, former.due_on.day
    first_half = month >= DUE_MONTH
    return date(year if first_half else year + 1, month, min(day, 28) if month == 2 else day)


def _first_due(organization: Organization, year: int) -> date:
    """The due date while nobody has set another one."""
    return max(date(year, DUE_MONTH, DUE_DAY), _begun_on(organization, year) + FIRST_UPDATE)


def _begun_on(organization: Organization, year: int) -> date:
    """The day of the first basis of processing, if it lies in this school year; the first day of the year otherwise."""
    first, last = date(year, DUE_MONTH, 1), date(year + 1, DUE_MONTH, 1) - FIRST_UPDATE - timedelta(days=1)
    bases = ProcessingBasis.objects.filter(organization=organization).order_by("recorded_on")
    begun = bases.values_list("recorded_on", flat=True).first()
    return min(max(begun, first), last) if begun else first


def update_card(organization: Organization, *, day: date, undecided: int) -> UpdateCard:
    """The update of this school year, begun or not."""
    year = school_year(day).first_year
    stored = NeedsUpdate.objects.filter(organization=organization, school_year=year).first()
    due_on = stored.due_on if stored else default_due(organization, year)
    completed_on = stored.completed_on if stored else None
    return UpdateCard(
        school_year=year,
        due_on=due_on,
        completed_on=completed_on,
        is_late=completed_on is None and day > due_on,
        undecided=undecided,
    )


def updates_history(actor: Actor, organization: Organization) -> list[NeedsUpdate]:
    """The updates of all years, the latest first."""
    rows = NeedsUpdate.objects.visible_to(actor).filter(organization=organization)
    return list(rows.exclude(completed_on=None).order_by("-school_year"))


def own_request(actor: Actor) -> OwnRequest | None:
    """The actor's own present request with her words: the only reader of them."""
    rows = OwnRequest.objects.visible_to(actor).filter(withdrawn_at=None).exclude(need__state=NeedState.CLOSED)
    return rows.select_related("organization__territory", "need").order_by("-pk").first()


def own_row(need: Need, *, day: date) -> NeedRow:
    """One stored need as a row, for its card."""
    works = Employment.objects.filter(organization=need.organization, person=need.person).working_on(day)
    return _stored_row(need, works.select_related("person").first(), shared_areas(need.organization), day=day)


def colleagues_without_need(organization: Organization, *, day: date) -> list[Person]:
    """Who can be added by hand: everybody who works here and has no open need."""
    busy = Need.objects.filter(organization=organization, state__in=OPEN_STATES).values("person_id")
    works = Employment.objects.filter(organization=organization).working_on(day).exclude(person_id__in=busy)
    people = {work.person for work in works.select_related("person")}
    return sorted(people, key=lambda person: (person.search, person.pk))


def _shown_needs(actor: Actor, organization: Organization, *, day: date) -> list[Need]:
    """Open needs of any year and what was decided in this one."""
    rows = Need.objects.visible_to(actor).filter(organization=organization).with_person()
    year = school_year(day).first_year
    return [need for need in rows if need.state in OPEN_STATES or need.school_year == year]


def _proposals(works: dict[int, Work], organization: Organization, *, day: date) -> dict[int, NeedProposal]:
    decided = _decided_people(organization, day=day)
    staff = [work for person_id, work in works.items() if person_id not in decided]
    found = propose_needs(staff, day=day, thresholds=books.need_thresholds(day))
    return {proposal.person_id: proposal for proposal in found}


def _decided_people(organization: Organization, *, day: date) -> set[int]:
    """Whom the rules do not propose: an open need, or a decision of this school year."""
    year = school_year(day).first_year
    rows = Need.objects.filter(organization=organization).values_list("person_id", "state", "school_year", "ground")
    return {
        person_id
        for person_id, state, need_year, ground in rows
        if state in OPEN_STATES or (need_year == year and (state == NeedState.NOT_REQUIRED or ground != OWN_REQUEST))
    }


def _proposed_row(employment: Employment, proposal: NeedProposal) -> NeedRow:
    return NeedRow(
        person=employment.person,
        position=employment.position_title,
        ground=books.ground_title(proposal.ground),
        reason=proposal.reason,
        state=NeedState.PROPOSED,
        state_title=NeedState.PROPOSED.label,
        tone=TONES[NeedState.PROPOSED],
        source_title=Source.RULE.label,
    )


def _stored_row(need: Need, employment: Employment | None, shared: dict[int, tuple[str, ...]], *, day: date) -> NeedRow:
    state = NeedState(need.state)
    titles = books.area_titles(day)
    return NeedRow(
        person=need.person,
        position=employment.position_title if employment else "не работает здесь",
        ground=books.ground_title(need.ground),
        reason=need.reason,
        state=state,
        state_title=state.label,
        tone=TONES[state],
        source_title=Source(need.source).label,
        since=need.since,
        waiting=waiting_words(need.since, day=day) if state == NeedState.CONFIRMED else "",
        areas=tuple(titles.get(area, area) for area in shared.get(need.pk, ())),
        has_request=need.pk in shared,
        not_required_reason=need.not_required_reason,
        need=need,
    )
