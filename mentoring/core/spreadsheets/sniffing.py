"""Tell what a file is by its content; its name is never asked."""

from enum import StrEnum

from mentoring.core.spreadsheets import refusals
from mentoring.core.spreadsheets.refusals import UnreadableFile

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FOREIGN = (
    (b"%PDF", refusals.PDF),
    (b"\x89PNG", refusals.PICTURE),
    (b"\xff\xd8\xff", refusals.PICTURE),
    (b"GIF8", refusals.PICTURE),
    (b"{\\rtf", refusals.WORD),
    (b"Rar!", refusals.ARCHIVE),
    (b"7z\xbc\xaf", refusals.ARCHIVE),
    (b"\x1f\x8b", refusals.ARCHIVE),
    (b"PK\x05\x06", refusals.DAMAGED),
)
WEB_PAGE_MARKS = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"<meta")
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Container(StrEnum):
    """How the bytes are packed."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


def container(content: bytes) -> Container:
    """Tell how the content is packed; raises UnreadableFile for what is known not to be a spreadsheet."""
    if not content.strip(b"\x00 \r\n\t"):
        raise UnreadableFile(refusals.EMPTY)
    if content.startswith(ZIP):
        return Container.ZIP
    if content.startswith(OLE):
        return Container.OLE
    for mark, sentence in FOREIGN:
        if content.startswith(mark):
            raise UnreadableFile(sentence)
    refuse_markup(content)
    return Container.TEXT


def refuse_markup(content: bytes) -> None:
    """Refuse web pages and XML spreadsheets that reporting programs name .xls."""
    start = content[:4096]
    for bom in BOMS:
        start = start.removeprefix(bom)
    start = start.replace(b"\x00", b"").lstrip().lower()
    if not start.startswith(b"<"):
        return
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        raise UnreadableFile(refusals.OLD_XML)
    if start.startswith(WEB_PAGE_MARKS) or any(mark in start for mark in WEB_PAGE_MARKS):
        raise UnreadableFile(refusals.WEB_PAGE)
    if start.startswith((b"<?xml", b"<!doctype")):
        raise UnreadableFile(refusals.NOT_A_TABLE)
