"""What waits for its day, and where."""

from django.db.models import QuerySet

from mentoring.documents.choices import DocumentState
from mentoring.matching.models import Mentorship
from mentoring.organizations.models import Organization
from mentoring.programs.choices import UNDER_ORDER, OrderKind, ProgramState
from mentoring.programs.models import OrderLine, Program


def is_under_order(mentorship: Mentorship) -> bool:
    """Tell whether a signed order names the pair, begun or not."""
    return Program.objects.filter(mentorship=mentorship, state__in=UNDER_ORDER).exists()


def organizations_to_turn() -> QuerySet[Organization]:
    """Where an approved programme has not begun, or a signed order on the end has not come to its day."""
    coming = Program.objects.filter(state=ProgramState.APPROVED)
    ending = OrderLine.objects.filter(
        kind=OrderKind.END, is_live=True, document__state=DocumentState.SIGNED, program__state=ProgramState.RUNNING
    )
    waiting = Organization.objects.filter(pk__in=coming.values("organization_id"))
    waiting |= Organization.objects.filter(pk__in=ending.values("program__organization_id"))
    return waiting.order_by("pk")
