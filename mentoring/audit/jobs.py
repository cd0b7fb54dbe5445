"""Background work in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet, TextChoices

from mentoring.core.models import Job

TITLES: Final = {
    "accounts.mail_reset": "Письмо со ссылкой для нового пароля",
    "core.sweep": "Уборка очереди",
    "notifications.mail": "Письмо о деле",
    "organizations.use_names": "Новое наименование вступает в силу",
    "documents.render": "Документ готовится",
    "documents.sweep": "Уборка файлов, которые никуда не приложили",
    "programs.turn": "Программы начинаются и заканчиваются в свой день",
    "programs.turn_day": "Программы одной организации начинаются и заканчиваются",
    "staff.plan_import": "Список педагогов разбирается",
    "staff.remove_file": "Загруженный файл удаляется",
    "staff.sweep": "Уборка загруженных списков",
}


class JobState(TextChoices):
    """Where a job is."""

    DEAD = "dead", "Остановились"
    RUNNING = "running", "Идут"
    WAITING = "waiting", "Ждут"
    DONE = "done", "Сделаны"

    @classmethod
    def of(cls, text: str, *, otherwise: "JobState") -> "JobState":
        """The state of this name, or the other one."""
        return cls(text) if text in cls.values else otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """One job in words; what it works on is not shown."""

    pk: int
    title: str
    name: str
    attempts: int
    created_at: datetime
    next_at: datetime | None
    ended_at: datetime | None
    error: str


def jobs_in(state: JobState, moment: datetime) -> QuerySet[Job]:
    """Jobs of this state, those first that a person needs first."""
    if state is JobState.DEAD:
        return Job.objects.given_up().order_by("-dead_at", "-pk")
    if state is JobState.DONE:
        return Job.objects.exclude(done_at=None).order_by("-done_at", "-pk")
    running = Q(lease_until__gt=moment)
    waiting = Job.objects.waiting().filter(running if state is JobState.RUNNING else ~running | Q(lease_until=None))
    return waiting.order_by("not_before", "pk")


def job_counts(moment: datetime) -> dict[JobState, int]:
    """How many there are of each state."""
    return {state: jobs_in(state, moment).count() for state in JobState}


def job_rows(jobs: Sequence[Job]) -> list[JobRow]:
    """Jobs as the page shows them."""
    return [
        JobRow(
            pk=job.pk,
            title=TITLES.get(job.name, job.name),
            name=job.name,
            attempts=job.attempts,
            created_at=job.created_at,
            next_at=None if job.done_at or job.dead_at else job.not_before,
            ended_at=job.done_at or job.dead_at,
            error=job.error,
        )
        for job in jobs
    ]
