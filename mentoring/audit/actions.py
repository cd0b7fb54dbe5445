"""Repeat background work that stopped; note that the journal was taken out."""

from django.db import models

from mentoring.audit import access
from mentoring.audit.journal import record
from mentoring.core import background
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import WrongState
from mentoring.core.models import Job


@command
def repeat_job(*, job: Job, by: Actor) -> Job:
    """Give a stopped job another row of attempts."""
    require(access.can_keep_jobs(by))
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.dead_at is None:
        raise WrongState("Эта работа не остановлена: она уже сделана или ещё в очереди. Обновите страницу.")
    background.repeat(job)
    record("audit.job.repeated", subject=job, by=by)
    return job


@command
def note_export(*, subject: models.Model, by: Actor) -> None:
    """Write down that the journal was taken out as a spreadsheet."""
    require(access.can_read_journal(by))
    organizations = sorted(by.organization_ids)
    record(
        "audit.journal.exported", subject=subject, by=by, organization_id=organizations[0] if organizations else None
    )
