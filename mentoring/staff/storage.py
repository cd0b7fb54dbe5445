"""Files of loaded lists: in the data folder under random names, readable by the owner alone."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from mentoring.core.spreadsheets.refusals import TOO_LARGE, UnreadableFile
from mentoring.core.uploads import FILE_MAX_BYTES

FOLDER = "imports"
OWNER_ONLY = 0o600
OWNER_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a file lies and what it is."""

    name: str
    sha256: str
    size: int


def put(chunks: Iterable[bytes]) -> StoredFile:
    """Write a file; raises UnreadableFile and leaves nothing when it is too large."""
    folder().mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(path_of(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > FILE_MAX_BYTES:
                remove(name)
                raise UnreadableFile(TOO_LARGE)
            digest.update(chunk)
            file.write(chunk)
    return StoredFile(name, digest.hexdigest(), size)


def path_of(name: str) -> Path:
    """Where the file of this name lies."""
    return folder() / name


def remove(name: str) -> None:
    """Delete the file if it is still there."""
    if name:
        path_of(name).unlink(missing_ok=True)


def folder() -> Path:
    """The folder of loaded lists."""
    return Path(settings.DATA_DIR) / FOLDER
