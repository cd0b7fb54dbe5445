"""«Сейчас нужно» about letters."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.selectors import refused_addresses
from mentoring.core.actor import Actor
from mentoring.notifications.now import NowItem

NAMED = 2


def refused_letters(actor: Actor, today: date) -> Iterable[NowItem]:
    """Addresses of the curator's people that do not take letters: one item for all of them."""
    if not actor.has_role(Role.CURATOR, Role.CLERK):
        return []
    people = list(refused_addresses(actor)[: NAMED + 1])
    if not people:
        return []
    who = ", ".join(str(person) for person in people[:NAMED])
    rest = refused_addresses(actor).count() - NAMED
    return [
        NowItem(
            verb="Исправить почту",
            who=f"{who} и ещё {rest}" if rest > 0 else who,
            reason="Адрес не принимает писем: человек не узнает о делах, пока не зайдёт сюда сам.",
            button="Показать",
            url=reverse("accounts:people_list") + "?state=refused",
            weight=20,
        )
    ]
