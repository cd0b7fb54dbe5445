"""Addresses of the journal and of background work."""

from django.urls import path

from mentoring.audit.views import jobs, journal

app_name = "audit"
urlpatterns = [
    path("journal/", journal.journal, name="journal"),
    path("journal/export/", journal.journal_export, name="journal_export"),
    path("journal/mine/", journal.mine, name="mine"),
    path("journal/looks/", journal.looks, name="looks"),
    path("system/jobs/", jobs.job_list, name="jobs"),
    path("system/jobs/<int:pk>/repeat/", jobs.job_repeat, name="job_repeat"),
]
