"""Addresses of names."""

from django.urls import path

from mentoring.people.views import names

app_name = "people"
urlpatterns = [
    path("people/<uuid:public_id>/names/", names.case_forms, name="case_forms"),
    path("people/<uuid:public_id>/names/reset/", names.reset, name="reset_case_forms"),
    path("people/<uuid:public_id>/rename/", names.rename, name="rename"),
]
