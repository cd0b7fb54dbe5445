"""A person's work in an organisation with its positions and breaks."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff import access
from mentoring.staff.choices import BreakKind, EmploymentKind
from mentoring.staff.models.data import CONTACT, WORK


class EmploymentQuerySet(models.QuerySet["Employment"]):
    """Work of people by day and by who may see it."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_employments(actor)).distinct()

    def working_on(self, day: date) -> Self:
        """Not dismissed by this day."""
        return self.filter(Q(dismissed_on=None) | Q(dismissed_on__gte=day))

    def with_person(self) -> Self:
        """With the person and what names in papers need."""
        return self.select_related("person", "organization__territory")


class Employment(models.Model):
    """A person's work in one organisation: from it the grounds of need and who can mentor are read (R-1.1)."""

    personal: ClassVar = dict.fromkeys(
        (
            "kind",
            "rate",
            "hired_on",
            "dismissed_on",
            "position_code",
            "position_title",
            "position_since",
            "subject",
            "category",
            "category_on",
            "category_basis",
            "attested_on",
            "attestation_result",
            "results",
            "total_experience_months",
            "teaching_experience_months",
            "experience_as_of",
            "building",
        ),
        WORK,
    ) | {"email": CONTACT, "phone": CONTACT}
    impersonal: ClassVar = ("public_id", "gone_since", "version", "created_at")

    public_id = public_id_field()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="employments")
    kind = models.CharField("условия", max_length=20, choices=EmploymentKind.choices, default=EmploymentKind.MAIN)
    rate = models.DecimalField("ставка", max_digits=4, decimal_places=2, null=True, blank=True)
    hired_on = models.DateField("дата приёма", null=True, blank=True)
    dismissed_on = models.DateField("последний день работы", null=True, blank=True)
    position_code = models.CharField("должность по номенклатуре", max_length=60, blank=True)
    position_title = models.CharField("должность по штатному расписанию", max_length=200)
    position_since = models.DateField("в должности с", null=True, blank=True)
    subject = models.CharField("предмет или направление", max_length=200, blank=True)
    building = models.CharField("здание", max_length=100, blank=True)
    category = models.CharField("категория", max_length=30, blank=True)
    category_on = models.DateField("категория присвоена", null=True, blank=True)
    category_basis = models.CharField("основание категории", max_length=200, blank=True)
    attested_on = models.DateField("дата аттестации", null=True, blank=True)
    attestation_result = models.CharField("итог аттестации", max_length=200, blank=True)
    results = models.TextField("измеримые результаты", blank=True)
    total_experience_months = models.PositiveSmallIntegerField("общий стаж, мес.", null=True, blank=True)
    teaching_experience_months = models.PositiveSmallIntegerField("педагогический стаж, мес.", null=True, blank=True)
    experience_as_of = models.DateField("стаж на дату", null=True, blank=True)
    email = models.EmailField("электронная почта", blank=True)
    phone = models.CharField("телефон", max_length=30, blank=True)
    gone_since = models.DateField("нет в списке с", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = "место работы"
        verbose_name_plural = "места работы"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organization"],
                condition=Q(dismissed_on=None),
                name="employment_open_once",
                violation_error_message="Этот человек уже есть в списке организации. Исправьте его карточку.",
            ),
            models.CheckConstraint(
                condition=Q(dismissed_on=None) | Q(hired_on=None) | Q(dismissed_on__gte=F("hired_on")),
                name="employment_dates",
                violation_error_message="Последний день работы раньше даты приёма. Исправьте одну из дат.",
            ),
            models.CheckConstraint(
                condition=Q(teaching_experience_months=None)
                | Q(total_experience_months=None)
                | Q(teaching_experience_months__lte=F("total_experience_months")),
                name="employment_experience",
                violation_error_message="Педагогический стаж больше общего. Исправьте один из них.",
            ),
            models.CheckConstraint(
                condition=Q(rate=None) | Q(rate__gt=0, rate__lte=3),
                name="employment_rate",
                violation_error_message="Ставка бывает от 0,01 до 3. Исправьте её.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organization", "dismissed_on"], name="employment_staff")]

    def __str__(self) -> str:
        return f"{self.position_title} #{self.pk}"


class PositionPeriod(models.Model):
    """A position that the person held before the present one."""

    personal: ClassVar = {"position_code": WORK, "position_title": WORK, "since": WORK, "until": WORK}
    impersonal: ClassVar = ()

    employment = models.ForeignKey(Employment, on_delete=models.CASCADE, related_name="former_positions")
    position_code = models.CharField("должность по номенклатуре", max_length=60, blank=True)
    position_title = models.CharField("должность", max_length=200)
    since = models.DateField("с", null=True, blank=True)
    until = models.DateField("по")

    class Meta:
        verbose_name = "прежняя должность"
        verbose_name_plural = "прежние должности"

    def __str__(self) -> str:
        return self.position_title


class WorkBreak(models.Model):
    """An interruption of work; after a long one a mentor may be needed (R-1.2)."""

    personal: ClassVar = {"kind": WORK, "since": WORK, "until": WORK}
    impersonal: ClassVar = ()

    employment = models.ForeignKey(Employment, on_delete=models.CASCADE, related_name="breaks")
    kind = models.CharField("вид", max_length=20, choices=BreakKind.choices)
    since = models.DateField("с")
    until = models.DateField("по", null=True, blank=True)

    class Meta:
        verbose_name = "перерыв в работе"
        verbose_name_plural = "перерывы в работе"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="work_break_dates",
                violation_error_message="Перерыв заканчивается раньше, чем начинается. Исправьте даты.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
