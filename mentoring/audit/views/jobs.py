"""Background work: queued, running, failed; a stopped one is repeated."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from mentoring.audit import access
from mentoring.audit.actions import repeat_job
from mentoring.audit.jobs import JobState, job_counts, job_rows, jobs_in
from mentoring.audit.requests import actor_of
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

PAGE_ROWS = 50


@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """Jobs of one state; stopped ones first, because they wait for a person."""
    require(access.can_keep_jobs(actor_of(request)))
    moment = clock.now()
    counts = job_counts(moment)
    state = JobState.of(
        request.GET.get("state", ""), otherwise=JobState.DEAD if counts[JobState.DEAD] else JobState.WAITING
    )
    page = Paginator(jobs_in(state, moment), PAGE_ROWS).get_page(request.GET.get("page"))
    tabs = [
        Link(title=str(each.label), url=f"?state={each.value}", count=counts[each], current=each is state)
        for each in JobState
    ]
    context = {"page": page, "rows": job_rows(list(page)), "tabs": tabs, "state": state}
    return render_page(request, "audit/jobs.html", context)


@require_POST
def job_repeat(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a stopped job into the queue again."""
    actor = actor_of(request)
    require(access.can_keep_jobs(actor))
    repeat_job(job=get_object_or_404(jobs_in(JobState.DEAD, clock.now()), pk=pk), by=actor)
    tell(request, "Работа снова в очереди.")
    return redirect("audit:jobs")
