"""Databases of their own on the PostgreSQL server that the tests were given; one connection an order."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

SERVER = os.environ.get("TEST_POSTGRES_URL", "")


@contextmanager
def own_database(*, template: str = "") -> Iterator[str]:
    """The name of a new database, empty or a copy; dropped at the end. Skips the test when there is no server."""
    if not SERVER:
        pytest.skip("TEST_POSTGRES_URL names no server")
    name = f"own_{uuid.uuid4().hex[:12]}"
    create(name, template=template)
    try:
        yield name
    finally:
        drop(name)


def create(name: str, *, template: str = "") -> None:
    """Make a database; nobody may be connected to the one it is copied from."""
    order(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))


def drop(name: str) -> None:
    """Drop a database, whoever is connected to it."""
    order(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def order(statement: str, *values: object) -> list[tuple[object, ...]]:
    """One statement to the server outside of any transaction; the rows it answers with."""
    with psycopg.connect(SERVER, autocommit=True) as connection:
        answer = connection.execute(statement, values or None)  # type: ignore[arg-type]
        return answer.fetchall() if answer.description else []


def address(name: str) -> str:
    """The address of a database of the server."""
    place, _, query = SERVER.partition("?")
    return f"{place.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
