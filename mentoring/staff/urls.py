"""Addresses of the staff."""

from datetime import date

from django.urls import path, register_converter

from mentoring.staff.views import adding, basis, cards, editing, listing, plans, uploads


class DayConverter:
    """A day in an address: 2026-09-01."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read the day; ValueError means that there is no such address."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


register_converter(DayConverter, "day")

app_name = "staff"
urlpatterns = [
    path("", listing.employment_list, name="employment_list"),
    path("export/", listing.employment_export, name="employment_export"),
    path("add/", adding.employment_add, name="employment_add"),
    path("add/gender/", adding.gender_guess, name="gender_guess"),
    path("basis/", basis.basis, name="basis"),
    path("basis/end/", basis.basis_end, name="basis_end"),
    path("basis/paper/", basis.basis_paper, name="basis_paper"),
    path("imports/", uploads.import_list, name="import_list"),
    path("imports/new/", uploads.import_upload, name="import_upload"),
    path("imports/template/", uploads.import_template, name="import_template"),
    path("imports/<uuid:public_id>/", plans.import_detail, name="import_detail"),
    path("imports/<uuid:public_id>/progress/", uploads.import_progress, name="import_progress"),
    path("imports/<uuid:public_id>/columns/", plans.import_columns, name="import_columns"),
    path("imports/<uuid:public_id>/choices/", plans.import_choices, name="import_choices"),
    path("imports/<uuid:public_id>/apply/", plans.import_apply, name="import_apply"),
    path("imports/<uuid:public_id>/undo/", plans.import_undo, name="import_undo"),
    path("imports/<uuid:public_id>/drop/", plans.import_drop, name="import_drop"),
    path("imports/<uuid:public_id>/settle/", plans.import_settle, name="import_settle"),
    path("imports/<uuid:public_id>/bad-rows/", plans.import_bad_rows, name="import_bad_rows"),
    path("<uuid:public_id>/", cards.employment_detail, name="employment_detail"),
    path("<uuid:public_id>/edit/", editing.employment_edit, name="employment_edit"),
    path("<uuid:public_id>/identity/", editing.identity_edit, name="identity_edit"),
    path("<uuid:public_id>/position/", editing.position_change, name="position_change"),
    path("<uuid:public_id>/break/", editing.break_add, name="break_add"),
    path("<uuid:public_id>/break/<day:since>/end/", editing.break_end, name="break_end"),
    path("<uuid:public_id>/break/<day:since>/remove/", cards.break_remove, name="break_remove"),
    path("<uuid:public_id>/dismiss/", editing.dismissal, name="dismissal"),
    path("<uuid:public_id>/dismiss/undo/", cards.dismissal_undo, name="dismissal_undo"),
    path("<uuid:public_id>/remove/", cards.employment_remove, name="employment_remove"),
    path("<uuid:public_id>/keep/", cards.employment_keep, name="employment_keep"),
]
