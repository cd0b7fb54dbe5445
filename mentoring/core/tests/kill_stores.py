"""Where the database of a kill scenario lives: put back as it was before each point, looked at after each kill."""

import contextlib
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Protocol

from mentoring.core.tests import servers

SECONDS_TO_NOTICE = 20
OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = %s"


class Store(Protocol):
    """One prepared database and its live copy; nobody is connected to it between the calls."""

    def keep(self) -> None:
        """Remember the live database as the one that was prepared."""

    def give(self) -> None:
        """Put the prepared database in the place of the live one."""

    def is_whole(self) -> bool:
        """Whether what a kill left can be opened and holds together."""


class FileStore:
    """SQLite: one file, and the journal beside it."""

    def __init__(self, live: Path) -> None:
        self.live, self.prepared = live, live.with_name("prepared.sqlite3")

    def keep(self) -> None:
        """Copy everything that stands in the file and in its journal into one file."""
        with (
            contextlib.closing(sqlite3.connect(self.live)) as live,
            contextlib.closing(sqlite3.connect(self.prepared)) as copy,
        ):
            live.backup(copy)

    def give(self) -> None:
        """Replace the file and forget the journal."""
        for rest in ("-wal", "-shm"):
            self.live.with_name(self.live.name + rest).unlink(missing_ok=True)
        shutil.copyfile(self.prepared, self.live)

    def is_whole(self) -> bool:
        """Ask SQLite to look through the whole file."""
        with contextlib.closing(sqlite3.connect(self.live)) as file:
            return bool(file.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


class ServerStore:
    """PostgreSQL: the prepared database is the template of the live one."""

    def __init__(self, live: str) -> None:
        self.live, self.prepared = live, f"{live}_prepared"

    def keep(self) -> None:
        """Make the template."""
        servers.create(self.prepared, template=self.live)

    def give(self) -> None:
        """Make the live database from the template."""
        servers.drop(self.live)
        servers.create(self.live, template=self.prepared)

    def is_whole(self) -> bool:
        """Wait until the server has noticed that its client is dead, and has taken back what was not committed."""
        deadline = time.monotonic() + SECONDS_TO_NOTICE
        while servers.order(OTHERS, self.live):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.005)
        return True

    def close(self) -> None:
        """Drop the template."""
        servers.drop(self.prepared)
