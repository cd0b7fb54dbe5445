"""The basis of processing (step 0)."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.documents.models import Document
from mentoring.organizations.models import Organization
from mentoring.staff import access
from mentoring.staff.models.data import CONTACT


class ProcessingBasisQuerySet(models.QuerySet["ProcessingBasis"]):
    """Bases by organisation."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_bases(actor))

    def in_force(self) -> Self:
        """Recorded and not ended."""
        return self.filter(ended_on=None)


class ProcessingBasis(models.Model):
    """On what ground the МОО processes the data of its staff here; no list is loaded before it is recorded (step 0)."""

    personal: ClassVar = {"responsible_name": CONTACT, "responsible_position": CONTACT}
    impersonal: ClassVar = ("public_id", "recorded_on", "ended_on", "act_number", "act_date", "operator", "recipients")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="processing_bases")
    recorded_on = models.DateField("записано")
    ended_on = models.DateField("действовало по", null=True, blank=True)
    act_number = models.CharField("номер приказа", max_length=60, blank=True)
    act_date = models.DateField("дата приказа", null=True, blank=True)
    responsible_name = models.CharField("ответственный за персональные данные", max_length=320)
    responsible_position = models.CharField("его должность", max_length=200)
    operator = models.CharField("кто обрабатывает по поручению", max_length=300, blank=True)
    recipients = models.TextField("кому передаются", blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ProcessingBasisQuerySet.as_manager()

    class Meta:
        verbose_name = "основание обработки данных"
        verbose_name_plural = "основания обработки данных"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(ended_on=None),
                name="processing_basis_one",
                violation_error_message="Основание уже записано. Закончите прежнее, чтобы записать новое.",
            ),
        ]

    def __str__(self) -> str:
        return f"основание с {self.recorded_on:%d.%m.%Y}"
