"""State machines as data: verb → {from: to}. The page asks `verbs`, the action says `move`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from mentoring.core.errors import WrongState


class HasState(Protocol):
    """Anything with a state and its Russian label."""

    state: str

    def get_state_display(self) -> str:
        """The state in words."""


@dataclass(frozen=True)
class Machine:
    """A table of transitions; `what` names the thing in the message: «Приказ»."""

    what: str
    table: Mapping[str, Mapping[str, str]]

    def can(self, thing: HasState, verb: str) -> bool:
        """Tell whether the verb is possible in the present state."""
        return thing.state in self.table[verb]

    def verbs(self, thing: HasState) -> list[str]:
        """Verbs that are possible in the present state, in the order of the table."""
        return [verb for verb, moves in self.table.items() if thing.state in moves]

    def sources(self, verb: str) -> frozenset[str]:
        """States from which the verb is possible."""
        return frozenset(self.table[verb])

    def check(self, thing: HasState, verb: str) -> str:
        """The state the verb leads to; raises WrongState when it is not possible now."""
        try:
            return self.table[verb][thing.state]
        except KeyError:
            raise WrongState(
                f"{self.what}: сейчас состояние «{thing.get_state_display()}», это действие уже невозможно. "
                "Обновите страницу, чтобы увидеть, что изменилось."
            ) from None

    def move(self, thing: HasState, verb: str) -> None:
        """Set the next state; the caller saves it. Raises WrongState."""
        thing.state = self.check(thing, verb)
