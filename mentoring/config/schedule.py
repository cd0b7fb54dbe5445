"""What happens by itself and how often: one table. Each run is queued once per slot, whatever number of workers ask."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.core import background


@dataclass(frozen=True, slots=True)
class Periodic:
    """A background task and the length of its slot."""

    task: str
    every: timedelta


TABLE: tuple[Periodic, ...] = (
    Periodic("core.sweep", timedelta(hours=1)),
    Periodic("documents.sweep", timedelta(days=1)),
    Periodic("staff.sweep", timedelta(days=1)),
    Periodic("programs.turn", timedelta(hours=1)),
)


def queue_due(moment: datetime) -> int:
    """Queue what is due in the present slots; the number of rows of the table looked at."""
    for periodic in TABLE:
        slot = int(moment.timestamp() // periodic.every.total_seconds())
        background.run_later(periodic.task, dedup_key=f"schedule:{periodic.task}:{slot}")
    return len(TABLE)
