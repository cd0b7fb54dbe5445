"""Receipts of used forms, and the queue of background work."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q


def public_id_field() -> "models.UUIDField[uuid.UUID, uuid.UUID]":
    """A public id: in addresses, exports and papers; integer keys stay inside."""
    return models.UUIDField("код", default=uuid.uuid4, unique=True, editable=False)


class Receipt(models.Model):
    """A form that was used: the second click finds it and does nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=64)
    command = models.CharField(max_length=120)
    location = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "token", "command"],
                name="receipt_once",
                violation_error_message="Эта форма уже отправлена. Обновите страницу.",
            ),
        ]


class JobQuerySet(models.QuerySet["Job"]):
    """The queue as its worker and its page see it."""

    def waiting(self) -> "JobQuerySet":
        """Work that is neither done nor given up."""
        return self.filter(done_at=None, dead_at=None)

    def given_up(self) -> "JobQuerySet":
        """Work that failed too often and waits for a person."""
        return self.exclude(dead_at=None)


class Job(models.Model):
    """One piece of background work, written in the transaction that asks for it (see core.background)."""

    name = models.CharField(max_length=120)
    payload = models.JSONField(default=dict)
    dedup_key = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001 - NULL is «no key» in the unique index
    not_before = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    dead_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dedup_key"],
                condition=Q(dedup_key__isnull=False),
                name="job_dedup_key",
                violation_error_message="Такая работа уже поставлена в очередь.",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(dead_at=None),
                name="job_done_or_dead",
                violation_error_message="Работа не может быть и сделана, и остановлена.",
            ),
        ]
        indexes: ClassVar = [models.Index(F("done_at"), F("not_before"), name="job_queue")]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"
