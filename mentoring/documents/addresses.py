"""Where the QR code of a paper leads."""

from django.conf import settings
from django.urls import reverse

from mentoring.documents.models import Document


def check_address(document: Document) -> str:
    """The address behind the QR code of a paper."""
    return str(settings.PUBLIC_BASE_URL) + reverse("documents:check", args=[document.check_token])
