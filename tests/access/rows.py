"""The whole database as rows that can be compared: before and after a click, with and without something."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session

# Columns whose values are made by chance each time.
BY_CHANCE = frozenset(
    {"public_id", "code_hash", "check_token", "token", "session_key", "password", "username", "path", "data"}
)
UNSEEN = (Session,)
Key = tuple[str, Any]
Row = dict[str, Any]


def everything() -> dict[Key, Row]:
    """Every row of every table by its model and key."""
    return {
        (model._meta.label, row["pk"]): row
        for model in apps.get_models()
        if model not in UNSEEN
        for row in model.objects.order_by("pk").values("pk", *(field.attname for field in model._meta.concrete_fields))
    }


def changed(before: dict[Key, Row], after: dict[Key, Row]) -> dict[Key, Row]:
    """Rows that are new, gone or other than they were, without what is made by chance."""
    keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return {key: _lasting(after.get(key, {})) for key in sorted(keys, key=str)}


def holding(word: str) -> Iterator[str]:
    """Names of the columns in which the word stands anywhere in the database."""
    for (label, _), row in everything().items():
        yield from (f"{label}.{name}" for name, value in row.items() if word in str(value))


def _lasting(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in BY_CHANCE}
