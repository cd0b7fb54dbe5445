"""Unpack a zip with its real size counted, whatever its headers promise."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.refusals import UnreadableFile

CHUNK_BYTES = 256 * 1024
LOCAL_HEADER_BYTES = 30
ENCRYPTED_FLAG = 0x1
SYMLINK_TYPE = 0o120000
FILE_TYPE_MASK = 0o170000

Consumer = Callable[[bytes], None]


@dataclass(slots=True)
class Budget:
    """How many bytes have come out of the archive so far, and how many went in."""

    packed: int
    unpacked: int = 0

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raises UnreadableFile beyond the limits."""
        self.unpacked += size
        if self.unpacked > limits.UNPACKED_MAX_BYTES:
            raise UnreadableFile(refusals.BOMB)
        if self.unpacked > max(limits.RATIO_COUNTS_FROM_BYTES, self.packed * limits.ARCHIVE_MAX_RATIO):
            raise UnreadableFile(refusals.BOMB)


def members(content: bytes) -> list[zipfile.ZipInfo]:
    """List the members of an archive whose directory is honest; raises UnreadableFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(refusals.DAMAGED) from error
    if len(found) > limits.ARCHIVE_MAX_MEMBERS:
        raise UnreadableFile(refusals.BOMB)
    if len({info.filename.lower() for info in found}) != len(found):
        raise UnreadableFile(refusals.DAMAGED)
    for info in found:
        check_member(info)
    return found


def check_member(info: zipfile.ZipInfo) -> None:
    """Refuse what an office program never writes: passwords, odd methods, ways out of the folder, links."""
    if info.flag_bits & ENCRYPTED_FLAG:
        raise UnreadableFile(refusals.ENCRYPTED)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile(refusals.DAMAGED)
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or info.filename.startswith(("/", "\\")) or "\x00" in info.orig_filename:
        raise UnreadableFile(refusals.DAMAGED)
    if (info.external_attr >> 16) & FILE_TYPE_MASK == SYMLINK_TYPE:
        raise UnreadableFile(refusals.DAMAGED)


def unpack(content: bytes, info: zipfile.ZipInfo, *, budget: Budget) -> Iterator[bytes]:
    """Yield the real content of a member in pieces; raises UnreadableFile when the header lied or a limit is passed."""
    header = content[info.header_offset : info.header_offset + LOCAL_HEADER_BYTES]
    if len(header) < LOCAL_HEADER_BYTES:
        raise UnreadableFile(refusals.DAMAGED)
    start = info.header_offset + LOCAL_HEADER_BYTES
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = memoryview(content)[start : start + info.compress_size]
    size = 0
    for piece in stored(packed) if info.compress_type == zipfile.ZIP_STORED else inflated(packed):
        size += len(piece)
        budget.spend(len(piece))
        yield piece
    if size != info.file_size:
        raise UnreadableFile(refusals.DAMAGED)


def stored(packed: memoryview) -> Iterator[bytes]:
    """Yield what was not compressed."""
    for at in range(0, len(packed), CHUNK_BYTES):
        yield bytes(packed[at : at + CHUNK_BYTES])


def inflated(packed: memoryview) -> Iterator[bytes]:
    """Yield the inflated content; never more than a chunk is held."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    data = bytes(packed)
    try:
        while not engine.eof:
            piece = engine.decompress(data, CHUNK_BYTES)
            data = engine.unconsumed_tail
            if piece:
                yield piece
            elif not data:
                break
    except zlib.error as error:
        raise UnreadableFile(refusals.DAMAGED) from error
    if not engine.eof:
        raise UnreadableFile(refusals.DAMAGED)
