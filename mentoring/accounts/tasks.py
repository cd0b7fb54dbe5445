"""Background work of this domain."""

from django.conf import settings
from django.urls import reverse

from mentoring.accounts.actions import issue_reset_link
from mentoring.accounts.models import User
from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.core.background import task
from mentoring.core.mail import Sent, is_mail_configured, send_letter

SUBJECT = "Новый пароль для входа в «Наставничество»"
LETTER = """Здравствуйте!

Кто-то попросил ссылку, чтобы задать новый пароль для входа «{login}».
Откройте её в течение часа:

{url}

Если это были не вы, ничего не делайте: прежний пароль действует.
"""


@task("accounts.mail_reset")
def mail_reset(user_ids: list[int]) -> None:
    """Send each user a link for a new password; the code exists only in the letter."""
    if not is_mail_configured():
        return
    for user in User.objects.filter(pk__in=user_ids, is_active=True).exclude(email=""):
        issued = issue_reset_link(user=user, by=system_actor("accounts"))
        url = settings.PUBLIC_BASE_URL + reverse("accounts:code_link", args=[issued.code])
        text = LETTER.format(login=user.username, url=url)
        key = f"reset-{issued.invitation.pk}"
        if send_letter(to=user.email, subject=SUBJECT, body=text, key=key) is Sent.REFUSED:
            User.objects.filter(pk=user.pk).update(email_refused_at=clock.now())
