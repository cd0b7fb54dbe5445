"""Typed registries: a lower layer declares one, the owner of a thing registers it in AppConfig.ready()."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Registry(Generic[Item]):
    """Named entries of one type; a name is taken once."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._items: dict[str, Item] = {}

    def register(self, key: str, item: Item) -> Item:
        """Add an entry; raises KeyError when the name is taken by another."""
        if self._items.get(key, item) is not item:
            raise KeyError(f"{self.title}: {key} is registered twice")
        self._items[key] = item
        return item

    def get(self, key: str) -> Item | None:
        """The entry of this name or None."""
        return self._items.get(key)

    def __getitem__(self, key: str) -> Item:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._items))

    def items(self) -> list[tuple[str, Item]]:
        """All entries in the order of their names."""
        return sorted(self._items.items(), key=lambda pair: pair[0])

    def values(self) -> list[Item]:
        """All entries in the order of their names."""
        return [item for _, item in self.items()]
