"""One letter to one address: sent, refused for good, or worth another try."""

import smtplib
from enum import StrEnum

from django.conf import settings
from django.core.mail import EmailMessage

REFUSED_FOR_GOOD = range(500, 600)


class Sent(StrEnum):
    """What became of a letter."""

    SENT = "sent"
    REFUSED = "refused"


def is_mail_configured() -> bool:
    """False when the installation has no mail server: people are told on the site only."""
    return bool(settings.EMAIL_HOST)


def send_letter(*, to: str, subject: str, body: str, key: str) -> Sent:
    """Send a plain letter; `key` makes a repeated letter recognisable to mail programs.

    An address refused with a 5xx answer is an outcome; anything else rises, so that the queue tries again.
    """
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    letter = EmailMessage(subject=subject, body=body, to=[to], headers={"Message-ID": f"<{key}@{host}>"})
    try:
        letter.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        if codes and all(code in REFUSED_FOR_GOOD for code in codes):
            return Sent.REFUSED
        raise
    return Sent.SENT
