"""Kill -9 at many points of one operation on a real database: afterwards all of it is there, or nothing.

A scenario is a module with three functions: `prepare()` fills a fresh database, `act()` does the operation, `state()`
describes what must never be half done. Run a scenario from a test with `survive(module, points=70)` on a SQLite file,
with `survive(module, points=10, engine="postgresql")` on the server of the tests.

The points are of two kinds: before a statement of the operation chosen at random, and at a random moment of it, the
commit included. Every point works on a copy of the prepared database in a process of its own.
"""

import contextlib
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from mentoring.core.tests import servers
from mentoring.core.tests.kill_stores import FileStore, ServerStore, Store

ROOT = Path(__file__).resolve().parents[3]
SEED = 20261123


@dataclass(frozen=True)
class Outcome:
    """What was seen after all kills."""

    killed: int
    nothing: int
    everything: int
    halves: int
    lost: int
    """Operations that answered «done» and were not there afterwards."""
    broken: int


def survive(scenario: str, *, points: int, engine: str = "sqlite") -> Outcome:
    """Run the scenario in a process of its own and tell what its kills left."""
    with tempfile.TemporaryDirectory(prefix="mentoring-kill-") as folder, contextlib.ExitStack() as stack:
        url = f"sqlite:///{folder}/live.sqlite3"
        if engine == "postgresql":
            url = servers.address(stack.enter_context(servers.own_database()))
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "mentoring.config.settings.test",
            "MENTORING_DATA": folder,
            "DATABASE_URL": url,
        }
        done = subprocess.run(  # a fixed command of our own interpreter
            [sys.executable, "-m", "mentoring.core.tests.kill", scenario, str(points)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-4000:]
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def main(scenario: str, points: int) -> None:
    """Prepare, learn how long the operation is, then kill it at every point."""
    django.setup()
    call_command("migrate", verbosity=0)
    name = settings.DATABASES["default"]["NAME"]
    if connection.vendor == "sqlite":
        print(json.dumps(asdict(_kill(scenario, points, FileStore(Path(name))))))
        return
    with contextlib.closing(ServerStore(name)) as store:
        print(json.dumps(asdict(_kill(scenario, points, store))))


def _kill(scenario: str, points: int, store: Store) -> Outcome:
    module = importlib.import_module(scenario)
    module.prepare()
    connection.close()
    store.keep()
    store.give()
    before = _in_child(module.state)
    statements, seconds = _measure(module.act)
    after = _in_child(module.state)
    assert before != after, "the operation of the scenario changes nothing"
    dice = random.Random(SEED)
    seen: list[tuple[bool, bool, str, bool]] = []
    for number in range(points):
        store.give()
        at = dice.randrange(statements) if number % 2 else None
        answered, killed = _act_and_kill(module.act, at_statement=at, after=dice.uniform(0, seconds * 1.1))
        whole = store.is_whole()
        seen.append((answered, killed, _in_child(module.state), whole))
    return _sum_up(seen, before=before, after=after)


def _sum_up(seen: list[tuple[bool, bool, str, bool]], *, before: str, after: str) -> Outcome:
    states = [state for _, _, state, _ in seen]
    return Outcome(
        killed=sum(killed for _, killed, _, _ in seen),
        nothing=states.count(before),
        everything=states.count(after),
        halves=sum(state not in (before, after) for state in states),
        lost=sum(answered and state != after for answered, _, state, _ in seen),
        broken=sum(not whole for _, _, _, whole in seen),
    )


def _act_and_kill(act: Callable[[], None], *, at_statement: int | None, after: float) -> tuple[bool, bool]:
    """Do the operation in a child and kill it; whether it answered first, and whether it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with _suicide(at_statement) if at_statement is not None else contextlib.nullcontext():
            act()
        os.write(writing, b"done")
        os._exit(0)
    os.close(writing)
    if at_statement is None:
        time.sleep(after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    answered = os.read(reading, 4) == b"done"
    os.close(reading)
    _, status = os.waitpid(child, 0)
    return answered, os.WIFSIGNALED(status)


@contextlib.contextmanager
def _suicide(at_statement: int) -> Iterator[None]:
    """Kill this very process before a statement."""
    counted = 0

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal counted
        if counted == at_statement:
            os.kill(os.getpid(), signal.SIGKILL)
        counted += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield


def _measure(act: Callable[[], None]) -> tuple[int, float]:
    """How many statements the operation has and how long it lasts."""

    def measure() -> str:
        statements = 0

        def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
            nonlocal statements
            statements += 1
            return execute(sql, params, many, context)

        begun = time.perf_counter()
        with connection.execute_wrapper(count):
            act()
        return json.dumps([statements, time.perf_counter() - begun])

    statements, seconds = json.loads(_in_child(measure))
    return statements, seconds


def _in_child(work: Callable[[], str]) -> str:
    """Do something with the database in a child, so that this process never holds a connection."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as answer:
            answer.write(work())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, f"the child of the scenario failed: {status}"
    return text


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
