"""What a ground of need usually asks of a programme: a start for people to think from, never a verdict on a person."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class GroundPlan:
    """Where help begins on this ground; competencies are codes of the book, the likeliest first."""

    area: str
    problem: str
    aim: str
    competencies: tuple[str, ...]
    opening: tuple[str, ...] = ("needs_talk",)


GROUND_PLANS: Final = {
    "beginner": GroundPlan(
        area="methods",
        problem="Первые годы работы: многое делается впервые, времени на подготовку уходит больше, чем есть.",
        aim="Помочь войти в должность: уверенно планировать и вести {lessons.accusative}, находить общий "
        "язык с детьми, родителями и коллегами.",
        competencies=("lesson_structure", "play_activity", "discipline", "work_program", "parents_talk",
                      "lesson_analysis", "journal_online", "child_observation"),
        opening=("walk_around", "needs_talk"),
    ),
    "new_here": GroundPlan(
        area="methods",
        problem="Опыт есть, а порядок, люди и дети в этой организации ещё незнакомы.",
        aim="Помочь быстро освоиться в новой организации и применить здесь накопленный опыт.",
        competencies=("colleagues", "work_program", "educational_fields", "parents_meeting", "teacher_rights",
                      "journal_online", "group_life"),
        opening=("walk_around", "needs_talk"),
    ),
    "new_position": GroundPlan(
        area="methods",
        problem="Новая должность: часть обязанностей выполняется впервые.",
        aim="Помочь освоить обязанности новой должности и выполнять их уверенно.",
        competencies=("work_program", "method_choice", "teacher_rights", "time", "colleagues", "team_lead"),
    ),
    "after_break": GroundPlan(
        area="methods",
        problem="За время перерыва изменились программы, документы и цифровые средства.",
        aim="Помочь вернуться к работе после перерыва: обновить знания и войти в ритм.",
        competencies=("fresh_content", "educational_fields", "digital_tools", "journal_online", "method_choice",
                      "formative_assessment", "work_program"),
    ),
    "attestation": GroundPlan(
        area="methods",
        problem="Аттестация показала, над чем стоит поработать.",
        aim="Помочь выполнить рекомендации аттестации и подтвердить рост результатами.",
        competencies=("lesson_analysis", "growth_plan", "formative_assessment", "method_choice", "child_observation",
                      "public_speaking"),
    ),
    "student": GroundPlan(
        area="lessons",
        problem="Теория изучена, самостоятельной практики пока мало.",
        aim="Помочь перейти от учебной практики к самостоятельной работе с детьми.",
        competencies=("lesson_structure", "discipline", "age_features", "work_program", "colleagues"),
        opening=("walk_around", "needs_talk"),
    ),
}  # fmt: skip

USUAL_PLAN: Final = GroundPlan(
    area="methods",
    problem="Педагог сам назвал направления, в которых нужна поддержка.",
    aim="Помочь справиться с тем, что сейчас даётся труднее всего, и опереться на сильные стороны.",
    competencies=("method_choice", "lesson_analysis", "lesson_structure", "motivation", "parents_talk", "discipline"),
)


def plan_of(ground: str) -> GroundPlan:
    """The usual start for a ground; one's own request and found difficulties begin from the chosen areas."""
    return GROUND_PLANS.get(ground, USUAL_PLAN)
