"""Addresses of the design system."""

from django.urls import path

from mentoring.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/<slug:version>.css", views.styles, name="styles"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/options/", views.gallery_options, name="gallery_options"),
    path("gallery/<slug:section>/", views.gallery_section, name="gallery_section"),
]
