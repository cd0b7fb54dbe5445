"""Take the scan out of a form."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mentoring.core.actor import Actor
from mentoring.documents.actions import Upload, store_file
from mentoring.documents.models import File
from mentoring.organizations.models import Organization


def scan_of(form: forms.Form, *, organization: Organization, by: Actor) -> File | None:
    """Keep the scan that came with the form; None when there was none. Raises UnfitFile."""
    upload = form.cleaned_data.get("scan")
    if not isinstance(upload, UploadedFile):
        return None
    return store_file(organization=organization, upload=Upload(upload.name or "", upload.read()), by=by)
