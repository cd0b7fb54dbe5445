"""The page of one programme."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentoring.audit.selectors import story
from mentoring.core.actor import Actor
from mentoring.core.wording import agree
from mentoring.documents.models import Document
from mentoring.people.selectors import gender_of
from mentoring.programs import access
from mentoring.programs.choices import ConsentState, ProgramState, Side
from mentoring.programs.models import Consent, EarlyEnd, MentorTerms, Program, ProgramGoal, ProgramItem, ProgramQuerySet
from mentoring.programs.rules.needed_papers import also_needed
from mentoring.programs.rules.readiness import Missing
from mentoring.programs.rules.work_terms import hours_words, payment_words
from mentoring.programs.selectors.checks import as_terms, faults_of, mentees_of, missing_for_order
from mentoring.programs.selectors.listing import TONES
from mentoring.programs.selectors.verbs import Verbs, end_order_of, side_of, verbs_of
from mentoring.programs.wording import area_title, forms_title, kinds_title, mentee_word, names_of
from mentoring.reference.books import form
from mentoring.ui.shapes import Happening, Stage, Tone

BEGUN = (ProgramState.RUNNING, ProgramState.FINISHED, ProgramState.STOPPED)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A line of the plan with the words of both sides."""

    item: ProgramItem
    number: int
    is_first: bool
    is_last: bool
    mine_agreed: bool


@dataclass(frozen=True, slots=True)
class PersonInProgram:
    """One of the people of a programme."""

    name: str
    role: str
    has_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPage:
    """What the page of a programme shows."""

    program: Program
    title: str
    tone: Tone
    forms: str
    kinds: str
    area: str
    people: Sequence[PersonInProgram]
    goals: Sequence[ProgramGoal]
    items: Sequence[ItemLine]
    removed_items: Sequence[ProgramItem]
    removed_goals: Sequence[ProgramGoal]
    stages: Sequence[Stage]
    faults: Sequence[str]
    missing: Sequence[Missing]
    also: Sequence[str]
    verbs: Verbs
    may_lead: bool
    side: str
    agree_word: str
    terms: MentorTerms | None
    terms_words: Mapping[str, str]
    end: EarlyEnd | None
    end_order: Document | None
    own_consents: Sequence[Consent]
    today: date | None
    """The day on the strip of time; None before the programme runs: its stages have nothing but dates then."""
    is_template: bool
    history: Sequence[Happening] = field(default_factory=tuple)


def program_page(actor: Actor, program: Program, *, today: date) -> ProgramPage:
    """Compose the page from a programme read with everything (`whole`)."""
    side = side_of(actor, program)
    items = list(program.items.all())
    faults = faults_of(program)
    end = EarlyEnd.objects.visible_to(actor).filter(program=program).select_related("document").first()
    verbs = verbs_of(actor, program, faults=faults, end=end)
    leads = access.can_lead(actor, program.organization).allowed
    terms = program.terms if leads or side == Side.MENTOR else None
    removed = removed_lines(program) if verbs.edit else ([], [])
    return ProgramPage(
        program=program,
        title=names_of(program),
        tone=TONES.get(program.state, "quiet"),
        forms=forms_title(program),
        kinds=kinds_title(program),
        area=area_title(program.area),
        people=_people(program),
        goals=list(program.goals.all()),
        items=[_line(item, number, len(items), side) for number, item in enumerate(items, start=1)],
        removed_items=removed[0],
        removed_goals=removed[1],
        stages=_stages(items, today if program.state in BEGUN else None),
        faults=faults,
        missing=missing_for_order(program) if verbs.edit_terms else [],
        also=also_needed(form(code) for code in program.forms) if leads else [],
        verbs=verbs,
        may_lead=leads,
        side=side,
        agree_word=_agree_word(actor, program),
        terms=terms,
        terms_words=_terms_words(terms, program) if terms is not None else {},
        end=end,
        end_order=end_order_of(program) if end is not None else None,
        own_consents=_own_consents(actor, program),
        today=today if program.state in BEGUN else None,
        is_template=program.difficulties_edited_at is None,
        history=story(program, *items),
    )


