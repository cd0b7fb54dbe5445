"""Small words of the tests of pages."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mentoring.documents.tests.factories import PDF_BYTES


def card(document, name="document_detail"):
    """An address of a paper."""
    return reverse(f"documents:{name}", args=[document.public_id])


def scan():
    """A scan as a browser sends it."""
    return SimpleUploadedFile("скан.pdf", PDF_BYTES, content_type="application/pdf")


def text(response):
    """The page as a person reads it."""
    return response.content.decode().replace("\u00a0", " ")
