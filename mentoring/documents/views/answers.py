"""How files leave the system: as attachments that no browser runs."""

from urllib.parse import quote

from django.http import HttpResponse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
ZIP = "application/zip"
SANDBOX = "sandbox; default-src 'none'"


def attachment(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """Answer with a file that is saved, never shown or run on this site."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
