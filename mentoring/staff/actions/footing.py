"""What stands on people and employments: everything in the system that refers to them."""

from collections.abc import Sequence

from django.db import models


def referring(
    model: type[models.Model], ids: Sequence[int], *, but: tuple[type[models.Model], ...]
) -> dict[type[models.Model], set[int]]:
    """Ids out of these to which rows of other models refer, by the model that refers."""
    found: dict[type[models.Model], set[int]] = {}
    for relation in model._meta.related_objects:
        if relation.related_model in but or isinstance(relation.related_model, str):
            continue
        name = f"{relation.field.name}_id"
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": ids})
        met = set(rows.values_list(name, flat=True))
        if met:
            found.setdefault(relation.related_model, set()).update(met)
    return found
