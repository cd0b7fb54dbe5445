"""Addresses of the books."""

from django.urls import path

from mentoring.reference import views

app_name = "reference"
urlpatterns = [
    path("reference/", views.book_list, name="book_list"),
    path("reference/<slug:name>/", views.book_detail, name="book_detail"),
]
