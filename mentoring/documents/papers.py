"""From a stored payload to files: requisites are added to its frozen texts, files already made are found again."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from django.conf import settings

from mentoring.core.wording import long_date
from mentoring.documents import storage
from mentoring.documents.addresses import check_address
from mentoring.documents.kinds import PDF_FORM, kind_of
from mentoring.documents.models import Document
from mentoring.documents.rendering.package import FIXED_TIME
from mentoring.documents.rendering.renderer import Renderer, render_pdf

BLANK_NUMBER: Final = "________"
BLANK_DATE: Final = "«____»\u00a0____________\u00a020____\u00a0г."
NAME_LENGTH: Final = 80


def paper_text(document: Document) -> dict[str, object]:
    """The payload with what a person gave the paper: its number and date, blank until then."""
    return {
        **_whole(document.payload),
        "number": document.number or BLANK_NUMBER,
        "date": long_date(document.dated_on) if document.dated_on else BLANK_DATE,
        "check_url": check_address(document),
    }


def _whole(payload: Mapping[str, object]) -> Mapping[str, object]:
    """The frozen texts with what papers of an earlier version do not have: the short name inside a sentence."""
    names = payload.get("letterhead")
    if not isinstance(names, dict) or "genitive" in names:
        return payload
    return {**payload, "letterhead": {**names, "genitive": names["short_name"]}}


def word_of(document: Document, *, renderer: Renderer | None = None) -> bytes:
    """The Word file of a paper: made once for the same texts and the same form."""
    form = kind_of(document.kind).word_form.read_bytes()
    text = paper_text(document)
    place = _place(document, form, text)
    if place.exists():
        return place.read_bytes()
    content = _word(form, text, renderer)
    for older in place.parent.glob(f"{document.public_id}-*.docx"):
        older.unlink(missing_ok=True)
    storage.write_whole(place, content)
    return content


def pdf_of(documents: Sequence[Document]) -> bytes:
    """One PDF of one or many papers, each from a page of its own: printed in one job."""
    return render_pdf(PDF_FORM, [(document.kind, paper_text(document)) for document in documents])


def word_archive(documents: Sequence[Document]) -> bytes:
    """A zip of the Word files."""
    result = io.BytesIO()
    with Renderer() as renderer, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, document in enumerate(documents, start=1):
            name = f"{index:02d} {file_name(document, 'docx')}"
            archive.writestr(zipfile.ZipInfo(name, date_time=FIXED_TIME), word_of(document, renderer=renderer))
    return result.getvalue()


def file_name(document: Document, extension: str) -> str:
    """A name that tells the paper apart in a folder: «Согласие наставника — Петров А. А..docx»."""
    words = document.title + (f" № {document.number}" if document.number else "")
    clean = "".join(letter if letter.isalnum() or letter in " .,—-№()" else " " for letter in words)
    return f"{' '.join(clean.split())[:NAME_LENGTH].strip(' .')}.{extension}"


def _word(form: bytes, text: Mapping[str, object], renderer: Renderer | None) -> bytes:
    if renderer is not None:
        return renderer.docx(form, text)
    with Renderer() as own:
        return own.docx(form, text)


def _place(document: Document, form: bytes, text: Mapping[str, object]) -> Path:
    source = hashlib.sha256(form + json.dumps(text, sort_keys=True, ensure_ascii=False).encode())
    return Path(settings.DATA_DIR) / "papers" / f"{document.public_id}-{source.hexdigest()[:32]}.docx"
