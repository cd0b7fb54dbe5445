"""The inbox; addresses that refuse letters."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from mentoring.accounts.models import User
from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.notifications.models import Message
from mentoring.people.models import Person


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What the inbox is narrowed to."""

    words: str = ""
    only_unread: bool = False


def inbox(actor: Actor, narrowed: InboxFilter) -> QuerySet[Message]:
    """The actor's messages, newest first."""
    found = Message.objects.visible_to(actor)
    found = found.unread() if narrowed.only_unread else found
    for word in search_text(narrowed.words).split():
        found = found.filter(search__contains=word)
    return found.order_by("-created_at", "-pk")


def unread_count(actor: Actor) -> int:
    """How many messages the actor has not opened."""
    return Message.objects.visible_to(actor).unread().count() if actor.person_id is not None else 0


def address_refused_at(person: Person) -> datetime | None:
    """Since when letters to this person come back, for her card; None when they do not."""
    user = User.objects.filter(person=person).only("email_refused_at").first()
    return user.email_refused_at if user else None
