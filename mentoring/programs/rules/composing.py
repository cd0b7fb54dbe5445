"""A first draft of a programme from what is known of the pair and the library of мероприятия (R-1.7, R-2.3, R-4.1.3b).

It is a proposal: both sides change everything, and until somebody has thought of this very person's difficulties the
pages say that a copy of a template is no programme.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mentoring.core.dates import full_months
from mentoring.core.wording import counted, within_sentence
from mentoring.programs.choices import AimedAt, Responsible
from mentoring.programs.rules.grounds import plan_of
from mentoring.programs.rules.spread import IsFree, spread
from mentoring.programs.rules.term import ONE_DAY, Term
from mentoring.reference.books import Activity, Competency, words_of

CLOSING: Final = "final_talk"
MID_REVIEW: Final = "mid_review"
GENERAL: Final = frozenset({"needs_talk", MID_REVIEW, CLOSING})  # they serve whatever comes first
LONG_MONTHS: Final = 5
FEW_ITEMS: Final = 6
MANY_ITEMS: Final = 8
GOALS: Final = 3
WHO: Final = {"mentor": Responsible.MENTOR, "mentee": Responsible.MENTEE, "both": Responsible.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFacts:
    """What is known of a pair when its programme is drafted; areas are those that the mentee herself shares."""

    organization_type: str
    ground: str = ""
    areas: tuple[str, ...] = ()
    form_title: str = ""
    kind_titles: tuple[str, ...] = ()
    mentor_position: str = ""
    mentee_positions: tuple[str, ...] = ()
    hours_per_month: int | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """Books of the type of organisation that the draft is made from."""

    activities: Sequence[Activity]
    competencies: Sequence[Competency]


@dataclass(frozen=True, slots=True)
class DraftItem:
    """A мероприятие of the draft."""

    code: str
    title: str
    aimed_at: str
    aimed_text: str
    term: Term
    responsible: str
    result: str


@dataclass(frozen=True, slots=True)
class DraftGoal:
    """A goal of the draft."""

    text: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole first draft."""

    term: Term
    area: str
    motive: str
    problem: str
    aim: str
    schedule: str
    mentor_content: str
    mentee_content: str
    criteria: str
    risks: str
    goals: tuple[DraftGoal, ...]
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    activity: Activity
    competency: Competency


def compose(facts: PairFacts, *, term: Term, library: Library, is_free: IsFree) -> Draft:
    """Compose a draft: an opening talk, what the ground and the chosen areas ask for, a strength, a review, a close."""
    words = words_of(facts.organization_type)
    plan = plan_of(facts.ground)
    wanted = _wanted(facts, library.competencies)
    chosen = _choose(facts, term=term, library=library, wanted=wanted)
    stretches = spread(term, [choice.activity.weeks for choice in chosen], is_free=is_free)
    return Draft(
        term=term,
        area=facts.areas[0] if facts.areas else plan.area,
        motive=motive(facts),
        problem=plan.problem,
        aim=words.fill(plan.aim),
        schedule=_schedule(facts),
        mentor_content=words.fill(
            "Помогает спланировать и разобрать {lessons.accusative}, показывает свои, отвечает на вопросы "
            "между встречами, "
            "вместе с наставляемым раз в два месяца пересматривает программу."
        ),
        mentee_content="Называет, что трудно и что получается, пробует договорённое в своей работе, "
        "рассказывает на встрече, что вышло.",
        criteria="Все мероприятия плана проведены; по каждой задаче есть результат, который видят оба.",
        risks="Не хватает времени на встречи — заранее выбрать постоянный день. "
        "Пара не сложилась — сказать куратору: другой наставник подбирается без объяснения причин.",
        goals=_goals(chosen),
        items=tuple(_item(choice, stretch) for choice, stretch in zip(chosen, stretches, strict=True)),
    )


def motive(facts: PairFacts) -> str:
    """Why this form and these kinds: aim, difficulties, request and the people there are (R-4.5.0)."""
    parts = []
    if facts.form_title and facts.mentor_position and facts.mentee_positions:
        mentor, *rest = [within_sentence(position) for position in (facts.mentor_position, *facts.mentee_positions)]
        mentees = ", ".join(dict.fromkeys(rest))
        parts.append(f"Форма «{facts.form_title}»: наставник — {mentor}, наставляемый — {mentees}.")
    if len(facts.mentee_positions) > 1:
        people = counted(len(facts.mentee_positions), "наставляемый", "наставляемых", "наставляемых")
        parts.append(f"В группе {people}: общее разбирают вместе, своё — по отдельности.")
    if facts.kind_titles:
        word = "Вид" if len(facts.kind_titles) == 1 else "Виды"
        why = "учтены направления, которые выбрал наставляемый." if facts.areas else "им отвечают задачи программы."
        parts.append(f"{word}: {', '.join(facts.kind_titles)}; {why}")
    return " ".join(parts)


