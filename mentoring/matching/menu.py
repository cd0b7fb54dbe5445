"""Items of the menu: needs, mentors, pairs for who leads; her own pages for a teacher; the curator's journal."""

from mentoring.core.actor import Actor
from mentoring.matching import access
from mentoring.matching.models import Need
from mentoring.ui.menu import MenuItem


def sees_needs(actor: Actor) -> bool:
    """Who leads or advises an organisation."""
    return actor.has_role(*access.SEES_NEEDS)


def sees_pairs(actor: Actor) -> bool:
    """Who leads, advises or keeps papers; a teacher sees her own pairs."""
    return actor.person_id is not None


def keeps_journal(actor: Actor) -> bool:
    """The curator."""
    return actor.has_role(*access.KEEPS_JOURNAL)


def teaches(actor: Actor) -> bool:
    """A person without a leading post; who leads opens her own pages from «Моя готовность»."""
    return actor.person_id is not None and not actor.has_role(*access.LEADERS)


def waiting_count(actor: Actor) -> int | None:
    """How many wait for a mentor in the organisations the actor leads or advises."""
    led = Need.objects.waiting().filter(organization_id__in=actor.organizations_as(*access.SEES_NEEDS))
    return led.count() or None


ITEMS = {
    "matching.needs": MenuItem(
        title="Кому нужен наставник",
        short="Кому нужен",
        url_name="matching:need_list",
        icon="user-search",
        order=30,
        is_shown=sees_needs,
        count=waiting_count,
    ),
    "matching.mentors": MenuItem(
        title="Наставники", url_name="matching:mentor_list", icon="graduation-cap", order=40, is_shown=sees_needs
    ),
    "matching.pairs": MenuItem(
        title="Пары", url_name="matching:mentorship_list", icon="users", order=50, is_shown=sees_pairs
    ),
    "matching.request": MenuItem(
        title="Мой запрос", url_name="matching:own_request", icon="message-circle", order=80, is_shown=teaches
    ),
    "matching.readiness": MenuItem(
        title="Моя готовность",
        short="Готовность",
        url_name="matching:readiness_list",
        icon="check-check",
        order=82,
        is_shown=teaches,
    ),
    "matching.restricted": MenuItem(
        title="Закрытый журнал",
        url_name="matching:restricted_journal",
        icon="lock",
        order=220,
        group="Порядок",
        is_shown=keeps_journal,
    ),
}
