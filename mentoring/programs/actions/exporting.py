"""Exports leave a trace."""

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.organizations.models import Organization
from mentoring.programs import access


@command
def record_export(*, organization: Organization, by: Actor) -> None:
    """Write down that the list of programmes was taken out."""
    require(access.can_lead(by, organization))
    record("programs.programs.exported", subject=organization, by=by, organization_id=organization.pk)
