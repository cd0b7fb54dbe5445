"""People leave the system as a table only for a named purpose and with a trace."""

from collections.abc import Collection

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization
from mentoring.staff import access
from mentoring.staff.choices import ExportPurpose

EXPORT_MOST_ROWS = 500  # matrix row 37


@command
def export_list(
    *, organization: Organization, purpose: ExportPurpose, employment_ids: Collection[int], by: Actor
) -> None:
    """Write down that the list is taken out and what for; raises Refusal for too many people at once."""
    require(access.can_keep_staff(by, organization))
    if len(employment_ids) > EXPORT_MOST_ROWS:
        raise Refusal(
            f"За один раз выгружают не больше {EXPORT_MOST_ROWS} человек: сузьте список условиями и повторите."
        )
    record(f"staff.list.exported.{purpose}", subject=organization, by=by, organization_id=organization.pk)
