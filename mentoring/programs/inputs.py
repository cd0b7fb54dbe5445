"""What people type into a programme, as its operations take it."""

from dataclasses import dataclass
from datetime import date

from mentoring.programs.choices import AimedAt, Responsible

ITEM_FIELDS = ("title", "aimed_at", "aimed_text", "starts_on", "due_on", "responsible", "result")
GOAL_FIELDS = ("text", "measure")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemInput:
    """A мероприятие as people write it."""

    title: str
    aimed_text: str
    due_on: date
    aimed_at: str = AimedAt.DIFFICULTY
    starts_on: date | None = None
    responsible: str = Responsible.BOTH
    result: str = ""
    activity_code: str = ""

    def values(self) -> dict[str, object]:
        """Field by field, as the line keeps them."""
        return {name: getattr(self, name) for name in ITEM_FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalInput:
    """A goal as people write it."""

    text: str
    measure: str = ""
