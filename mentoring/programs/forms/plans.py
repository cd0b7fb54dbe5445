"""Forms of a programme: its head, its lines, its goals."""

from typing import Any, ClassVar

from django.forms import CharField, ChoiceField, Field, Form, HiddenInput, IntegerField, MultipleChoiceField

from mentoring.core.dates import PAPER, PLAN
from mentoring.core.wording import clean_spaces
from mentoring.programs.actions import GoalInput, ItemInput
from mentoring.programs.choices import AimedAt, Mode, Responsible
from mentoring.programs.forms.merging import MergingForm
from mentoring.programs.models import Program
from mentoring.programs.rules.term import term_fault
from mentoring.reference import books
from mentoring.ui.fields import DayField
from mentoring.ui.widgets import CheckboxList, RadioCards, Textarea

AIMED_NOTES: dict[str, str] = {
    AimedAt.DIFFICULTY: "Что сейчас даётся трудно и что должно стать легче.",
    AimedAt.STRENGTH: "Что получается хорошо и может стать опорой или пользой для других.",
}


class ShapeForm(MergingForm):
    """Term, forms and kinds with the motive, area, way of meeting."""

    merged: ClassVar = (
        "starts_on", "ends_on", "forms", "kinds", "area", "motive", "role_model", "mode", "schedule",
    )  # fmt: skip

    starts_on = DayField(label="Начало", sense=PLAN)
    ends_on = DayField(
        label="Окончание", sense=PLAN, help_text="Обе даты входят в срок: от 3 месяцев до года без одного дня."
    )
    forms = MultipleChoiceField(label="Формы", widget=CheckboxList)
    kinds = MultipleChoiceField(label="Виды", widget=CheckboxList)
    motive = CharField(
        label="Почему выбраны эта форма и виды",
        required=False,
        max_length=2000,
        widget=Textarea({"rows": 3}),
        help_text="Цель, затруднения, запрос наставляемого, кто есть в организации.",
    )
    role_model = CharField(label="Ролевая модель", required=False, max_length=200)
    area = ChoiceField(label="Направление", widget=RadioCards)
    mode = ChoiceField(label="Как встречаются", choices=Mode.choices, widget=RadioCards)
    schedule = CharField(label="Расписание встреч", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [one for one in books.kinds() if not one.is_event]
        _choose(self.fields["forms"], [(one.code, one.title, one.description) for one in books.forms()])
        _choose(self.fields["kinds"], [(one.code, one.title, one.description) for one in kinds])
        _choose(self.fields["area"], [(one.code, one.title, one.description) for one in books.areas()])
        self.fields["role_model"].widget.attrs["placeholder"] = "опытный педагог — начинающий педагог"

    def clean(self) -> dict[str, Any]:
        """A term is whole here already, so that the error stands at the date."""
        found = super().clean() or {}
        starts_on, ends_on = found.get("starts_on"), found.get("ends_on")
        if starts_on and ends_on and (fault := term_fault(starts_on, ends_on)):
            self.add_error("ends_on", fault)
        return found


class NoteForm(MergingForm):
    """The explanatory note in plain words."""

    merged: ClassVar = ("problem", "aim", "mentor_content", "mentee_content", "criteria", "risks")

    problem = CharField(
        label="Что мешает сейчас",
        required=False,
        max_length=2000,
        widget=Textarea({"rows": 3}),
        help_text="Видят участники, куратор, руководитель и совет наставников. В приказ не попадает.",
    )
    aim = CharField(label="Цель", max_length=2000, widget=Textarea({"rows": 3}))
    mentor_content = CharField(
        label="Что делает наставник", required=False, max_length=2000, widget=Textarea({"rows": 3})
    )
    mentee_content = CharField(
        label="Что делает наставляемый", required=False, max_length=2000, widget=Textarea({"rows": 3})
    )
    criteria = CharField(label="Критерии успеха", required=False, max_length=2000, widget=Textarea({"rows": 3}))
    risks = CharField(label="Риски и что делаем", required=False, max_length=2000, widget=Textarea({"rows": 3}))


class ItemForm(MergingForm):
    """A line of the plan."""

    merged: ClassVar = ("title", "aimed_at", "aimed_text", "starts_on", "due_on", "responsible", "result")

    title = CharField(label="Мероприятие", max_length=400, widget=Textarea({"rows": 2, "maxlength": 400}))
    aimed_at = ChoiceField(label="На что направлено", choices=AimedAt.choices, widget=RadioCards(notes=AIMED_NOTES))
    aimed_text = CharField(
        label="Какое затруднение или какая сильная сторона",
        max_length=300,
        help_text="Мероприятие без этой связи в программу не входит.",
    )
    starts_on = DayField(label="С", sense=PLAN, required=False)
    due_on = DayField(label="До", sense=PLAN)
    responsible = ChoiceField(label="Кто", choices=Responsible.choices)
    result = CharField(label="Планируемый результат", required=False, max_length=400)
    version = IntegerField(widget=HiddenInput, required=False)

    def __init__(self, *args: Any, program: Program | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.program = program

    def clean(self) -> dict[str, Any]:
        """Dates run forward and lie inside the term."""
        found = super().clean() or {}
        starts_on, due_on = found.get("starts_on"), found.get("due_on")
        if starts_on and due_on and due_on < starts_on:
            self.add_error("due_on", "Мероприятие заканчивается раньше, чем начинается: исправьте одну из дат.")
        for name in ("starts_on", "due_on"):
            if found.get(name) and self._is_outside(found[name]):
                self.add_error(name, "Дата вне срока программы: выберите день внутри срока или измените срок.")
        return found

    def input(self, values: dict[str, Any] | None = None, *, activity_code: str = "") -> ItemInput:
        """What the action takes."""
        return ItemInput(**(values or self.values()), activity_code=activity_code)

    def clean_title(self) -> str:
        """One line of words."""
        return clean_spaces(self.cleaned_data["title"])

    def clean_aimed_text(self) -> str:
        """Words, not blanks."""
        return clean_spaces(self.cleaned_data["aimed_text"])

    def _is_outside(self, day: Any) -> bool:
        return self.program is not None and not self.program.starts_on <= day <= self.program.ends_on


class GoalForm(MergingForm):
    """A goal and its measure."""

    merged: ClassVar = ("text", "measure")

    text = CharField(label="Задача", max_length=500, widget=Textarea({"rows": 2, "maxlength": 500}))
    measure = CharField(
        label="Как поймём, что получилось",
        required=False,
        max_length=500,
        widget=Textarea({"rows": 2, "maxlength": 500}),
    )
    version = IntegerField(widget=HiddenInput, required=False)

    def input(self, values: dict[str, Any] | None = None) -> GoalInput:
        """What the action takes."""
        return GoalInput(**(values or self.values()))


class ConsiderationForm(Form):
    """Who considered the programme, in which minutes; empty takes the mark away."""

    body = CharField(
        label="Кто рассмотрел",
        required=False,
        max_length=200,
        help_text="Например: на заседании педагогического совета. Пусто — запись убирается.",
    )
    number = CharField(label="Номер протокола", max_length=40, error_messages={"required": "Впишите номер протокола."})
    held_on = DayField(label="Дата протокола", sense=PAPER, error_messages={"required": "Впишите дату протокола."})
    version = IntegerField(widget=HiddenInput)

    def clean(self) -> dict[str, Any]:
        """A body comes with its minutes; without a body they are not asked."""
        found = super().clean() or {}
        if not found.get("body"):
            for name, nothing in (("number", ""), ("held_on", None)):
                self.errors.pop(name, None)
                found[name] = nothing
        return found


class LibraryForm(Form):
    """Conditions of the library."""

    q = CharField(required=False, max_length=100)
    aimed_at = ChoiceField(label="На что направлено", required=False, choices=[("", "Всё"), *AimedAt.choices])
    kind = ChoiceField(label="Вид", required=False)
    group = ChoiceField(label="Тема", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(one.code, one.title) for one in books.activity_kinds()]
        groups = [(one.code, one.title) for one in books.competency_groups()]
        for name, rows in (("kind", kinds), ("group", groups)):
            field = self.fields[name]
            if isinstance(field, ChoiceField):
                field.choices = [("", "Все"), *rows]


def _choose(field: Field, rows: list[tuple[str, str, str]]) -> None:
    if isinstance(field, ChoiceField):
        field.choices = [(code, title) for code, title, _ in rows]
        field.widget.notes = {code: note for code, _, note in rows}
