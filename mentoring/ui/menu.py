"""The menu: domains register items, the shell shows those that the actor may open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.ui.shapes import Link

GROUPS = ("", "Порядок", "Организация", "Система")
NEAR_COUNT = 4  # as many as fit into the bar of a phone 360 px wide


def shown_to_all(actor: Actor) -> bool:
    """The rule of an item that everybody signed in may open."""
    return not actor.is_anonymous


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """An item of the menu; `order` counts over all groups, the first four are near the thumb on a phone."""

    title: str
    url_name: str
    icon: str
    order: int
    group: str = ""
    is_shown: Callable[[Actor], bool] = shown_to_all
    count: Callable[[Actor], int | None] | None = None
    short: str = ""
    """A shorter title for the bar on a phone."""


menu: Registry[MenuItem] = Registry("menu")


@dataclass(frozen=True)
class MenuLink(Link):
    """An item ready to be shown."""

    short: str = ""


@dataclass(frozen=True)
class MenuGroup:
    """Items under one heading; the first group has none."""

    title: str
    items: Sequence[MenuLink]


@dataclass(frozen=True)
class Menu:
    """The menu of one actor on one page."""

    groups: Sequence[MenuGroup]
    near: Sequence[MenuLink]
    far: Sequence[MenuGroup]

    @property
    def is_far_current(self) -> bool:
        """True when the present page stands behind «Ещё»."""
        return any(item.current for group in self.far for item in group.items)


def build_menu(actor: Actor, *, path: str) -> Menu:
    """Compose the menu that the actor sees on the page with this path."""
    items = sorted((item for item in menu.values() if item.is_shown(actor)), key=lambda item: (item.order, item.title))
    urls = {item.url_name: _url_of(item) for item in items}
    current = _current(path, [url for url in urls.values() if url])
    links = [(item.group, _link(item, urls[item.url_name], actor, current)) for item in items if urls[item.url_name]]
    near, far = links[:NEAR_COUNT], links[NEAR_COUNT:]
    return Menu(groups=_grouped(links), near=[link for _, link in near], far=_grouped(far))


def _link(item: MenuItem, url: str, actor: Actor, current: str) -> MenuLink:
    return MenuLink(
        title=item.title,
        url=url,
        icon=item.icon,
        short=item.short or item.title,
        count=item.count(actor) if item.count else None,
        current=url == current,
    )


def _grouped(links: list[tuple[str, MenuLink]]) -> list[MenuGroup]:
    names = [*GROUPS, *sorted({group for group, _ in links} - set(GROUPS))]
    found = [MenuGroup(title=name, items=[link for group, link in links if group == name]) for name in names]
    return [group for group in found if group.items]


def _url_of(item: MenuItem) -> str:
    try:
        return reverse(item.url_name)
    except NoReverseMatch:
        return ""


def _current(path: str, urls: list[str]) -> str:
    """The longest address that the path continues; the root matches itself alone."""
    fitting = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(fitting, key=len, default="")
