"""Lists that are taken out of the system leave a trace."""

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.matching import access
from mentoring.organizations.models import Organization


@command
def record_export(*, organization: Organization, what: str, by: Actor) -> None:
    """Write down that a list (needs, mentors, mentorships) is taken out."""
    require(access.can_export(by, organization))
    record(f"matching.{what}.exported", subject=organization, by=by, organization_id=organization.pk)
