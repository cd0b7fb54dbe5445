"""Items of the menu."""

from mentoring.core.actor import Actor
from mentoring.notifications.selectors import unread_count
from mentoring.ui.menu import MenuItem


def _count(actor: Actor) -> int | None:
    """The number beside the item; none when everything is read."""
    return unread_count(actor) or None


ITEMS = {
    "notifications.inbox": MenuItem(
        title="Сообщения", url_name="notifications:message_list", icon="bell", order=90, count=_count
    ),
}
