"""Files made on the spot and given to the browser as a download, never shown inside a page."""

from datetime import date
from urllib.parse import quote

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, *, name: str, kind: str = XLSX) -> HttpResponse:
    """Give the bytes as a file; the name may be Russian."""
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "no-store",
        },
    )


def dated_name(title: str, day: date) -> str:
    """«Роли 2026-11-23.xlsx»."""
    return f"{title} {day.isoformat()}.xlsx"
