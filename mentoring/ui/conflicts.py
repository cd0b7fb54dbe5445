"""Two people changed one thing: both texts are shown, and what was chosen between them is put together."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from mentoring.ui.shapes import Difference

THEIRS = "theirs"


def settled(data: QueryDict, stored: Mapping[str, str | Sequence[str]]) -> QueryDict:
    """The submitted values with the stored one where the person chose «сохранено раньше» in `c-conflict`."""
    values = data.copy()
    for name, kept in stored.items():
        if values.get(f"keep_{name}") == THEIRS:
            values.setlist(name, [kept] if isinstance(kept, str) else list(kept))
    return values


def on_version(data: QueryDict, version: int) -> QueryDict:
    """The same values to be saved upon the newer version, once the person has looked at both texts."""
    values = data.copy()
    values["version"] = str(version)
    return values


def differences(
    mine: Mapping[str, str], theirs: Mapping[str, str], *, labels: Mapping[str, str]
) -> Sequence[Difference]:
    """Fields that differ, in the order of the labels."""
    return [
        Difference(name=name, label=label, mine=mine[name], theirs=theirs[name])
        for name, label in labels.items()
        if mine[name] != theirs[name]
    ]