def items_wanted(term: Term) -> int:
    """How many мероприятия fit: six in three or four months, eight in a longer term."""
    months = full_months(term.starts_on, term.ends_on + ONE_DAY)
    return FEW_ITEMS if months < LONG_MONTHS else MANY_ITEMS


def _wanted(facts: PairFacts, competencies: Sequence[Competency]) -> list[Competency]:
    """Competencies in the order of need: of the chosen areas in turn, then those usual for the ground."""
    known = {entry.code: entry for entry in competencies}
    by_area = [[entry for entry in competencies if area in entry.areas] for area in facts.areas]
    depth = max((len(row) for row in by_area), default=0)
    own = [row[place] for place in range(depth) for row in by_area if place < len(row)]
    usual = [known[code] for code in plan_of(facts.ground).competencies if code in known]
    rest = [entry for entry in competencies if plan_of(facts.ground).area in entry.areas]
    return list({entry.code: entry for entry in (*own, *usual, *rest)}.values())


def _choose(facts: PairFacts, *, term: Term, library: Library, wanted: Sequence[Competency]) -> list[_Choice]:
    count = items_wanted(term)
    by_code = {entry.code: entry for entry in library.activities}
    opening = [_serving(by_code[code], wanted) for code in plan_of(facts.ground).opening if code in by_code]
    reviews = [_serving(by_code[MID_REVIEW], wanted)] if count == MANY_ITEMS and MID_REVIEW in by_code else []
    taken = {choice.activity.code for choice in opening} | GENERAL
    strength = list(_picked(library.activities, wanted, AimedAt.STRENGTH, taken, count=1))
    served = [choice.competency for choice in strength] or wanted
    closing = [_serving(by_code[CLOSING], served)] if CLOSING in by_code else []
    left = count - len(opening) - len(reviews) - len(strength) - len(closing)
    middle = list(_picked(library.activities, wanted, AimedAt.DIFFICULTY, taken, count=left))
    half = (len(middle) + 1) // 2
    return [*opening, *middle[:half], *reviews, *middle[half:], *strength, *closing]


def _picked(
    activities: Sequence[Activity], wanted: Sequence[Competency], aimed_at: str, taken: set[str], *, count: int
) -> Iterable[_Choice]:
    """One мероприятие a competency, those with its code first; twice over the list when it is short."""
    fitting = [entry for entry in activities if entry.aimed_at == aimed_at]
    found = 0
    for _ in range(2):
        for competency in wanted:
            if found >= count:
                return
            entry = next((e for e in _by_closeness(fitting, competency) if e.code not in taken), None)
            if entry is not None:
                taken.add(entry.code)
                found += 1
                yield _Choice(entry, competency)


def _by_closeness(activities: Sequence[Activity], competency: Competency) -> list[Activity]:
    fitting = [entry for entry in activities if competency.code in entry.competencies]
    return sorted(fitting, key=lambda entry: entry.competencies.index(competency.code))


def _serving(activity: Activity, wanted: Sequence[Competency]) -> _Choice:
    """A мероприятие with what it serves: its own competency when that is wanted, else what comes first."""
    own = next((entry for entry in wanted if entry.code in activity.competencies), None)
    return _Choice(activity, own if own is not None and activity.code not in GENERAL else wanted[0])


def _item(choice: _Choice, term: Term) -> DraftItem:
    activity, competency = choice.activity, choice.competency
    aimed_text = competency.strength if activity.aimed_at == AimedAt.STRENGTH else competency.difficulty
    return DraftItem(
        code=activity.code,
        title=activity.title,
        aimed_at=activity.aimed_at,
        aimed_text=aimed_text,
        term=term,
        responsible=WHO[activity.who],
        result=activity.result,
    )


def _goals(chosen: Sequence[_Choice]) -> tuple[DraftGoal, ...]:
    """Up to three goals: each is a competency that мероприятия aimed at difficulties serve, with their results."""
    by_competency: dict[str, list[_Choice]] = {}
    for choice in chosen:
        if choice.activity.aimed_at == AimedAt.DIFFICULTY and choice.activity.code not in GENERAL:
            by_competency.setdefault(choice.competency.code, []).append(choice)
    rows = sorted(by_competency.values(), key=lambda row: -len(row))[:GOALS]
    return tuple(
        DraftGoal(text=f"Продвинуться в теме «{row[0].competency.title}».", measure=f"{row[0].activity.result}.")
        for row in rows
    )


def _schedule(facts: PairFacts) -> str:
    if facts.hours_per_month:
        return f"Встречи раз в неделю или в две, около {facts.hours_per_month} ч в месяц; вопросы — в любой день."
    return "Встречи раз в две недели; вопросы — в любой день."