def whole(programs: ProgramQuerySet) -> ProgramQuerySet:
    """With everything that the page of one programme shows."""
    return programs.with_people().with_plan().with_consents()


def item_of(program: Program, public_id: uuid.UUID) -> ProgramItem | None:
    """A line of this programme, removed or not."""
    rows = ProgramItem.objects.filter(program=program).select_related("program__mentorship__mentor")
    return rows.filter(public_id=public_id).first()


def goal_of(program: Program, public_id: uuid.UUID) -> ProgramGoal | None:
    """A goal of this programme, removed or not."""
    rows = ProgramGoal.objects.filter(program=program).select_related("program__mentorship__mentor")
    return rows.filter(public_id=public_id).first()


def removed_lines(program: Program) -> tuple[list[ProgramItem], list[ProgramGoal]]:
    """What was taken out and can be put back, the latest first."""
    items = ProgramItem.objects.filter(program=program).exclude(removed_at=None).order_by("-removed_at", "pk")
    goals = ProgramGoal.objects.filter(program=program).exclude(removed_at=None).order_by("-removed_at", "pk")
    return list(items[:10]), list(goals[:10])


def _people(program: Program) -> list[PersonInProgram]:
    agreed = {agreement.person_id for agreement in program.agreements.all()}
    mentor = program.mentorship.mentor.person
    found = [PersonInProgram(str(mentor), "наставник", program.mentor_agreed_at is not None)]
    return found + [
        PersonInProgram(str(person), mentee_word(person), person.pk in agreed or program.mentee_agreed_at is not None)
        for person in mentees_of(program)
    ]


def _line(item: ProgramItem, number: int, total: int, side: str) -> ItemLine:
    mine = {Side.MENTOR: item.mentor_agreed_at, Side.MENTEE: item.mentee_agreed_at}.get(Side(side)) if side else None
    return ItemLine(item, number, number == 1, number == total, mine is not None)


def _stages(items: Sequence[ProgramItem], today: date | None) -> list[Stage]:
    """The plan as one strip of time: three stretches at most, named by what they begin with."""
    dated = sorted((item for item in items if item.starts_on), key=lambda item: (item.due_on, item.pk))
    if not dated:
        return []
    third = max(1, round(len(dated) / 3))
    parts = [dated[:third], dated[third : 2 * third], dated[2 * third :]]
    names = ("Вхождение", "Основная работа", "Итоги")
    return [
        Stage(
            title=name,
            starts_on=min(item.starts_on or item.due_on for item in part),
            ends_on=max(item.due_on for item in part),
            is_done=today is not None and max(item.due_on for item in part) < today,
        )
        for name, part in zip(names, parts, strict=True)
        if part
    ]


def _terms_words(terms: MentorTerms, program: Program) -> dict[str, str]:
    given = as_terms(terms)
    return {
        "Основание": terms.get_basis_display(),
        "Содержание": given.content,
        "Объём": hours_words(given.hours_per_month, program.mode),
        "Выплата": payment_words(given) if given.payment_basis or not given.is_agreement else "не указана",
    }


def _own_consents(actor: Actor, program: Program) -> list[Consent]:
    """The actor's own papers on this programme; what others have signed is not shown here."""
    hidden = (ConsentState.DECLINED, ConsentState.WITHDRAWN)
    return [
        consent
        for consent in program.consents.all()
        if actor.is_person(consent.person_id) and consent.state not in hidden
    ]


def _agree_word(actor: Actor, program: Program) -> str:
    people = [program.mentorship.mentor.person, *mentees_of(program)]
    own = next((person for person in people if actor.is_person(person.pk)), None)
    return agree(gender_of(own)).capitalize() if own is not None else "Согласны"
