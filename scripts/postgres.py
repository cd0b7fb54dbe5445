"""A PostgreSQL for the tests: one that runs here and lets us in, or a throwaway cluster from binaries found here.

postgres.py find            print the address of a running server, nothing when there is none
postgres.py start FOLDER    make a cluster in FOLDER, start it on a socket, print its address
postgres.py stop FOLDER     end it and delete FOLDER
"""

import getpass
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

RUNNING = (
    f"postgresql://{getpass.getuser()}@/postgres?host=/var/run/postgresql",
    "postgresql://postgres@/postgres?host=/var/run/postgresql",
    "postgresql://postgres@127.0.0.1:5432/postgres",
)
MAY_CREATE = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"


def find() -> str:
    """The address of a running server where test databases may be made, or the empty string."""
    for url in RUNNING:
        try:
            with psycopg.connect(url, connect_timeout=2) as connection:
                row = connection.execute(MAY_CREATE).fetchone()
        except psycopg.Error:
            continue
        if row and row[0]:
            return url
    return ""


def start(folder: Path) -> str:
    """Make and start a throwaway cluster; the empty string when there are no binaries."""
    binaries = _binaries()
    if binaries is None:
        return ""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, user="postgres")
    socket = _short_folder(folder)
    _run([str(binaries / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "tests", "-E", "UTF8"])
    options = f"-c listen_addresses='' -c unix_socket_directories='{socket}' -c fsync=off"
    _run(
        [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w", "-o", options, "-l", str(folder / "log"), "start"]
    )
    return f"postgresql://tests@/postgres?host={socket}"


def stop(folder: Path) -> None:
    """End the cluster and delete its files."""
    binaries = _binaries()
    if binaries and (folder / "data").exists():
        _run([str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"])
    shutil.rmtree(_short_folder(folder), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _short_folder(folder: Path) -> Path:
    """A place for the socket: its path may not be longer than 107 bytes."""
    place = Path(tempfile.gettempdir()) / f"mentoring-pg-{folder.stat().st_ino}"
    place.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(place, user="postgres")
    return place


def _binaries() -> Path | None:
    found = [Path(path).parent for path in [shutil.which("pg_ctl") or ""] if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _run(words: list[str]) -> None:
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *words], check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603 - our own words


def main(words: list[str]) -> int:
    """Do the word."""
    if words[:1] == ["find"]:
        sys.stdout.write(find())
    elif words[:1] == ["start"]:
        sys.stdout.write(start(Path(words[1]).resolve()))
    elif words[:1] == ["stop"]:
        stop(Path(words[1]).resolve())
    else:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
