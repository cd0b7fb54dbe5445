"""Addresses of organisations, territories and the installation."""

from django.urls import path

from mentoring.organizations.views import card, register, system

app_name = "organizations"
urlpatterns = [
    path("organizations/", register.organization_list, name="organization_list"),
    path("organizations/export/", register.organization_export, name="organization_export"),
    path("organizations/add/", register.organization_add, name="organization_add"),
    path("organizations/own/", card.own, name="own"),
    path("organizations/<uuid:public_id>/", card.organization_detail, name="organization_detail"),
    path("organizations/<uuid:public_id>/settings/", card.settings, name="settings"),
    path("organizations/<uuid:public_id>/rename/", card.rename, name="rename"),
    path("organizations/<uuid:public_id>/close/", card.close, name="close"),
    path("organizations/<uuid:public_id>/merge/", card.merge, name="merge"),
    path("territories/", system.territory_list, name="territory_list"),
    path("territories/add/", system.territory_add, name="territory_add"),
    path("territories/<uuid:public_id>/", system.territory_edit, name="territory_edit"),
    path("system/", system.installation, name="installation"),
]
