"""Lines of the orders that start and end programmes, and notices of an early end."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.choices import EndInitiator, OrderKind, ProgramState
from mentoring.programs.models.consents import CONSENT_DATA
from mentoring.programs.models.plans import Program


class OrderLine(models.Model):
    """A programme in an order; a programme stands in one living order of a kind."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="order_lines")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="order_lines")
    kind = models.CharField("приказ", max_length=10, choices=OrderKind.choices)
    position = models.PositiveSmallIntegerField(default=0)
    is_live = models.BooleanField(default=True)

    class Meta:
        verbose_name = "строка приказа"
        verbose_name_plural = "строки приказов"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["program", "kind"],
                condition=Q(is_live=True),
                name="order_line_once",
                violation_error_message="Эта программа уже стоит в другом приказе. Откройте его в документах.",
            ),
        ]

    def __str__(self) -> str:
        return f"строка #{self.pk}"


class EarlyEndQuerySet(models.QuerySet["EarlyEnd"]):
    """Notices by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_early_ends(actor)).distinct()

    def ordered_by(self, day: date) -> Self:
        """Of running programmes, with a signed order whose day has come."""
        signed = OrderLine.objects.filter(kind=OrderKind.END, is_live=True, document__state=DocumentState.SIGNED)
        due = self.filter(program__state=ProgramState.RUNNING, ends_on__lte=day)
        return due.filter(program_id__in=signed.values("program_id")).select_related("organization")


class EarlyEnd(models.Model):
    """Notice of an early end: the earliest day is the notice + 3 working days (ТК РФ ст. 351.8)."""

    personal: ClassVar = {"initiator": CONSENT_DATA, "given_on": CONSENT_DATA}
    impersonal: ClassVar = ("public_id", "earliest_on", "ends_on", "seeks_new", "created_at")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="early_ends")
    program = models.OneToOneField(Program, on_delete=models.PROTECT, related_name="early_end")
    initiator = models.CharField("кто", max_length=10, choices=EndInitiator.choices)
    given_on = models.DateField("уведомление вручено")
    earliest_on = models.DateField("самая ранняя дата")
    ends_on = models.DateField("прекращается с")
    seeks_new = models.BooleanField("нужен новый наставник", default=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EarlyEndQuerySet.as_manager()

    class Meta:
        verbose_name = "досрочное прекращение"
        verbose_name_plural = "досрочные прекращения"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("earliest_on")),
                name="early_end_notice",
                violation_error_message=(
                    "Прекратить раньше трёх рабочих дней после уведомления нельзя. Выберите дату позже."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"прекращение #{self.pk}"

    @property
    def is_noticed_ahead(self) -> bool:
        """True when the law makes the sides wait between the notice and the end."""
        return self.earliest_on > self.given_on
