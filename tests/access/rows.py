"""The whole database as rows that can be compared: before and after a click, with and without something."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import connection, models

# Columns whose values are made by chance each time.
BY_CHANCE = frozenset(
    {"public_id", "code_hash", "check_token", "token", "session_key", "password", "username", "path", "data"}
)
PUBLIC_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # inside an address that is written down
UNSEEN = (Session,)
Key = tuple[str, Any]
Row = dict[str, Any]
Rows = dict[Key, Row]
WRITES = re.compile(r'\b(?:INTO|UPDATE|DELETE FROM) "(\w+)"')


def everything() -> Rows:
    """Every row of every table by its model and key."""
    return {key: row for model in _seen() for key, row in _rows_of(model)}


@contextmanager
def written() -> Iterator[set[str]]:
    """Names of the tables that are written to inside."""
    tables: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        tables.update(WRITES.findall(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield tables


def after(before: Rows, tables: set[str]) -> Rows:
    """Everything as it is now, when nothing but these tables was written to."""
    read = [model for model in _seen() if model._meta.db_table in tables]
    labels = {model._meta.label for model in read}
    kept = {key: row for key, row in before.items() if key[0] not in labels}
    return kept | {key: row for model in read for key, row in _rows_of(model)}


def count_keys_anew() -> None:
    """Let new rows get the keys that follow those there are: PostgreSQL does not take its counters back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(statement)


def changed(before: Rows, after: Rows) -> Rows:
    """Rows that are new, gone or other than they were, without what is made by chance."""
    keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return {key: _lasting(after.get(key, {})) for key in sorted(keys, key=str)}


def holding(word: str) -> Iterator[str]:
    """Names of the columns in which the word stands anywhere in the database."""
    for (label, _), row in everything().items():
        yield from (f"{label}.{name}" for name, value in row.items() if word in str(value))


def _seen() -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models(include_auto_created=True) if model not in UNSEEN)


def _rows_of(model: type[models.Model]) -> Iterator[tuple[Key, Row]]:
    names = [field.attname for field in model._meta.concrete_fields]
    return (((model._meta.label, row["pk"]), row) for row in model.objects.order_by("pk").values("pk", *names))


def _lasting(row: Row) -> Row:
    return {
        name: PUBLIC_ID.sub("…", value) if isinstance(value, str) else value
        for name, value in row.items()
        if name not in BY_CHANCE
    }
