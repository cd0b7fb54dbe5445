"""«Сейчас нужно»: resolvers tell what waits for this actor today; an item vanishes when the thing is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry

AT_MOST = 5


@dataclass(frozen=True, slots=True)
class NowItem:
    """One thing to do: verb, person, reason, date, one button."""

    verb: str
    who: str
    reason: str
    button: str
    url: str
    due: date | None = None
    weight: int = 50

    def is_late(self, today: date) -> bool:
        """True when the date has passed."""
        return self.due is not None and self.due < today


Resolver = Callable[[Actor, date], Iterable[NowItem]]
resolvers: Registry[Resolver] = Registry("«Сейчас нужно»")


def needed_now(actor: Actor, *, today: date) -> list[NowItem]:
    """Everything that waits for the actor: late first, then by weight and date."""
    items = [item for resolver in resolvers.values() for item in resolver(actor, today)]
    return sorted(items, key=lambda item: (not item.is_late(today), -item.weight, item.due or date.max, item.verb))
