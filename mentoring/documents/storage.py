"""Files in the data folder under their hash: written whole or not at all, never under a name from outside."""

import hashlib
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings

DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(content: bytes) -> str:
    """The name under which the content is kept."""
    return hashlib.sha256(content).hexdigest()


def place_of(digest: str) -> Path:
    """Where the content with this hash lies; raises ValueError for anything that is no hash."""
    if DIGEST.fullmatch(digest) is None:
        raise ValueError("not a sha256 digest")
    return Path(settings.FILES_DIR) / digest[:2] / digest[2:4] / digest


def put(content: bytes) -> str:
    """Keep the content; what is kept already is only marked as needed now."""
    digest = digest_of(content)
    place = place_of(digest)
    try:
        os.utime(place)
    except FileNotFoundError:
        write_whole(place, content)
    return digest


def remove(digest: str, *, unused_since: datetime) -> None:
    """Delete the content unless somebody has needed it since."""
    place = place_of(digest)
    if place.exists() and place.stat().st_mtime < unused_since.timestamp():
        place.unlink(missing_ok=True)


def write_whole(place: Path, content: bytes) -> None:
    """Write a temporary file, sync it, rename it: a killed process leaves nothing half-written."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, place)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def read(digest: str) -> bytes:
    """The content with this hash; raises FileNotFoundError."""
    return place_of(digest).read_bytes()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
