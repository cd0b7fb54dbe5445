"""Events and looks."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from mentoring.audit import access
from mentoring.core.actor import Actor


class EventQuerySet(models.QuerySet["Event"]):
    """The journal as its readers see it."""

    def visible_to(self, actor: Actor) -> Self:
        """Only events that the actor may read."""
        return self.filter(access.visible_events(actor))

    def done_by(self, actor: Actor) -> Self:
        """What the actor did; empty for who is nobody."""
        return self.filter(actor_person_id__in=actor.own_ids)


class ViewLogQuerySet(models.QuerySet["ViewLog"]):
    """Looks as the person who was looked at sees them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only looks at the actor."""
        return self.filter(access.visible_looks(actor))


class Event(models.Model):
    """One thing done; `subject_*` names the thing without a foreign key, so that a trace never blocks a deletion."""

    happened_at = models.DateTimeField(auto_now_add=True, db_index=True)
    name = models.CharField(max_length=120)
    actor_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    actor_person_id = models.BigIntegerField(null=True)
    actor_system = models.CharField(max_length=60, blank=True)
    organization_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    fields = models.JSONField(default=list)
    restricted = models.BooleanField(default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject_type", "subject_id", "happened_at"], name="event_subject")]

    def __str__(self) -> str:
        return f"{self.name} {self.subject_type}#{self.subject_id}"


class ViewLog(models.Model):
    """Who looked at whose data: one row per viewer, subject and day."""

    viewer_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    viewer_person_id = models.BigIntegerField(null=True)
    subject_person_id = models.BigIntegerField(db_index=True)
    what = models.CharField(max_length=60)
    day = models.DateField()

    objects = ViewLogQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["viewer_user", "subject_person_id", "what", "day"],
                name="view_once_a_day",
                violation_error_message="Просмотр уже записан.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewer_user_id} → {self.subject_person_id} {self.day}"
