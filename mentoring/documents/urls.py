"""Addresses of papers, files, local acts and of the page behind a QR code."""

from django.urls import path

from mentoring.documents.views import acts, check, downloads, papers, register, signing

app_name = "documents"
urlpatterns = [
    path("documents/", register.document_list, name="document_list"),
    path("documents/export/", register.export, name="document_export"),
    path("documents/chosen/", register.chosen, name="document_chosen"),
    path("documents/signing/", signing.signing, name="signing"),
    path("documents/<uuid:public_id>/", papers.document_detail, name="document_detail"),
    path("documents/<uuid:public_id>/number/", papers.number, name="document_number"),
    path("documents/<uuid:public_id>/sign/", papers.sign, name="document_sign"),
    path("documents/<uuid:public_id>/scan/", papers.scan, name="document_scan"),
    path("documents/<uuid:public_id>/printed/", papers.printed, name="document_printed"),
    path("documents/<uuid:public_id>/acquaint/", papers.acquaint, name="document_acquaint"),
    path("documents/<uuid:public_id>/cancel/", papers.cancel, name="document_cancel"),
    path("documents/<uuid:public_id>/word/", downloads.word, name="document_word"),
    path("documents/<uuid:public_id>/pdf/", downloads.pdf, name="document_pdf"),
    path("files/<uuid:public_id>/", downloads.file, name="file"),
    path("acts/", acts.act_list, name="act_list"),
    path("acts/add/", acts.act_add, name="act_add"),
    path("acts/<uuid:public_id>/", acts.act_change, name="act_change"),
    path("acts/<uuid:public_id>/end/", acts.act_end, name="act_end"),
    path("check/<str:token>/", check.check, name="check"),
]
