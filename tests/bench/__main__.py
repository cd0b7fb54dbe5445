"""Run every `figures()` on a fresh database and print one line a figure, with the bound where there is one."""

import importlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

ROOT = Path(__file__).resolve().parents[2]
OWN = ("tests.bench.pages", "tests.bench.queries")

BOUNDS = {
    "staff list of 10,000 rows: plan": 3.0,
    "staff list of 10,000 rows: apply": 5.0,
    "250 orders: draft and Word": 15.0,
    "best pairs of 600 and 330, all possible": 0.5,
    "best pairs of 20,000 and 12,000, 40 possible each": 2.5,
    "largest page with all its files, compressed": 100.0,
    "lists that ask more often for 1,000 rows than for 10": 0.0,
}


def main() -> int:
    """Print the figures; the exit code is 1 when a bound is broken."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.config.settings.test")
    django.setup()
    broken = []
    waiting = dict(BOUNDS)
    for name in _modules():
        with _fresh_database():
            broken += _run(name, waiting)
    broken += [f"{name}: bound {bound:g}, but nothing measured it" for name, bound in waiting.items()]
    for line in broken:
        sys.stderr.write(f"over the bound: {line}\n")
    return 1 if broken else 0


def _modules() -> list[str]:
    domains = sorted(path.parents[1].name for path in (ROOT / "mentoring").glob("*/tests/bench.py"))
    return [*(f"mentoring.{domain}.tests.bench" for domain in domains), *OWN]


@contextmanager
def _fresh_database() -> Iterator[None]:
    """An empty database on the disk, as installations have it: SQLite of tests would lie in memory."""
    with tempfile.TemporaryDirectory(prefix="mentoring-bench-") as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{folder}/bench.sqlite3"
        old = setup_databases(verbosity=0, interactive=False)
        try:
            yield
        finally:
            teardown_databases(old, verbosity=0)


def _run(module: str, waiting: dict[str, float]) -> list[str]:
    """Print the figures of one module and take their bounds out of those that wait for a figure."""
    broken = []
    for name, value, unit in importlib.import_module(module).figures():
        bound = waiting.pop(name, None)
        tail = "" if bound is None else f"\t(bound {bound:g})"
        sys.stdout.write(f"{name}\t{value:.3f}\t{unit}{tail}\n")
        sys.stdout.flush()
        if bound is not None and value > bound:
            broken.append(f"{name}: {value:.3f} {unit}, bound {bound:g}")
    return broken


if __name__ == "__main__":
    sys.exit(main())
