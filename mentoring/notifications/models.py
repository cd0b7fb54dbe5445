"""Messages to people and the fate of their letters."""

from typing import ClassVar, Self

from django.db import models

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, PersonalField
from mentoring.notifications import access
from mentoring.people.models import Person

MESSAGE = PersonalField(DataClass.WORKING, "сообщить о деле", "год")


class MessageQuerySet(models.QuerySet["Message"]):
    """An inbox."""

    def visible_to(self, actor: Actor) -> Self:
        """Only the actor's own messages."""
        return self.filter(access.visible_messages(actor))

    def unread(self) -> Self:
        """Not yet opened."""
        return self.filter(read_at=None)


class Delivery(models.TextChoices):
    """What became of the letter."""

    INBOX_ONLY = "inbox_only", "только на сайте"
    QUEUED = "queued", "ждёт отправки"
    SENT = "sent", "отправлено"
    REFUSED = "refused", "адрес не принимает писем"
    FAILED = "failed", "не удалось отправить"


class Message(models.Model):
    """One message to one person: what happened, and one link to the thing to do."""

    personal: ClassVar = {"title": MESSAGE, "body": MESSAGE, "search": MESSAGE}
    impersonal: ClassVar = (
        "public_id",
        "url",
        "kind",
        "dedup_key",
        "created_at",
        "read_at",
        "delivery",
        "delivered_at",
    )

    public_id = public_id_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=60)
    title = models.CharField("тема", max_length=200)
    body = models.TextField("текст", blank=True)
    url = models.CharField("адрес", max_length=300, blank=True)
    search = models.TextField(blank=True, editable=False)
    dedup_key = models.CharField(max_length=200, unique=True)
    organization_id = models.BigIntegerField(null=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    read_at = models.DateTimeField(null=True, blank=True)
    delivery = models.CharField(max_length=20, choices=Delivery.choices, default=Delivery.INBOX_ONLY)
    delivered_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "сообщение"
        verbose_name_plural = "сообщения"

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def is_unread(self) -> bool:
        """True until its owner opens it."""
        return self.read_at is None
