"""What may come as a scan: PDF, PNG or JPEG told by content, whole from the first byte to the last."""

import re
import struct
import unicodedata
import zlib
from pathlib import PurePosixPath
from typing import Final

from mentoring.core.errors import Refusal
from mentoring.core.uploads import FILE_MAX_BYTES, too_large
from mentoring.ui.fields import SCAN_ADVICE

LIMIT_PIXELS: Final = 60_000_000  # an A3 sheet at 400 dpi
NAME_LENGTH: Final = 120
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
EXTENSIONS: Final = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg"}
PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
PDF_END: Final = re.compile(rb"%%EOF[\s\x00]*\Z")
JPEG_SIZES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


class UnfitFile(Refusal):
    """The file is no scan that can be kept."""


def check_upload(content: bytes) -> str:
    """Tell the type by the content; raises UnfitFile with what to do."""
    if not content:
        raise UnfitFile("Файл пустой: выберите его ещё раз.")
    if len(content) > FILE_MAX_BYTES:
        raise UnfitFile(too_large(SCAN_ADVICE))
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    if content.startswith(PNG_HEAD):
        return _png(content)
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    raise UnfitFile("Это не скан: нужен файл PDF, PNG или JPG, сохраните его в одном из этих видов.")


def shown_name(name: str, content_type: str) -> str:
    """A name to show: no folders, no control or direction characters, the ending after the content."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    stem = " ".join(clean.rsplit(".", 1)[0].split())[:NAME_LENGTH].strip(". ")
    return (stem or "скан") + EXTENSIONS[content_type]


def _pdf(content: bytes) -> str:
    if PDF_END.search(content[-2048:]) is None:
        raise UnfitFile("Файл PDF повреждён или обрезан: отсканируйте документ ещё раз.")
    return PDF


def _png(content: bytes) -> str:
    """Walk over the chunks: nothing may stand after the end, the picture may not unfold into gigabytes."""
    place, first = len(PNG_HEAD), True
    while place + 12 <= len(content):
        size, kind = struct.unpack(">I4s", content[place : place + 8])
        body_end = place + 8 + size
        body = content[place + 8 : body_end]
        if len(content) < body_end + 4 or zlib.crc32(kind + body) != int.from_bytes(content[body_end : body_end + 4]):
            break
        if first:
            if kind != b"IHDR" or size != 13:
                break
            _check_pixels(*struct.unpack(">II", body[:8]))
            first = False
        place = body_end + 4
        if kind == b"IEND":
            if place == len(content):
                return PNG
            break
    raise UnfitFile("Картинка PNG повреждена: отсканируйте документ ещё раз.")


def _jpeg(content: bytes) -> str:
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        size = int.from_bytes(content[place + 2 : place + 4])
        if marker in JPEG_SIZES and place + 9 <= len(content):
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            _check_pixels(width, height)
            if content.find(b"\xff\xd9", place) > 0:  # telephones write more after the end of the picture
                return JPEG
            break
        place += 2 + size
    raise UnfitFile("Картинка JPG повреждена: отсканируйте документ ещё раз.")


def _check_pixels(width: int, height: int) -> None:
    if width * height > LIMIT_PIXELS or not width or not height:
        raise UnfitFile("Картинка слишком велика: отсканируйте в 200 точек на дюйм и загрузите снова.")
