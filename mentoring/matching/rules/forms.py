"""Which form and kinds suit a pair (Положение, п. 4.1.5; R-4.5.0, R-4.5.1), with the motive from facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.matching.rules.work import Work

TEACHER_TEACHER = "teacher_teacher"
PEDAGOGUE_PEDAGOGUE = "pedagogue_pedagogue"
LEADER_TEACHER = "leader_teacher"
LEADER_PEDAGOGUE = "leader_pedagogue"

TRADITIONAL = "traditional"
GROUP = "group"
VIRTUAL = "virtual"


@dataclass(frozen=True, slots=True)
class FormProposal:
    """A form and kinds, and why."""

    form: str
    kinds: tuple[str, ...]
    motive: str


def propose_form(mentor: Work, mentees: Sequence[Work]) -> FormProposal:
    """Propose by who they are to each other, how many there are and where they work."""
    form, why_form = _form(mentor, mentees)
    kinds, why_kinds = _kinds(mentor, mentees)
    return FormProposal(form=form, kinds=tuple(kinds), motive=f"{why_form} {' '.join(why_kinds)}".strip())


def _form(mentor: Work, mentees: Sequence[Work]) -> tuple[str, str]:
    all_teach = all(mentee.is_school_teacher for mentee in mentees)
    if mentor.is_manager:
        form = LEADER_TEACHER if all_teach else LEADER_PEDAGOGUE
        return form, "Наставник — руководитель: он создаёт условия, в которых наставляемый растёт."
    if all_teach and mentor.is_school_teacher:
        return TEACHER_TEACHER, _same_work(mentor, mentees, "Наставник и наставляемый — учителя")
    return PEDAGOGUE_PEDAGOGUE, _same_work(mentor, mentees, "Наставник и наставляемый — педагоги одной организации")


def _same_work(mentor: Work, mentees: Sequence[Work], start: str) -> str:
    subject = mentor.subject.strip()
    if subject and all(mentee.subject.strip().lower() == subject.lower() for mentee in mentees):
        return f"{start}, предмет или направление общие: {subject}."
    if all(mentee.position.lower() == mentor.position.lower() for mentee in mentees):
        return f"{start}, должность одна: {mentor.position}."
    return f"{start}."


def _kinds(mentor: Work, mentees: Sequence[Work]) -> tuple[list[str], list[str]]:
    if len(mentees) > 1:
        kinds, why = [GROUP], ["Наставляемых двое и больше: встречаются группой."]
    else:
        kinds, why = [TRADITIONAL], ["Наставляемый один: встречаются лично."]
    if _is_far(mentor, mentees):
        kinds.append(VIRTUAL)
        why.append("Здания разные: часть встреч по видеосвязи.")
    return kinds, why


def _is_far(mentor: Work, mentees: Sequence[Work]) -> bool:
    here = mentor.building.strip().lower()
    return bool(here) and any(mentee.building.strip() and mentee.building.strip().lower() != here for mentee in mentees)
