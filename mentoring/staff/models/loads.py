"""Loaded lists: what they would do, what they did."""

from typing import ClassVar, Self

from django.db import models

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.organizations.models import Organization
from mentoring.staff import access
from mentoring.staff.choices import ImportState
from mentoring.staff.models.data import LIST


class StaffImportQuerySet(models.QuerySet["StaffImport"]):
    """Loaded lists."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_imports(actor))


class StaffImport(models.Model):
    """A list that was loaded: its plan is shown before anything is written, its effect can be undone."""

    personal: ClassVar = {"file_name": LIST, "plan": LIST, "effects": LIST, "path": LIST}
    impersonal: ClassVar = (
        "public_id",
        "state",
        "mapping",
        "choices",
        "message",
        "created_at",
        "applied_at",
        "undone_at",
        "sha256",
        "counts",
        "known_digest",
        "errors_settled",
    )

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="staff_imports")
    state = models.CharField("состояние", max_length=20, choices=ImportState.choices, default=ImportState.QUEUED)
    file_name = models.CharField("файл", max_length=200)
    path = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=list)
    choices = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    counts = models.JSONField("сколько чего в плане", default=dict)
    known_digest = models.CharField("список, с которым сравнивали", max_length=64, blank=True)
    effects = models.JSONField(default=list)
    errors_settled = models.BooleanField("ошибки разобраны", default=False)
    message = models.TextField(blank=True)
    created_by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = StaffImportQuerySet.as_manager()

    class Meta:
        verbose_name = "загрузка списка"
        verbose_name_plural = "загрузки списков"

    def __str__(self) -> str:
        return f"загрузка #{self.pk}"

    @property
    def is_read(self) -> bool:
        """True when nobody has to wait for the reading any more."""
        return self.state != ImportState.QUEUED

    @property
    def is_unreadable(self) -> bool:
        """True when nothing could be made of the file."""
        return self.state == ImportState.UNREADABLE

    @property
    def is_applied(self) -> bool:
        """True while what the list brought stands."""
        return self.state == ImportState.APPLIED

    @property
    def left_out(self) -> int:
        """How many rows are not loaded: those with errors and those whose question nobody answered."""
        return int(self.counts.get("errors", 0)) + int(self.counts.get("doubtful", 0))

    @property
    def has_open_errors(self) -> bool:
        """True when rows of a loaded list were left out and nobody has said that this is all right."""
        return self.is_applied and self.left_out > 0 and not self.errors_settled

    @property
    def tone(self) -> str:
        """How the state is shown."""
        return {ImportState.APPLIED: "good", ImportState.PLANNED: "now", ImportState.UNREADABLE: "late"}.get(
            ImportState(self.state), "quiet"
        )
