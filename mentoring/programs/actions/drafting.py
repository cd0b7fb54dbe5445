"""A programme drafted as soon as a pair is decided; a person accepts it or changes it (R-1.7, R-4.1.3b)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.matching.choices import MentorshipState
from mentoring.matching.models import Mentorship
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.actions.common import locked
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import MentorTerms, Program, ProgramGoal, ProgramItem, TermsDefaults
from mentoring.programs.rules.composing import Draft, compose
from mentoring.programs.rules.work_terms import USUAL_CONTENT, USUAL_HOURS
from mentoring.programs.selectors.checks import faults_of
from mentoring.programs.selectors.drafting import free_days_of, library_of, pair_facts, usual_term
from mentoring.programs.states import PROGRAM
from mentoring.reference.books import words_of


@dataclass(frozen=True, slots=True)
class Accepted:
    """Which programmes were accepted, and which could not be with the first thing they lack."""

    accepted: Sequence[Program]
    lacking: Sequence[tuple[Program, str]]


@command
def draft_program(*, mentorship: Mentorship, today: date, by: Actor) -> Program:
    """Draft the programme of a decided pair; one that exists already is left as it is."""
    require(access.can_lead(by, mentorship.organization))
    pair = Mentorship.objects.select_for_update(of=("self",)).with_people().get(pk=mentorship.pk)
    if pair.state not in (MentorshipState.RECOMMENDED, MentorshipState.ACTIVE):
        raise Refusal("Программу составляют, когда решение о паре принято. Сначала запишите решение.")
    existing = Program.objects.live().filter(mentorship=pair).first()
    if existing is not None:
        return existing
    term = usual_term(pair.organization, today=today)
    draft = compose(
        pair_facts(pair, day=today),
        term=term,
        library=library_of(pair.organization.type),
        is_free=free_days_of(pair.organization, term),
    )
    program = _write(pair, draft)
    record("programs.program.drafted", subject=program, by=by)
    return program


def draft_after_decision(mentorship: Mentorship, by: Actor, today: date) -> None:
    """What follows a decision on a pair, in its transaction."""
    draft_program(mentorship=mentorship, today=today, by=by)


@command
def accept_programs(*, organization: Organization, programs: Sequence[Program], by: Actor) -> Accepted:
    """Accept drafts as they are: a person has looked at them. What lacks something stays a draft and is named."""
    require(access.can_lead(by, organization))
    if not programs:
        raise Refusal("Ни одна программа не отмечена. Отметьте пары, программы которых пора принять.")
    accepted, lacking = [], []
    for program in sorted(programs, key=lambda one: one.pk):
        stored = locked(program)
        require(access.can_lead(by, stored.organization))
        PROGRAM.check(stored, "edit")
        if found := faults_of(stored):
            lacking.append((stored, found[0]))
            continue
        if stored.accepted_at is None:
            stored.accepted_at = clock.now()
            stored.save(update_fields=["accepted_at"])
            record("programs.program.accepted", subject=stored, by=by)
        accepted.append(stored)
    return Accepted(accepted, lacking)


def _write(pair: Mentorship, draft: Draft) -> Program:
    program = Program.objects.create(
        organization=pair.organization,
        mentorship=pair,
        state=ProgramState.DRAFT,
        starts_on=draft.term.starts_on,
        ends_on=draft.term.ends_on,
        area=draft.area,
        forms=[pair.form],
        kinds=list(pair.kinds),
        motive=draft.motive,
        problem=draft.problem,
        aim=draft.aim,
        schedule=draft.schedule,
        mentor_content=draft.mentor_content,
        mentee_content=draft.mentee_content,
        criteria=draft.criteria,
        risks=draft.risks,
    )
    ProgramGoal.objects.bulk_create(
        ProgramGoal(program=program, position=number, text=goal.text, measure=goal.measure)
        for number, goal in enumerate(draft.goals, start=1)
    )
    ProgramItem.objects.bulk_create(
        ProgramItem(
            program=program,
            position=number,
            activity_code=item.code,
            title=item.title,
            aimed_at=item.aimed_at,
            aimed_text=item.aimed_text,
            starts_on=item.term.starts_on,
            due_on=item.term.ends_on,
            responsible=item.responsible,
            result=item.result,
        )
        for number, item in enumerate(draft.items, start=1)
    )
    _write_terms(program, hours=pair.mentor.hours_per_month)
    return program


def _write_terms(program: Program, *, hours: int | None) -> None:
    """Terms start from what the МОО offers every mentor; the mentor's own hours win."""
    usual = TermsDefaults.objects.filter(organization=program.organization).first()
    if usual is None:
        content = words_of(program.organization.type).fill(USUAL_CONTENT)
        MentorTerms.objects.create(program=program, content=content, hours_per_month=hours or USUAL_HOURS)
        return
    MentorTerms.objects.create(
        program=program,
        basis=usual.basis,
        labor_function_reason=usual.labor_function_reason,
        content=usual.content,
        hours_per_month=hours or usual.hours_per_month,
        payment_kind=usual.payment_kind,
        payment_value=usual.payment_value,
        payment_basis=usual.payment_basis,
    )
