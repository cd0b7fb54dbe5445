"""From the database's word about a broken constraint to the sentence that its model declares."""

import functools
import re

from django.apps import apps
from django.db.models import BaseConstraint, Model, UniqueConstraint

SQLITE_UNIQUE = re.compile(r"UNIQUE constraint failed: (?P<columns>.+)$")


@functools.cache
def _by_name() -> dict[str, str]:
    return {constraint.name: str(constraint.violation_error_message) for _, constraint in all_constraints()}


@functools.cache
def _by_columns() -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for model, constraint in all_constraints():
        if isinstance(constraint, UniqueConstraint):
            table = model._meta.db_table
            columns = frozenset(
                f"{table}.{getattr(model._meta.get_field(name), 'column', name)}" for name in constraint.fields
            )
            found[columns] = str(constraint.violation_error_message)
    return found


def all_constraints() -> list[tuple[type[Model], BaseConstraint]]:
    """Every constraint of the project's own models."""
    return [
        (model, constraint)
        for model in apps.get_models()
        if model.__module__.startswith("mentoring.")
        for constraint in model._meta.constraints
    ]


def message_of(database_words: str) -> str | None:
    """The Russian message of the broken constraint, or None when it is not one of ours."""
    for name, message in _by_name().items():
        if name in database_words:
            return message
    match = SQLITE_UNIQUE.search(database_words)
    if match is None:
        return None
    return _by_columns().get(frozenset(part.strip() for part in match["columns"].split(",")))
