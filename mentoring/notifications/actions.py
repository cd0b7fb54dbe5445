"""Tell a person something: a message in the inbox and, where there is mail, a letter from the queue."""

from typing import Final

from mentoring.accounts.models import User
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.background import run_later
from mentoring.core.command import command
from mentoring.core.mail import is_mail_configured
from mentoring.core.wording import search_text
from mentoring.notifications.models import Delivery, Message
from mentoring.people.models import Person

TITLE_LIMIT: Final = 200


def notify(
    *,
    person: Person,
    kind: str,
    title: str,
    body: str = "",
    url: str = "",
    dedup_key: str,
    organization_id: int | None = None,
) -> Message:
    """Write a message in the caller's transaction and queue its letter; the same `dedup_key` is one message for ever.

    `url` is a path on this site. The text goes by mail: no difficulties, assessments or other delicate data in it.
    """
    message, created = Message.objects.get_or_create(
        dedup_key=dedup_key,
        defaults={
            "person": person,
            "kind": kind,
            "title": title[:TITLE_LIMIT],
            "body": body,
            "url": url,
            "search": search_text(title, body),
            "organization_id": organization_id,
            "delivery": Delivery.QUEUED if _has_address(person) else Delivery.INBOX_ONLY,
        },
    )
    if created and message.delivery == Delivery.QUEUED:
        run_later("notifications.mail", dedup_key=f"notifications.mail:{message.pk}", message_id=message.pk)
    return message


@command
def mark_read(*, message: Message, by: Actor) -> None:
    """Note that the owner opened the message."""
    Message.objects.visible_to(by).unread().filter(pk=message.pk).update(read_at=clock.now())


@command
def mark_all_read(*, by: Actor) -> int:
    """Note that the owner has seen everything; the number of messages."""
    return Message.objects.visible_to(by).unread().update(read_at=clock.now())


def _has_address(person: Person) -> bool:
    if not is_mail_configured():
        return False
    users = User.objects.filter(person=person, is_active=True, email_refused_at=None)
    return users.exclude(email="").exists()
