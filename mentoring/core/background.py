"""Background work: a table with leases that any number of workers take from, on both engines.

`run_later("documents.render", document_id=…)` writes a row in the caller's transaction; the work is found by name, runs
after the commit, is repeated when it fails and is never lost when its worker is killed. Handlers load by id, call one
action and may be run twice with the same effect.
"""

import logging
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from mentoring.core import clock
from mentoring.core.models import Job
from mentoring.core.registry import Registry

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
MAX_ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=6)

handlers: Registry[Callable[..., None]] = Registry("background work")


def task(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register the function that does the work of this name."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        return handlers.register(name, function)

    return register


def run_later(
    name: str, /, *, dedup_key: str | None = None, not_before: datetime | None = None, **payload: object
) -> Job:
    """Put work into the queue; the same dedup_key is queued once for ever."""
    moment = not_before or clock.now()
    if dedup_key is None:
        return Job.objects.create(name=name, payload=payload, not_before=moment)
    job, _ = Job.objects.get_or_create(
        dedup_key=dedup_key, defaults={"name": name, "payload": payload, "not_before": moment}
    )
    return job


def take_one() -> Job | None:
    """Lease the next due job, or None. Two workers never get the same one."""
    moment = clock.now()
    free = Q(lease_until=None) | Q(lease_until__lt=moment)
    due = Job.objects.waiting().filter(free, not_before__lte=moment).order_by("not_before", "pk")
    for pk in due.values_list("pk", flat=True)[:10]:
        with transaction.atomic():
            taken = (
                Job.objects.waiting().filter(free, pk=pk).update(lease_until=moment + LEASE, attempts=F("attempts") + 1)
            )
        if taken:
            return Job.objects.get(pk=pk)
    return None


def run_one() -> bool:
    """Do one due job; True when there was one."""
    job = take_one()
    if job is None:
        return False
    try:
        handlers[job.name](**job.payload)
    except Exception as error:  # a worker outlives any failure of one job
        _put_back(job, error)
    else:
        Job.objects.filter(pk=job.pk).update(done_at=clock.now(), lease_until=None, error="")
    return True


def drain(limit: int = 10_000) -> int:
    """Do all due jobs now; the number done. For tests, the demo and small commands."""
    done = 0
    while done < limit and run_one():
        done += 1
    return done


def repeat(job: Job) -> None:
    """Give a stopped job another row of attempts (the jobs page)."""
    Job.objects.filter(pk=job.pk).update(dead_at=None, attempts=0, not_before=clock.now(), lease_until=None)


def _put_back(job: Job, error: Exception) -> None:
    """Queue a failed job again after a growing pause, or give it up. The stored words carry no personal data."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = f"{type(error).__name__} at {place.name}:{place.lineno}"
    logger.warning("job failed", extra={"job": job.pk, "job_name": job.name, "error": words})
    moment = clock.now()
    if job.attempts >= MAX_ATTEMPTS:
        Job.objects.filter(pk=job.pk).update(dead_at=moment, lease_until=None, error=words)
        return
    pause = min(FIRST_PAUSE * 2 ** (job.attempts - 1), LONGEST_PAUSE)
    Job.objects.filter(pk=job.pk).update(not_before=moment + pause, lease_until=None, error=words)
