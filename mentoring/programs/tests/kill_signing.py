"""Twenty papers of four pairs are marked signed with one date; for kill -9."""

from mentoring.organizations.models import Organization
from mentoring.programs.actions import mark_signed
from mentoring.programs.models import Consent
from mentoring.programs.tests import kill_state
from mentoring.programs.tests.factories import TODAY, prepared
from mentoring.programs.tests.kill_state import state

__all__ = ["act", "prepare", "state"]


def prepare() -> None:
    """Papers wait for signatures."""
    for case in kill_state.cases():
        prepared(case)


def act() -> None:
    """Mark everything."""
    mark_signed(
        organization=Organization.objects.order_by("pk")[0],
        consents=list(Consent.objects.all()),
        signed_on=TODAY,
        first_number="1",
        today=TODAY,
        by=kill_state.office(),
    )
