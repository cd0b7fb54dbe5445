"""What higher domains do for this one: bring a person the word that something changed in her access."""

from collections.abc import Callable
from dataclasses import dataclass

from mentoring.core.registry import Registry
from mentoring.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNews:
    """What changed in a person's access; `key` makes a repeated word one word."""

    person: Person
    kind: str
    title: str
    body: str
    url: str
    key: str
    organization_id: int | None = None


messengers: Registry[Callable[[AccessNews], None]] = Registry("who tells people about their access")


def tell_person(news: AccessNews) -> None:
    """Give the news to every registered messenger, in the caller's transaction."""
    for messenger in messengers.values():
        messenger(news)
