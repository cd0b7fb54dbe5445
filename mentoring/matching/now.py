"""«Сейчас нужно» of matching. A «нет» is never an item here: items would tell it by coming or going."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.wording import by_gender, counted, long_date, plural, school_year_label
from mentoring.matching import access
from mentoring.matching.choices import MentorshipState, MentorState, ReadinessState, Side, Source
from mentoring.matching.models import Mentor, Mentorship, Readiness
from mentoring.matching.notifications import ASKED_TITLE
from mentoring.matching.selectors.choosing import waiting_needs
from mentoring.matching.selectors.leaving import leaving_pairs
from mentoring.matching.selectors.needs import undecided_count, update_card
from mentoring.notifications.now import NowItem
from mentoring.organizations.models import Organization
from mentoring.staff.models import Employment
from mentoring.ui.words import initials


def for_leaders(actor: Actor, today: date) -> Iterable[NowItem]:
    """What waits for the curator or the head in each organisation she leads."""
    ids = actor.organizations_as(*access.LEADERS)
    for organization in Organization.objects.filter(pk__in=ids).educational().with_territory().order_by("pk"):
        query = f"?organization={organization.public_id}" if len(ids) > 1 else ""
        yield from _update(organization, query, today)
        yield from _waiting(actor, organization, query)
        yield from _wishes(organization, query)
        yield from _proposed(organization, query)
        yield from _untold(organization, query)
        yield from _left(organization)


def for_teachers(actor: Actor, today: date) -> Iterable[NowItem]:
    """Questions that wait for the actor's own answer."""
    asked = Readiness.objects.visible_to(actor).filter(person_id__in=actor.own_ids, state=ReadinessState.ASKED)
    for question in asked.select_related("organization").order_by("asked_on", "pk"):
        yield NowItem(
            verb="Ответить",
            who=question.organization.short_name,
            reason=ASKED_TITLE[Side(question.side)],
            button="Ответить",
            url=reverse("matching:readiness_answer", args=[question.public_id]),
            weight=70,
        )


def _update(organization: Organization, query: str, today: date) -> Iterable[NowItem]:
    undecided = undecided_count(organization, day=today)
    update = update_card(organization, day=today, undecided=undecided)
    url = reverse("matching:need_list") + query
    year = school_year_label(update.school_year)
    if undecided:
        due = update.due_on if update.completed_on is None else None
        yield NowItem(
            verb="Решить, кому нужен наставник",
            who=counted(undecided, "педагог", "педагога", "педагогов"),
            reason=f"список за {year}",
            button="Открыть список",
            url=url,
            due=due,
            weight=65,
        )
    elif update.completed_on is None and Employment.objects.filter(organization=organization).exists():
        yield NowItem(
            verb="Подтвердить список",
            who=organization.short_name,
            reason=f"кому нужен наставник, {year}",
            button="Подтвердить",
            url=url,
            due=update.due_on,
            weight=55,
        )


def _waiting(actor: Actor, organization: Organization, query: str) -> Iterable[NowItem]:
    waiting = waiting_needs(actor, organization)
    if not waiting:
        return
    longest = waiting[0]
    rest = len(waiting) - 1
    more = f" и ещё {counted(rest, 'человек', 'человека', 'человек')}" if rest else ""
    yield NowItem(
        verb="Выбрать наставника" if not rest else "Выбрать наставников",
        who=f"{longest.person}{more}",
        reason="потребность подтверждена, пары ещё нет",
        button="Выбрать",
        url=reverse("matching:choose_all") + query,
        weight=60,
    )


def _wishes(organization: Organization, query: str) -> Iterable[NowItem]:
    """Who asked herself: her wish waits for the curator's word."""
    wishes = Mentor.objects.filter(organization=organization, state=MentorState.CANDIDATE, source=Source.SELF).count()
    if wishes:
        people = counted(wishes, "педагог", "педагога", "педагогов")
        yield NowItem(
            verb="Включить в банк",
            who=people,
            reason=plural(wishes, "хочет быть наставником", "хотят быть наставниками", "хотят быть наставниками"),
            button="Открыть кандидатов",
            url=_with(reverse("matching:mentor_list") + query, f"state={MentorState.CANDIDATE}"),
            weight=45,
        )


def _proposed(organization: Organization, query: str) -> Iterable[NowItem]:
    proposed = Mentorship.objects.filter(organization=organization, state=MentorshipState.PROPOSED).count()
    if proposed:
        yield NowItem(
            verb="Записать решение",
            who=counted(proposed, "пара", "пары", "пар"),
            reason=plural(proposed, "предложена совету", "предложены совету", "предложено совету"),
            button="Записать",
            url=reverse("matching:mentorship_decide") + query,
            weight=58,
        )


def _untold(organization: Organization, query: str) -> Iterable[NowItem]:
    untold = Mentorship.objects.filter(
        organization=organization, state=MentorshipState.RECOMMENDED, announced_at=None
    ).count()
    if untold:
        yield NowItem(
            verb="Сообщить участникам",
            who=counted(untold, "пара", "пары", "пар"),
            reason="решение принято, люди о нём не знают",
            button="Посмотреть, кому что уйдёт",
            url=reverse("matching:mentorship_announce") + query,
            weight=62,
        )


def _left(organization: Organization) -> Iterable[NowItem]:
    """Who stands in a live pair and is dismissed: the pair goes on in every paper until somebody ends it."""
    for one in leaving_pairs(organization):
        gone = by_gender(one.person.gender, "уволен", "уволена") if one.person.gender else "уволен(а)"
        yield NowItem(
            verb="Прекратить пару",
            who=initials(one.person),
            reason=f"{gone} с {long_date(one.last_day)}, пара ещё не прекращена",
            button="Открыть пару",
            url=reverse("matching:mentorship_detail", args=[one.mentorship.public_id]),
            weight=75,
        )


def _with(url: str, condition: str) -> str:
    return f"{url}&{condition}" if "?" in url else f"{url}?{condition}"
