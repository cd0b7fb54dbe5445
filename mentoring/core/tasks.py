"""Housekeeping of the queue and of used forms."""

from datetime import timedelta

from mentoring.core import clock
from mentoring.core.background import task
from mentoring.core.models import Job, Receipt

KEEP_JOBS = timedelta(days=14)
KEEP_RECEIPTS = timedelta(hours=48)


@task("core.sweep")
def sweep() -> None:
    """Delete finished jobs and used form tokens."""
    moment = clock.now()
    Job.objects.filter(done_at__lt=moment - KEEP_JOBS).delete()
    Receipt.objects.filter(created_at__lt=moment - KEEP_RECEIPTS).delete()
