"""Ties: who may see whose card because they work together."""

from datetime import date

from mentoring.accounts.models import UserTie
from mentoring.audit.journal import record
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.people.models import Person


@command
def tie(
    *,
    viewer: Person,
    subject: Person,
    kind: str,
    source: str,
    valid_from: date,
    valid_until: date | None = None,
    by: Actor,
) -> UserTie:
    """Let the viewer see the subject's card; `source` names what brings them together: «matching.mentorship:17».

    The rule stands in the calling action. Tying again by the same source moves the dates.
    """
    made, _ = UserTie.objects.update_or_create(
        viewer=viewer,
        subject=subject,
        kind=kind,
        source=source,
        defaults={"valid_from": valid_from, "valid_until": valid_until},
    )
    record("accounts.tie.made", subject=made, by=by, person_id=subject.pk, fields=[kind])
    return made


@command
def untie(*, source: str, last_day: date, by: Actor) -> int:
    """End all ties of a source after its last day; the number of ties ended. A tie that has not begun disappears."""
    ties = UserTie.objects.filter(source=source)
    ties.filter(valid_from__gt=last_day).delete()
    open_ties = ties.exclude(valid_until__lte=last_day)
    for ended in open_ties.select_for_update():
        record("accounts.tie.ended", subject=ended, by=by, person_id=ended.subject_id, fields=[ended.kind])
    return open_ties.update(valid_until=last_day)
