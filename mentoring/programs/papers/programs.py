"""The programme as a paper of its own with «Рассмотрено / Согласовано / Утверждаю»."""

from mentoring.core.wording import by_gender, long_date, number_sign, period, short_date
from mentoring.documents.payloads import Labelled, PlanLine, ProgramPaper, ProgramSection, Stamp
from mentoring.documents.payloads import Side as SignedSide
from mentoring.documents.payloads import program as forms_of_paper
from mentoring.matching.choices import DecisionKind
from mentoring.programs.choices import AimedAt, Responsible
from mentoring.programs.models import Program, ProgramItem
from mentoring.programs.papers.people import PaperPeople
from mentoring.programs.wording import area_title, forms_title, kinds_title

WHO = {
    Responsible.MENTOR: "наставник",
    Responsible.MENTEE: "наставляемый",
    Responsible.BOTH: "наставник, наставляемый",
    Responsible.CURATOR: "куратор",
}
BLANK_MINUTES = "протокол от «____» ____________ 20____ г. № ____"


def program_paper(program: Program, people: PaperPeople) -> ProgramPaper:
    """Compose the paper from a programme with its plan (`with_plan`)."""
    return ProgramPaper(
        letterhead=people.employer.letterhead,
        subtitle=period(program.starts_on, program.ends_on),
        considered=_considered(program),
        agreed=_agreed(program, people),
        approved=forms_of_paper.approved(people.employer),
        facts=_facts(program, people),
        sections=_sections(program),
        plan=tuple(_line(number, item) for number, item in enumerate(program.items.all(), start=1)),
        sides=_sides(program, people),
    )


def _considered(program: Program) -> Stamp:
    if program.considered_by and program.considered_on:
        minutes = f"протокол от {long_date(program.considered_on)} {number_sign(program.considered_number)}"
        return forms_of_paper.considered(program.considered_by, minutes=minutes)
    if program.mentorship.decision_kind == DecisionKind.COUNCIL:
        return forms_of_paper.considered(program.mentorship.body_name, minutes=BLANK_MINUTES)
    return Stamp()


def _agreed(program: Program, people: PaperPeople) -> Stamp:
    """«СОГЛАСОВАНО» by the curator; where the head is the curator too, by the two sides."""
    if people.curator is not None and people.curator_id != people.head_id:
        return forms_of_paper.agreed(people.curator)
    sides = [("Наставник", people.mentor(program)), *(("Наставляемый", one) for one in people.mentees(program))]
    lines = [text for role, person in sides for text in (role, f"______________ {person.initials}")]
    return Stamp(word="СОГЛАСОВАНО", lines=tuple(lines))


def _facts(program: Program, people: PaperPeople) -> tuple[Labelled, ...]:
    mentees = people.mentees(program)
    word = by_gender(mentees[0].gender, "Наставляемый", "Наставляемая") if len(mentees) == 1 else "Наставляемые"
    facts = [
        ("Наставник", people.mentor(program).nominative),
        (word, "; ".join(person.nominative for person in mentees)),
        ("Форма и виды", f"{forms_title(program)}; {kinds_title(program)}"),
        ("Ролевая модель", program.role_model),
        ("Направление", area_title(program.area)),
        ("Встречи", ". ".join(text for text in (program.get_mode_display(), program.schedule) if text)),
    ]
    return tuple(Labelled(label=label, text=text) for label, text in facts if text)


def _sections(program: Program) -> tuple[ProgramSection, ...]:
    goals = tuple(
        f"{number}. {goal.text}" + (f" Как поймём, что получилось: {goal.measure}" if goal.measure else "")
        for number, goal in enumerate(program.goals.all(), start=1)
    )
    sections = (
        ("Что мешает сейчас", _lines(program.problem)),
        ("Цель", _lines(program.aim)),
        ("Задачи", goals),
        ("Почему выбраны эта форма и виды", _lines(program.motive)),
        ("Содержание деятельности наставника", _lines(program.mentor_content)),
        ("Содержание деятельности наставляемого", _lines(program.mentee_content)),
        ("Ожидаемые результаты и критерии", _lines(program.criteria)),
        ("Риски и что делаем", _lines(program.risks)),
    )
    return tuple(ProgramSection(title=title, lines=lines) for title, lines in sections if lines)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _line(number: int, item: ProgramItem) -> PlanLine:
    name = "сильная сторона" if item.aimed_at == AimedAt.STRENGTH else "затруднение"
    since = f"{short_date(item.starts_on)} — " if item.starts_on else "до "
    return PlanLine(
        number=str(number),
        activity=item.title,
        aim=f"{name}: {item.aimed_text}",
        term=f"{since}{short_date(item.due_on)}",
        who=WHO[Responsible(item.responsible)],
        result=item.result,
    )


def _sides(program: Program, people: PaperPeople) -> tuple[SignedSide, ...]:
    mentor = people.mentor(program)
    mentees = (
        SignedSide(role=by_gender(person.gender, "Наставляемый", "Наставляемая"), initials=person.initials)
        for person in people.mentees(program)
    )
    return (SignedSide(role="Наставник", initials=mentor.initials), *mentees)
