"""Eight processes at once: one mentee gets one pair of a form, a mentor no more than her places, losers are told so."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentoring.core.constraints import message_of
from mentoring.core.tests import servers
from mentoring.matching.tests.race import PROCESSES, TARGETS

RACER = "import django; django.setup(); from mentoring.matching.tests.race import main; main()"
MENTEE_TAKEN = f"409 {message_of('mentee_one_live_pair_of_form')}"
PLACE_TAKEN = f"409 {message_of('mentor_place_taken_once')}"
pytestmark = [pytest.mark.slow, pytest.mark.engine_free]  # each race is run on both engines


class Arena:
    """A database that processes share; `world.json` beside it says who is in it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.env = {
            **os.environ,
            "DATABASE_URL": url,
            "MENTORING_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "mentoring.config.settings.test",
        }

    def fill(self) -> None:
        """Make the tables and the people."""
        self.run("-m", "django", "migrate", "-v0")
        (self.folder / "world.json").write_text(self.run("-c", RACER, "prepare"))

    def run(self, *args: str) -> str:
        """One command to its end."""
        done = subprocess.run([sys.executable, *args], env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def race(self, what: str) -> Counter[str]:
        """All racers start at one moment; their results together."""
        (self.folder / "go").unlink(missing_ok=True)
        racers = [self._racer(what, number) for number in range(PROCESSES)]
        while len(list(self.folder.glob("ready*"))) < PROCESSES:
            assert all(racer.poll() is None for racer in racers)
            time.sleep(0.05)
        for ready in self.folder.glob("ready*"):
            ready.unlink()
        (self.folder / "go").touch()
        results: Counter[str] = Counter()
        for racer in racers:
            out, err = racer.communicate(timeout=120)
            assert racer.returncode == 0, err[-2000:]
            results.update(json.loads(out))
        return results

    def _racer(self, what: str, number: int) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", RACER, what, str(number), str(self.folder)],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def sql(self, text: str) -> str:
        """One statement by the project's own connection; the first value."""
        code = (
            "import django; django.setup()\nfrom django.db import connection\n"
            f"with connection.cursor() as cursor:\n    cursor.execute({text!r})\n"
            "    print((cursor.fetchone() or [''])[0] if cursor.description else '')"
        )
        return self.run("-c", code).strip()

    def live(self, column: str) -> tuple[int, int]:
        """Live mentees, and how many different values of the column they have."""
        total = self.sql("SELECT count(*) FROM matching_mentee WHERE is_live")
        return int(total), int(self.sql(f"SELECT count(DISTINCT {column}) FROM matching_mentee WHERE is_live"))


@pytest.fixture(scope="module")
def filled_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a filled SQLite database, made once."""
    folder = tmp_path_factory.mktemp("race")
    Arena(f"sqlite:///{folder}/race.sqlite3", folder).fill()
    return folder


@pytest.fixture(scope="module")
def filled_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The name of a filled PostgreSQL database and the folder of its world, made once; none without a server."""
    folder = tmp_path_factory.mktemp("race")
    with servers.own_database() as name:
        Arena(servers.address(name), folder).fill()
        yield name, folder


@pytest.fixture(params=["sqlite", "postgresql"])
def arena(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Arena]:
    """A copy of the filled database of each engine."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("filled_sqlite"), tmp_path, dirs_exist_ok=True)
        yield Arena(f"sqlite:///{tmp_path}/race.sqlite3", tmp_path)
        return
    template, folder = request.getfixturevalue("filled_postgresql")
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    with servers.own_database(template=template) as name:
        yield Arena(servers.address(name), tmp_path)


def test_races_leave_no_doubles_and_every_loser_is_told(arena: Arena) -> None:
    attempts = PROCESSES * TARGETS

    mentees = arena.race("mentees")
    assert mentees == {"won": TARGETS, MENTEE_TAKEN: attempts - TARGETS}
    assert arena.live("person_id") == (TARGETS, TARGETS)

    places = arena.race("places")
    assert places == {"won": TARGETS, PLACE_TAKEN: attempts - TARGETS}
    assert arena.live("place_id") == (2 * TARGETS, 2 * TARGETS)


def test_without_the_constraint_the_same_race_makes_doubles(arena: Arena) -> None:
    for index in ("mentee_one_live_pair_of_form", "mentor_place_taken_once"):
        arena.sql(f"DROP INDEX {index}")

    arena.race("naive")

    total, people = arena.live("person_id")
    assert total > people
