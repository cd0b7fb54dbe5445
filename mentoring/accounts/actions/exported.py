"""Exports leave a trace."""

from mentoring.accounts.models import User
from mentoring.audit.journal import record
from mentoring.core.actor import Actor
from mentoring.core.command import command


@command
def note_export(*, user: User, event: str, by: Actor) -> None:
    """Write into the journal that a list was taken out."""
    organizations = sorted(by.organization_ids)
    record(event, subject=user, by=by, organization_id=organizations[0] if organizations else None)
