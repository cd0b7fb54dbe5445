"""Pairs and groups: the list, the card, the decision that is offered, what the announcement will send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from mentoring.audit.selectors import story
from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.core.wording import long_date
from mentoring.documents.choices import LocalActKind
from mentoring.documents.models import LocalAct
from mentoring.matching import access, books
from mentoring.matching.choices import DecisionKind, MentorshipState, Side
from mentoring.matching.models import Mentorship
from mentoring.matching.selectors.officers import has_council, is_sole_officer
from mentoring.matching.states import MENTORSHIP
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment
from mentoring.ui.shapes import Happening

TONES = {
    MentorshipState.PROPOSED: "now",
    MentorshipState.RECOMMENDED: "accent",
    MentorshipState.ACTIVE: "good",
    MentorshipState.FINISHED: "quiet",
    MentorshipState.STOPPED: "quiet",
    MentorshipState.CANCELLED: "quiet",
}
BODY_NAME = "Совет наставников"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSection:
    """A part of a pair's card: a template of its owner, which gets `content`; smaller `order` stands higher."""

    title: str
    template: str
    content: Mapping[str, object] = field(default_factory=dict)
    order: int = 50


PairSectionBuilder = Callable[[Actor, Mentorship, date], PairSection | None]

pair_sections: Registry[PairSectionBuilder] = Registry("sections of a pair's card")
"""Called with the actor, the pair and the day; None leaves the section out."""

fixed_by_order: Registry[Callable[[Mentorship], bool]] = Registry("whether a signed order has fixed a pair")
"""Called with the pair; such a pair takes nobody in and is not cancelled, though its first day may be ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A line of the list."""

    mentorship: Mentorship
    mentor: Person
    mentees: tuple[Person, ...]
    form_title: str
    kinds_title: str
    state_title: str
    tone: str
    decision: str
    is_announced: bool

    @property
    def search(self) -> str:
        """Normalised names, for the search of the list."""
        return " ".join(person.search for person in (self.mentor, *self.mentees))


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPerson:
    """Somebody in the pair; `url` leads to her card where the reader may open it."""

    person: Person
    role: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCard:
    """The card of one pair for one reader."""

    row: PairRow
    people: list[PairPerson]
    sections: list[PairSection]
    history: list[Happening]
    may_decide: bool
    may_announce: bool
    may_cancel: bool
    may_add: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOffer:
    """How this organisation decides: what the form begins with."""

    kind: str
    clause: str
    body_name: str
    act: LocalAct | None
    is_sole_officer: bool

    @property
    def beginning(self) -> dict[str, object]:
        """What the fields of the form begin with."""
        return {"kind": self.kind, "clause": self.clause, "body_name": self.body_name}


def pair_rows(actor: Actor, organization: Organization) -> list[PairRow]:
    """All pairs of the organisation that the actor may see, the newest first."""
    rows = Mentorship.objects.visible_to(actor).filter(organization=organization).with_people()
    return [row_of(mentorship) for mentorship in rows.order_by("-created_at", "-pk")]


def own_pair_rows(actor: Actor) -> list[PairRow]:
    """The actor's own pairs, from the day they are announced."""
    own = Mentorship.objects.visible_to(actor).filter(access.own_mentorships(actor)).with_people()
    return [row_of(mentorship) for mentorship in own.order_by("-created_at", "-pk")]


def row_of(mentorship: Mentorship) -> PairRow:
    """One pair as a line; its people are prefetched."""
    state = MentorshipState(mentorship.state)
    return PairRow(
        mentorship=mentorship,
        mentor=mentorship.mentor.person,
        mentees=tuple(mentee.person for mentee in mentorship.mentees.all()),
        form_title=books.form_title(mentorship.form),
        kinds_title=books.kind_titles(mentorship.kinds),
        state_title=state.label,
        tone=TONES[state],
        decision=decision_words(mentorship),
        is_announced=mentorship.announced_at is not None,
    )


def decision_words(mentorship: Mentorship) -> str:
    """«единолично по п. 3.4 положения, 10 сентября 2026 г.» or «протокол № 3 от …, Совет наставников»."""
    if mentorship.decision_kind == DecisionKind.SOLE and mentorship.decided_on:
        return f"единолично по п.\u00a0{mentorship.decision_clause} положения, {long_date(mentorship.decided_on)}"
    if mentorship.decision_kind == DecisionKind.COUNCIL and mentorship.minutes_on:
        minutes = f"протокол №\u00a0{mentorship.minutes_number} от {long_date(mentorship.minutes_on)}"
        return f"{mentorship.body_name}, {minutes}"
    return "решения ещё нет"


def pair_card(actor: Actor, mentorship: Mentorship, *, day: date) -> PairCard:
    """Everything the card shows to this reader."""
    leads = bool(access.can_lead(actor, mentorship.organization))
    built = (builder(actor, mentorship, day) for builder in pair_sections.values())
    early = mentorship.state in (MentorshipState.PROPOSED, MentorshipState.RECOMMENDED) and not is_fixed(mentorship)
    row = row_of(mentorship)
    return PairCard(
        row=row,
        people=_people(actor, row),
        sections=sorted((one for one in built if one), key=lambda one: one.order),
        history=story(mentorship) if leads else [],
        may_decide=leads and MENTORSHIP.can(mentorship, "recommend"),
        may_announce=leads and mentorship.announced_at is None and mentorship.state == MentorshipState.RECOMMENDED,
        may_cancel=leads and early,
        may_add=leads and early,
    )


def is_fixed(mentorship: Mentorship) -> bool:
    """Tell whether a signed order names everyone of the pair already."""
    return any(rule(mentorship) for rule in fixed_by_order.values())


def _people(actor: Actor, row: PairRow) -> list[PairPerson]:
    sides = [(row.mentor, Side.MENTOR), *((person, Side.MENTEE) for person in row.mentees)]
    works = Employment.objects.visible_to(actor).filter(
        organization_id=row.mentorship.organization_id, person__in=[person for person, _ in sides]
    )
    known = dict(works.order_by("pk").values_list("person_id", "public_id"))
    return [
        PairPerson(
            person=person,
            role=side.label.capitalize(),
            url=reverse("staff:employment_detail", args=[known[person.pk]]) if person.pk in known else "",
        )
        for person, side in sides
    ]


def decision_offer(actor: Actor, organization: Organization, *, day: date) -> DecisionOffer:
    """The usual way of deciding here: the clause of the regulation, else what was written last, else the council."""
    acts = LocalAct.objects.filter(organization=organization, kind=LocalActKind.REGULATION).in_force_on(day)
    act = acts.order_by("-applies_from", "-pk").first()
    last = Mentorship.objects.filter(organization=organization).exclude(decision_kind="").order_by("-pk").first()
    clause = (act.sole_decision_clause if act else "") or _last_clause(organization)
    alone = is_sole_officer(actor, organization, day=day)
    sole = last.decision_kind == DecisionKind.SOLE if last else bool(clause) or not has_council(organization, day=day)
    return DecisionOffer(
        kind=DecisionKind.SOLE if sole else DecisionKind.COUNCIL,
        clause=clause,
        body_name=(last.body_name if last else "") or BODY_NAME,
        act=act,
        is_sole_officer=alone,
    )


def _last_clause(organization: Organization) -> str:
    rows = Mentorship.objects.filter(organization=organization).exclude(decision_clause="")
    return rows.order_by("-pk").values_list("decision_clause", flat=True).first() or ""
