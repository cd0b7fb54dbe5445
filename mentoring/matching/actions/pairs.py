"""Propose pairs and decide on them, one or many at once (R-4.1.4d, R-4.5.*); the database keeps places."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.core.registry import Registry
from mentoring.core.wording import clean_spaces, long_date
from mentoring.matching import access
from mentoring.matching.actions import needs as need_actions
from mentoring.matching.actions.mentors import ensure_in_bank
from mentoring.matching.actions.readiness import Asked, mark_after_talk
from mentoring.matching.actions.seats import locked, require_ready, require_same_organization, seat
from mentoring.matching.actions.telling import announce_pairs
from mentoring.matching.choices import DecisionKind, ReadinessState, Side
from mentoring.matching.models import Mentorship, Need
from mentoring.matching.rules.forms import TRADITIONAL
from mentoring.matching.selectors.officers import is_sole_officer
from mentoring.matching.states import MENTORSHIP
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

AfterDecision = Callable[[Mentorship, Actor, date], None]

after_decision: Registry[AfterDecision] = Registry("what follows a decision on a pair")
"""Called for each decided pair with the actor and the day, in the same transaction: the programme is drafted here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A need and the mentor chosen for it, in which form and kinds."""

    need: Need
    mentor: Person
    form: str
    kinds: tuple[str, ...] = (TRADITIONAL,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided: one person by a clause of the МОО's regulation, or a body in its minutes."""

    kind: str
    clause: str = ""
    body_name: str = ""
    minutes_number: str = ""
    minutes_on: date | None = None


@command
def propose_pairs(*, organization: Organization, choices: Sequence[Choice], today: date, by: Actor) -> list[Mentorship]:
    """Put pairs before the council: places are held, nobody is told."""
    require(access.can_lead(by, organization))
    if not choices:
        raise Refusal("Ни одна пара не выбрана. Отметьте наставника хотя бы для одного человека.")
    ordered = sorted(choices, key=lambda choice: (choice.mentor.pk, choice.need.pk))
    return [_propose(organization, choice, today=today, by=by) for choice in ordered]


@command
def recommend_pairs(
    *, mentorships: Sequence[Mentorship], decision: Decision, today: date, by: Actor
) -> list[Mentorship]:
    """Record one decision on one or many proposed pairs; what follows a decision happens at once."""
    if not mentorships:
        raise Refusal("Ни одна пара не отмечена. Отметьте пары, о которых принято решение.")
    check_decision(decision, today=today)
    ordered = sorted(mentorships, key=lambda mentorship: mentorship.pk)
    return [_recommend(mentorship, decision, today=today, by=by) for mentorship in ordered]


@command
def decide_pairs(
    *,
    organization: Organization,
    choices: Sequence[Choice],
    decision: Decision,
    talked_to: Collection[Asked] = (),
    today: date,
    by: Actor,
) -> list[Mentorship]:
    """Choose and decide at once; `talked_to` are those who said in a talk that they are ready."""
    check_decision(decision, today=today)
    _mark_talks(organization, talked_to, today, by)
    proposed = propose_pairs(organization=organization, choices=choices, today=today, by=by)
    return recommend_pairs(mentorships=proposed, decision=decision, today=today, by=by)


@command
def propose_after_talk(
    *, organization: Organization, choices: Sequence[Choice], talked_to: Collection[Asked] = (), today: date, by: Actor
) -> list[Mentorship]:
    """Put pairs before the council; `talked_to` are those who said in a talk that they are ready."""
    _mark_talks(organization, talked_to, today, by)
    return propose_pairs(organization=organization, choices=choices, today=today, by=by)


@command
def decide_and_announce(
    *,
    organization: Organization,
    choices: Sequence[Choice],
    decision: Decision,
    talked_to: Collection[Asked] = (),
    today: date,
    by: Actor,
) -> list[Mentorship]:
    """Choose, decide and tell the people at once, as the page has shown it."""
    decided = decide_pairs(
        organization=organization, choices=choices, decision=decision, talked_to=talked_to, today=today, by=by
    )
    return announce_pairs(mentorships=decided, today=today, by=by)


def check_decision(decision: Decision, *, today: date) -> None:
    """Raise Refusal unless the decision names its basis."""
    if decision.kind == DecisionKind.SOLE:
        if not clean_spaces(decision.clause):
            raise Refusal("Укажите пункт положения МОО, по которому пару утверждает один человек.")
        return
    if not clean_spaces(decision.body_name):
        raise Refusal("Укажите, кто рекомендовал: совет наставников или как он называется у вас.")
    if not clean_spaces(decision.minutes_number) or decision.minutes_on is None:
        raise Refusal("Укажите номер и дату протокола.")
    if decision.minutes_on > today:
        raise Refusal(f"Дата протокола, {long_date(decision.minutes_on)}, ещё не наступила. Исправьте её.")


def _mark_talks(organization: Organization, talked_to: Collection[Asked], today: date, by: Actor) -> None:
    if talked_to:
        mark_after_talk(
            organization=organization, people=list(talked_to), state=ReadinessState.READY, today=today, by=by
        )


def _propose(organization: Organization, choice: Choice, *, today: date, by: Actor) -> Mentorship:
    need = need_actions.locked(choice.need)
    require_same_organization(organization, need)
    require_ready(organization, choice.mentor, Side.MENTOR)
    require_ready(organization, need.person, Side.MENTEE)
    mentor = ensure_in_bank(organization, choice.mentor, recommended_by="", today=today, by=by)
    mentorship = Mentorship.objects.create(
        organization=organization, mentor=mentor, form=choice.form, kinds=list(choice.kinds)
    )
    seat(mentorship, need)
    record("matching.mentorship.proposed", subject=mentorship, by=by, person_id=mentor.person_id)
    return mentorship


def _recommend(mentorship: Mentorship, decision: Decision, *, today: date, by: Actor) -> Mentorship:
    mentorship = locked(mentorship.pk)
    organization = mentorship.organization
    require(access.can_decide(by, mentorship, sole_officer=is_sole_officer(by, organization, day=today)))
    MENTORSHIP.move(mentorship, "recommend")
    mentorship.decision_kind = decision.kind
    mentorship.decision_clause = clean_spaces(decision.clause) if decision.kind == DecisionKind.SOLE else ""
    if decision.kind == DecisionKind.COUNCIL:
        mentorship.body_name = clean_spaces(decision.body_name)
        mentorship.minutes_number = clean_spaces(decision.minutes_number)
        mentorship.minutes_on = decision.minutes_on
    mentorship.decided_on = today
    mentorship.version += 1
    mentorship.save(
        update_fields=[
            "state",
            "decision_kind",
            "decision_clause",
            "body_name",
            "minutes_number",
            "minutes_on",
            "decided_on",
            "version",
        ]
    )
    for mentee in mentorship.mentees.all():
        if mentee.need is not None and mentee.is_live:
            need_actions.meet_need(need=mentee.need, today=today, by=by)
    record("matching.mentorship.recommended", subject=mentorship, by=by, person_id=mentorship.mentor.person_id)
    for follow in after_decision.values():
        follow(mentorship, by, today)
    return mentorship
