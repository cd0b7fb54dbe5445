"""A programme with its goals and мероприятия, and who of a group has agreed to it."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, PersonalField
from mentoring.documents.models import Document
from mentoring.matching.models import Mentee, Mentorship
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.programs import access
from mentoring.programs.choices import LIVE_STATES, AimedAt, Mode, ProgramState, Responsible

PLAN = PersonalField(DataClass.DELICATE, "персонализированная программа пары", "5 лет после окончания")


class ProgramQuerySet(models.QuerySet["Program"]):
    """Programmes by state and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see; a pair that came to nothing leaves no programme on any page."""
        return self.filter(access.visible_programs(actor)).exclude(state=ProgramState.CANCELLED).distinct()

    def live(self) -> Self:
        """Being written, ordered or running."""
        return self.filter(state__in=LIVE_STATES)

    def approved_by(self, day: date) -> Self:
        """Approved by a signed order, with the first day come and the start not yet written."""
        return self.filter(state=ProgramState.APPROVED, starts_on__lte=day)

    def with_people(self) -> Self:
        """With the pair, its people and the corrected forms of their names."""
        mentees = Mentee.objects.select_related("person")  # a join: SQLite cannot take a prefetch of 1,000 people
        return self.select_related(
            "organization__territory", "mentorship__mentor__person", "terms", "paper"
        ).prefetch_related(
            models.Prefetch("mentorship__mentees", mentees),
            "mentorship__mentees__person__case_forms",
            "mentorship__mentor__person__case_forms",
        )

    def with_plan(self) -> Self:
        """With goals and мероприятия that were not removed, in their order."""
        return self.prefetch_related(
            models.Prefetch("goals", ProgramGoal.objects.filter(removed_at=None).order_by("position", "pk")),
            models.Prefetch("items", ProgramItem.objects.filter(removed_at=None).order_by("position", "due_on", "pk")),
        )

    def with_consents(self) -> Self:
        """With the papers of the pair, the people who sign them, and the lines of orders."""
        app = self.model._meta.apps
        consents = app.get_model("programs", "Consent")._default_manager.select_related("person", "document")
        lines = app.get_model("programs", "OrderLine")._default_manager.select_related("document")
        return self.prefetch_related(
            models.Prefetch("consents", consents), models.Prefetch("order_lines", lines), "agreements"
        )


class Program(models.Model):
    """A personalised programme of a pair or a group (R-1.7)."""

    personal: ClassVar = dict.fromkeys(
        (
            "problem", "aim", "motive", "role_model", "schedule", "criteria", "risks", "mentor_content",
            "mentee_content",
        ),
        PLAN,
    )  # fmt: skip
    impersonal: ClassVar = (
        "public_id",
        "state",
        "number",
        "starts_on",
        "ends_on",
        "area",
        "forms",
        "kinds",
        "mode",
        "mentor_agreed_at",
        "mentee_agreed_at",
        "accepted_at",
        "difficulties_edited_at",
        "considered_on",
        "considered_by",
        "considered_number",
        "created_at",
        "started_on",
        "ended_on",
    )

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="programs")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="programs")
    state = models.CharField("состояние", max_length=20, choices=ProgramState.choices, default=ProgramState.DRAFT)
    number = models.PositiveSmallIntegerField("версия", default=1)
    starts_on = models.DateField("с")
    ends_on = models.DateField("по")
    area = models.CharField("направление", max_length=60, blank=True)
    forms = models.JSONField("формы", default=list)
    kinds = models.JSONField("виды", default=list)
    motive = models.TextField("почему выбраны эта форма и виды", max_length=2000, blank=True)
    role_model = models.CharField("ролевая модель", max_length=200, blank=True)
    problem = models.TextField("что мешает сейчас", max_length=2000, blank=True)
    aim = models.TextField("цель", max_length=2000, blank=True)
    mode = models.CharField("режим", max_length=20, choices=Mode.choices, default=Mode.IN_PERSON)
    schedule = models.CharField("расписание встреч", max_length=300, blank=True)
    mentor_content = models.TextField("что делает наставник", max_length=2000, blank=True)
    mentee_content = models.TextField("что делает наставляемый", max_length=2000, blank=True)
    criteria = models.TextField("критерии успеха", max_length=2000, blank=True)
    risks = models.TextField("риски и что делаем", max_length=2000, blank=True)
    mentor_agreed_at = models.DateTimeField("наставник согласовал", null=True, blank=True)
    mentee_agreed_at = models.DateTimeField("наставляемый согласовал", null=True, blank=True)
    accepted_at = models.DateTimeField("принята куратором", null=True, blank=True)
    difficulties_edited_at = models.DateTimeField("затруднения уточнены", null=True, blank=True)
    considered_on = models.DateField("рассмотрена", null=True, blank=True)
    considered_by = models.CharField("кем рассмотрена", max_length=200, blank=True)
    considered_number = models.CharField("номер протокола", max_length=40, blank=True)
    paper = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="programs")
    started_on = models.DateField("начата", null=True, blank=True)
    ended_on = models.DateField("окончена", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = "персонализированная программа"
        verbose_name_plural = "персонализированные программы"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mentorship"],
                condition=Q(state__in=("draft", "agreed", "ordered", "approved", "running")),
                name="program_one_live",
                violation_error_message="У пары уже есть программа. Правьте её или завершите.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="program_dates",
                violation_error_message="Программа заканчивается раньше, чем начинается. Исправьте даты.",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(mentor_agreed_at__isnull=False, mentee_agreed_at__isnull=False),
                name="program_agreed_by_both",
                violation_error_message="Программа согласована, когда с ней согласны обе стороны.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organization", "state"], name="program_list")]

    def __str__(self) -> str:
        return f"программа #{self.pk}"


class ProgramGoal(models.Model):
    """A goal and how both will know that it is reached."""

    personal: ClassVar = {"text": PLAN, "measure": PLAN}
    impersonal: ClassVar = ("public_id", "position", "removed_at")

    public_id = public_id_field()
    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("задача", max_length=500)
    measure = models.CharField("как поймём, что получилось", max_length=500, blank=True)
    removed_at = models.DateTimeField("убрана", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "задача программы"
        verbose_name_plural = "задачи программы"

    def __str__(self) -> str:
        return f"задача #{self.pk}"


class ProgramItem(models.Model):
    """A мероприятие tied to a difficulty or a strength, with its term, who does it and the expected result."""

    personal: ClassVar = {"title": PLAN, "aimed_text": PLAN, "result": PLAN}
    impersonal: ClassVar = (
        "public_id",
        "position",
        "activity_code",
        "aimed_at",
        "starts_on",
        "due_on",
        "responsible",
        "mentor_agreed_at",
        "mentee_agreed_at",
        "removed_at",
    )

    public_id = public_id_field()
    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    activity_code = models.CharField("из библиотеки", max_length=60, blank=True)
    title = models.CharField("мероприятие", max_length=400)
    aimed_at = models.CharField("на что направлено", max_length=20, choices=AimedAt.choices, default=AimedAt.DIFFICULTY)
    aimed_text = models.CharField("затруднение или сильная сторона", max_length=300)
    starts_on = models.DateField("с", null=True, blank=True)
    due_on = models.DateField("до")
    responsible = models.CharField("кто", max_length=20, choices=Responsible.choices, default=Responsible.BOTH)
    result = models.CharField("планируемый результат", max_length=400, blank=True)
    mentor_agreed_at = models.DateTimeField("наставник согласен", null=True, blank=True)
    mentee_agreed_at = models.DateTimeField("наставляемый согласен", null=True, blank=True)
    removed_at = models.DateTimeField("убрано", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "мероприятие программы"
        verbose_name_plural = "мероприятия программы"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(aimed_text=""),
                name="program_item_aimed",
                violation_error_message="Напишите, какому затруднению или какой сильной стороне служит мероприятие.",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
                name="program_item_dates",
                violation_error_message="Мероприятие заканчивается раньше, чем начинается. Исправьте даты.",
            ),
        ]

    def __str__(self) -> str:
        return f"мероприятие #{self.pk}"


class MenteeAgreement(models.Model):
    """One of a group has agreed to the whole programme; the side has agreed when all have."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = ("agreed_at",)

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="agreements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField("согласие с программой")

    class Meta:
        verbose_name = "согласие с программой"
        verbose_name_plural = "согласия с программой"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["program", "person"],
                name="mentee_agreement_once",
                violation_error_message="Этот наставляемый уже согласовал программу.",
            ),
        ]

    def __str__(self) -> str:
        return f"согласие с программой #{self.pk}"
