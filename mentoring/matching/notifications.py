"""Messages of this domain. No grounds, no words of requests, no answers of others stand in them."""

from django.urls import reverse

from mentoring.core.wording import sentence
from mentoring.matching.choices import Side
from mentoring.matching.models import Mentorship, Readiness
from mentoring.notifications.actions import notify
from mentoring.people.models import Person
from mentoring.ui.words import initials

ASKED_TITLE = {
    Side.MENTOR: "Готовы ли вы рассмотреть предложение стать наставником?",
    Side.MENTEE: "Готовы ли вы поработать с наставником?",
}
ASKED_BODY = "Это вопрос, а не поручение. Ответить можно «готов(а)» или «сейчас нет», причину писать не нужно."
ANNOUNCED_TITLE = {
    Side.MENTOR: "Вам предлагают стать наставником",
    Side.MENTEE: "Вам предлагают наставника",
}


def asked(readiness: Readiness) -> None:
    """Ask a person whether she is ready."""
    notify(
        person=readiness.person,
        kind="matching.readiness.asked",
        title=ASKED_TITLE[Side(readiness.side)],
        body=f"{readiness.organization.short_name}. {ASKED_BODY}",
        url=reverse("matching:readiness_answer", args=[readiness.public_id]),
        dedup_key=f"matching.readiness.asked:{readiness.pk}:{readiness.asked_on:%Y%m%d}",
        organization_id=readiness.organization_id,
    )


def marked_after_talk(readiness: Readiness) -> None:
    """Tell a person that her answer was recorded after a talk; which answer, she sees on the page."""
    notify(
        person=readiness.person,
        kind="matching.readiness.marked",
        title="Записан ваш ответ после разговора",
        body="Откройте страницу, чтобы увидеть его. Если записано неверно или вы передумали, измените ответ.",
        url=reverse("matching:readiness_answer", args=[readiness.public_id]),
        dedup_key=f"matching.readiness.marked:{readiness.pk}:{readiness.version}",
        organization_id=readiness.organization_id,
    )


def announced_letters(mentorship: Mentorship) -> list[tuple[Person, str, str]]:
    """Who gets what when the pair is announced: person, title, text. The page shows this list before it is sent."""
    mentees = [mentee.person for mentee in mentorship.mentees.all() if mentee.is_live]
    mentor = mentorship.mentor.person
    names = ", ".join(initials(person) for person in mentees)
    side = "Наставляемый" if len(mentees) == 1 else "Наставляемые"
    letters = [(mentor, ANNOUNCED_TITLE[Side.MENTOR], f"{sentence(f'{side}: {names}')} {WHAT_NEXT}")]
    for person in mentees:
        text = f"{sentence(f'Наставник: {initials(mentor)}')} {WHAT_NEXT}"
        letters.append((person, ANNOUNCED_TITLE[Side.MENTEE], text))
    return letters


WHAT_NEXT = (
    "Дальше вы вместе посмотрите проект программы и подпишете согласия; "
    "до приказа каждый может отказаться без объяснений."
)


def announced(mentorship: Mentorship) -> None:
    """Tell the people of a pair about it."""
    for person, title, body in announced_letters(mentorship):
        notify(
            person=person,
            kind="matching.mentorship.announced",
            title=title,
            body=body,
            url=reverse("matching:mentorship_detail", args=[mentorship.public_id]),
            dedup_key=f"matching.mentorship.announced:{mentorship.pk}:{person.pk}",
            organization_id=mentorship.organization_id,
        )


def cancelled(mentorship: Mentorship) -> None:
    """Tell the people of an announced pair that it will not be, without a reason."""
    people = [mentorship.mentor.person, *(mentee.person for mentee in mentorship.mentees.all())]
    for person in people:
        notify(
            person=person,
            kind="matching.mentorship.cancelled",
            title="Пара не состоится",
            body="Решение о паре отменено до приказа. О готовности к другой паре спросят заново.",
            url="",
            dedup_key=f"matching.mentorship.cancelled:{mentorship.pk}:{person.pk}",
            organization_id=mentorship.organization_id,
        )
