"""Addresses: each domain under its own word."""

from django.urls import include, path

handler400 = "mentoring.ui.errors.bad_request"
handler403 = "mentoring.ui.errors.permission_denied"
handler404 = "mentoring.ui.errors.page_not_found"
handler429 = "mentoring.accounts.views.signin.too_many"
handler500 = "mentoring.ui.errors.server_error"

urlpatterns = [
    path("", include("mentoring.workspace.urls")),
    path("", include("mentoring.ui.urls")),
    path("", include("mentoring.accounts.signin_urls")),
    path("", include("mentoring.accounts.urls")),
    path("", include("mentoring.audit.urls")),
    path("", include("mentoring.organizations.urls")),
    path("", include("mentoring.reference.urls")),
    path("", include("mentoring.people.urls")),
    path("", include("mentoring.notifications.urls")),
    path("", include("mentoring.documents.urls")),
    path("staff/", include("mentoring.staff.urls")),
    path("", include("mentoring.matching.urls")),
    path("", include("mentoring.programs.urls")),
]
