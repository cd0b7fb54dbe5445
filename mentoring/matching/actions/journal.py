"""Opening the restricted journal leaves a trace of its own."""

from collections.abc import Sequence
from datetime import date

from mentoring.audit.journal import looked, record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.matching import access
from mentoring.organizations.models import Organization
from mentoring.people.models import Person


@command
def open_journal(*, organization: Organization, people: Sequence[Person], today: date, by: Actor) -> None:
    """Write down that the curator opened the journal, and whose lines she saw."""
    require(access.can_read_declines(by, organization))
    for person in people:
        looked(by, subject_person_id=person.pk, what="закрытый журнал", day=today)
    record(
        "matching.readiness.journal_opened",
        subject=organization,
        by=by,
        organization_id=organization.pk,
        restricted=True,
    )
