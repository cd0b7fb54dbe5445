"""What a stored programme lacks, which papers its pair signs, and what keeps them from being made."""

from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import MentorTerms, Program, TermsDefaults
from mentoring.programs.rules.checks import CheckedItem, CheckedProgram, faults
from mentoring.programs.rules.needed_papers import NeededPaper, needed_papers
from mentoring.programs.rules.readiness import Missing, missing_papers
from mentoring.programs.rules.term import Term
from mentoring.programs.rules.work_terms import USUAL_CONTENT, USUAL_HOURS, Terms, terms_faults
from mentoring.programs.wording import names_of
from mentoring.reference.books import form, kinds, words_of
from mentoring.ui.words import initials


def faults_of(program: Program) -> list[str]:
    """Everything that must be mended before the programme can be agreed or accepted."""
    goals = [goal for goal in program.goals.all() if goal.removed_at is None]
    items = sorted(
        (item for item in program.items.all() if item.removed_at is None),
        key=lambda item: (item.position, item.due_on, item.pk),
    )
    checked = CheckedProgram(
        term=Term(program.starts_on, program.ends_on),
        forms=program.forms,
        kinds=program.kinds,
        area=program.area,
        aim=program.aim,
        misfits=_misfits(program),
        goals=len(goals),
        items=[
            CheckedItem(number, item.title, item.aimed_text, item.starts_on, item.due_on)
            for number, item in enumerate(items, start=1)
        ],
    )
    return faults(checked)


def _misfits(program: Program) -> list[str]:
    count = len(program.mentorship.mentees.all())
    return [one.title for one in kinds() if one.code in program.kinds and not one.allows(count)]


def as_terms(terms: MentorTerms) -> Terms:
    """Stored terms as rules read them."""
    return Terms(
        basis=terms.basis,
        labor_function_reason=terms.labor_function_reason,
        content=terms.content,
        hours_per_month=terms.hours_per_month,
        payment_kind=terms.payment_kind,
        payment_value=terms.payment_value,
        payment_basis=terms.payment_basis,
    )


def mentees_of(program: Program) -> list[Person]:
    """Mentees in the order of their names, the same on pages and in papers."""
    people = [mentee.person for mentee in program.mentorship.mentees.all()]
    return sorted(people, key=lambda person: (person.search, person.pk))


def needed_of(program: Program) -> list[NeededPaper]:
    """The papers that this pair signs."""
    mentor_id = program.mentorship.mentor.person_id
    agreed = [agreement.person_id for agreement in program.agreements.all()]
    if program.mentor_agreed_at is not None:
        agreed.append(mentor_id)
    return needed_papers(
        mentor_id,
        [person.pk for person in mentees_of(program)],
        with_agreement=needs_agreement(program),
        agreed_ids=agreed,
    )


def needs_agreement(program: Program) -> bool:
    """True when the mentor's labour contract needs an additional agreement."""
    return as_terms(program.terms).is_agreement and all(form(code).labor_code_applies for code in program.forms)


def why_no_papers(program: Program) -> str:
    """What keeps the papers of a programme from being made, in one sentence; empty when nothing does."""
    if program.state not in (ProgramState.DRAFT, ProgramState.AGREED):
        return f"{names_of(program)}: программа уже «{program.get_state_display()}», готовить документы поздно."
    if found := faults_of(program):
        return f"{names_of(program)}: {found[0]}"
    if program.accepted_at is None and program.state != ProgramState.AGREED:
        return f"{names_of(program)}: программу ещё никто не принял. Примите её или дождитесь согласования сторон."
    if found := terms_faults(as_terms(program.terms)):
        return f"{names_of(program)}: {found[0]}"
    return ""


def missing_for_order(program: Program) -> list[Missing]:
    """What is missing before this programme may stand in an order, and from whom (needs `with_consents`)."""
    leaders = "куратор"
    found = [Missing(fault, "наставник, наставляемый, куратор") for fault in faults_of(program)]
    found += [Missing(fault, leaders) for fault in terms_faults(as_terms(program.terms))]
    given = {(consent.person_id, consent.kind): consent.state for consent in program.consents.all()}
    people = [program.mentorship.mentor.person, *mentees_of(program)]
    names = {person.pk: initials(person) for person in people}
    return found + missing_papers(needed_of(program), given, names)


def defaults_of(organization: Organization) -> TermsDefaults:
    """What the МОО offers every mentor; an unsaved usual proposal of version 0 while nothing is written."""
    stored = TermsDefaults.objects.filter(organization=organization).first()
    content = words_of(organization.type).fill(USUAL_CONTENT)
    return stored or TermsDefaults(organization=organization, content=content, hours_per_month=USUAL_HOURS, version=0)
