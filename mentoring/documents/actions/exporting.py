"""An export leaves a trace."""

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.documents import access
from mentoring.organizations.models import Organization


@command
def record_export(*, organization: Organization, by: Actor) -> None:
    """Write down that the register of the organisation was taken out."""
    require(access.can_keep_papers(by, organization))
    record("documents.register.exported", subject=organization, by=by, organization_id=organization.pk)
