"""The worker process: does queued work, and keeps the schedule while it waits."""

import signal
import time
from types import FrameType

import django

PAUSE_SECONDS = 1.0
SCHEDULE_EVERY_SECONDS = 20.0


def main() -> None:
    """Work until told to stop; a job that is being done is finished first."""
    django.setup()
    from django.db import close_old_connections

    from mentoring.config.schedule import queue_due
    from mentoring.core import background, clock

    stop = _Stop()
    next_look = 0.0
    while not stop.asked:
        close_old_connections()
        if time.monotonic() >= next_look:
            queue_due(clock.now())
            next_look = time.monotonic() + SCHEDULE_EVERY_SECONDS
        if not background.run_one():
            time.sleep(PAUSE_SECONDS)


class _Stop:
    """Remembers that the process was asked to end."""

    def __init__(self) -> None:
        self.asked = False
        signal.signal(signal.SIGTERM, self._ask)
        signal.signal(signal.SIGINT, self._ask)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


if __name__ == "__main__":
    main()
