"""A scan is told by its content; disguised, broken and greedy files are refused with one sentence."""

import os
import struct
import zlib

import pytest

from mentoring.core.uploads import FILE_MAX_BYTES
from mentoring.documents import storage
from mentoring.documents.rendering.qr import qr_png
from mentoring.documents.rendering.word import blank_png
from mentoring.documents.tests.factories import PDF_BYTES
from mentoring.documents.uploads import JPEG, PDF, PNG, UnfitFile, check_upload, shown_name

JPEG_BYTES = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xda\x00\x0c\x03\x01\x00\xff\xd9"
)


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF_BYTES, PDF),
        (PDF_BYTES + b"\r\n\x00\x00", PDF),
        (qr_png("http://a.ru"), PNG),
        (blank_png(), PNG),
        (JPEG_BYTES, JPEG),
        (JPEG_BYTES + b"SEFT", JPEG),
    ],
    ids=["pdf", "pdf сканера", "png", "png 1×1", "jpg", "jpg телефона"],
)
def test_scans_are_told_by_content(content, kind):
    assert check_upload(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="пустой"),
        pytest.param(b"MZ\x90\x00", id="программа"),
        pytest.param(b"<svg onload=alert(1)>", id="svg"),
        pytest.param(b"<html><script>1</script>", id="html"),
        pytest.param(b"PK\x03\x04", id="архив"),
        pytest.param(b"GIF89a", id="gif"),
        pytest.param(b"\n%PDF-1.4\n%%EOF", id="pdf не с начала"),
        pytest.param(PDF_BYTES + b"<script>alert(1)</script>", id="pdf с хвостом"),
        pytest.param(b"%PDF-1.4\n1 0 obj", id="обрезанный pdf"),
        pytest.param(blank_png() + b"<script>", id="png с хвостом"),
        pytest.param(blank_png()[:-4], id="обрезанный png"),
        pytest.param(blank_png().replace(b"IDAT", b"IDAX"), id="испорченный png"),
        pytest.param(png_of(100_000, 100_000), id="png в 10 гигапикселей"),
        pytest.param(png_of(0, 10), id="png без ширины"),
        pytest.param(JPEG_BYTES[:-2], id="обрезанный jpg"),
        pytest.param(b"\xff\xd8\xff", id="только начало jpg"),
        pytest.param(JPEG_BYTES.replace(b"\x00\x10\x00\x10\x03", b"\xff\xff\xff\xff\x03"), id="огромный jpg"),
        pytest.param(b"%PDF-" + b"0" * FILE_MAX_BYTES, id="больше 12 МБ"),
    ],
)
def test_what_is_no_scan_is_refused(content):
    with pytest.raises(UnfitFile):
        check_upload(content)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Приказ № 5.pdf", "Приказ № 5.pdf"),
        ("..\\..\\windows\\a.exe", "a.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\u202egpj.exe.pdf", "agpj.exe.pdf"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("", "скан.pdf"),
        ("....", "скан.pdf"),
        ("я" * 300 + ".pdf", "я" * 120 + ".pdf"),
    ],
)
def test_names_are_only_shown(given, shown):
    assert shown_name(given, PDF) == shown


def test_content_lies_under_its_hash_and_nothing_else_is_opened(settings, tmp_path):
    settings.FILES_DIR = tmp_path

    digest = storage.put(PDF_BYTES)

    assert storage.read(digest) == PDF_BYTES
    assert storage.put(PDF_BYTES) == digest
    for wrong in ("../../../etc/passwd", digest.upper(), digest + "\n", ""):
        with pytest.raises(ValueError, match="not a sha256"):
            storage.read(wrong)


def test_failed_write_leaves_nothing_behind(settings, tmp_path, monkeypatch):
    settings.FILES_DIR = tmp_path

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        storage.put(PDF_BYTES)

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
