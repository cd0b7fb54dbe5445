"""Where the data lie: a local disk, a database that keeps its promises."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NETWORK_KINDS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "ncpfs", "afs", "9p", "fuse.sshfs", "fuse.glusterfs", "ceph"}
)
MOUNTS: Final = Path("/proc/mounts")
WANTED_PRAGMAS: Final = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}


class PlaceRefusedError(Exception):
    """The data cannot lie here; the text is one sentence for people."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system."""

    point: Path
    kind: str


def prepare() -> None:
    """Check the place, bring the database up to date, refuse where a system exists. Raises PlaceRefusedError."""
    import django

    os.environ.setdefault("MENTORING_OWN_URL", address_here())  # the link of the first entry leads to `serve`
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    Path(settings.DATA_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_network_share(Path(settings.DATA_DIR))
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if wrong := wrong_pragmas():
        raise PlaceRefusedError(
            f"База данных не держит обещаний ({wrong}): проверьте, что папка лежит на местном диске."
        )
    from mentoring.organizations.models import Installation

    if Installation.objects.exists():
        raise PlaceRefusedError("Система здесь уже создана: для новой задайте другую папку данных в MENTORING_DATA.")


def address_here() -> str:
    """Where `mentoring serve` will answer by the same HOST and PORT."""
    return f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"


def refuse_network_share(folder: Path, mounts: Path = MOUNTS) -> None:
    """Raise PlaceRefusedError when the folder lies on a network share and the database is a file there."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    kind = kind_of_place(folder, mounts)
    if kind in NETWORK_KINDS:
        raise PlaceRefusedError(
            f"Папка данных {folder} лежит на сетевом диске ({kind}), там база портится: "
            "задайте в MENTORING_DATA папку на местном диске."
        )


def kind_of_place(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of the file system under the folder; empty where it cannot be told."""
    place = folder.resolve()
    found = [mount for mount in _mounts(mounts) if place == mount.point or mount.point in place.parents]
    return max(found, key=lambda mount: len(mount.point.parts)).kind if found else ""


def wrong_pragmas() -> str:
    """The settings of SQLite that are not as they must be, in words; empty when all are."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return ""
    wrong = []
    with connection.cursor() as cursor:
        for name, wanted in WANTED_PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            (value,) = cursor.fetchone()
            if str(value).lower() != wanted:
                wrong.append(f"{name}={value}")
    return ", ".join(wrong)


def _mounts(path: Path) -> list[Mount]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    rows = [line.split() for line in lines]
    return [Mount(Path(row[1].replace("\\040", " ")), row[2].lower()) for row in rows if len(row) > 2]
