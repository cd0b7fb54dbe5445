"""Letters: each message at most one, sent with the rights and the address of the moment."""

from django.conf import settings

from mentoring.accounts.models import User
from mentoring.core import clock
from mentoring.core.background import task
from mentoring.core.mail import Sent, is_mail_configured, send_letter
from mentoring.notifications.models import Delivery, Message

FOOTER = "Это письмо отправлено системой «Наставничество». Отвечать на него не нужно."


@task("notifications.mail")
def mail(message_id: int) -> None:
    """Send the letter of a message; a refused address is remembered, a failed sending is tried again."""
    message = Message.objects.select_related("person").get(pk=message_id)
    if message.delivery in (Delivery.SENT, Delivery.REFUSED):
        return
    user = User.objects.filter(person_id=message.person_id, is_active=True, email_refused_at=None).first()
    if user is None or not user.email or not is_mail_configured():
        _note(message, Delivery.INBOX_ONLY)
        return
    try:
        outcome = send_letter(
            to=user.email, subject=message.title, body=_text(message), key=f"message-{message.public_id}"
        )
    except OSError:
        _note(message, Delivery.FAILED)
        raise
    if outcome is Sent.REFUSED:
        User.objects.filter(pk=user.pk).update(email_refused_at=clock.now())
    _note(message, Delivery.REFUSED if outcome is Sent.REFUSED else Delivery.SENT)


def _text(message: Message) -> str:
    link = f"{settings.PUBLIC_BASE_URL}{message.url}" if message.url else ""
    return "\n\n".join(part for part in (message.body, link, FOOTER) if part)


def _note(message: Message, delivery: str) -> None:
    Message.objects.filter(pk=message.pk).update(delivery=delivery, delivered_at=clock.now())
