"""An operation that forgot its transaction: kill -9 must be able to catch it half done."""

from mentoring.core.background import run_later
from mentoring.core.models import Job

ROWS = 40


def prepare() -> None:
    """Nothing stands there before."""


def act() -> None:
    """Queue work row by row, each row for itself."""
    for number in range(ROWS):
        run_later("core.sweep", number=number)


def state() -> str:
    """How many rows there are."""
    return str(Job.objects.count())
