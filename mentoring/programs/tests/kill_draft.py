"""An order on four pairs is drafted; for kill -9."""

from mentoring.organizations.models import Organization
from mentoring.programs.actions import draft_pair_order
from mentoring.programs.models import Program
from mentoring.programs.tests import kill_state
from mentoring.programs.tests.factories import TODAY, signed
from mentoring.programs.tests.kill_state import state

__all__ = ["act", "prepare", "state"]


def prepare() -> None:
    """Everything is signed."""
    for case in kill_state.cases():
        signed(case)


def act() -> None:
    """Draft the order."""
    draft_pair_order(
        organization=Organization.objects.order_by("pk")[0],
        programs=list(Program.objects.all()),
        today=TODAY,
        by=kill_state.office(),
    )
