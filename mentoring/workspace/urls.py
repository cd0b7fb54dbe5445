"""Addresses of the workspace."""

from django.urls import path

from mentoring.workspace.views import home

app_name = "workspace"
urlpatterns = [
    path("", home.home, name="home"),
    path("now/", home.needed, name="needed"),
    path("search/", home.search, name="search"),
]
