"""Tables of transitions."""

from dataclasses import dataclass

import pytest

from mentoring.core.errors import WrongState
from mentoring.core.states import Machine


@dataclass
class Lamp:
    state: str = "off"

    def get_state_display(self) -> str:
        return {"off": "выключена", "on": "включена"}[self.state]


LAMP = Machine("Лампа", {"light": {"off": "on"}, "put_out": {"on": "off"}})


def test_a_verb_moves_to_the_next_state() -> None:
    lamp = Lamp()

    LAMP.move(lamp, "light")

    assert lamp.state == "on"
    assert LAMP.verbs(lamp) == ["put_out"]


def test_a_verb_out_of_turn_says_the_present_state() -> None:
    lamp = Lamp("on")

    with pytest.raises(WrongState, match="Лампа: сейчас состояние «включена»"):
        LAMP.move(lamp, "light")

    assert lamp.state == "on"
