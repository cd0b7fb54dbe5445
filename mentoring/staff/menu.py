"""The item «Педагоги» of the menu."""

from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.staff import selectors
from mentoring.staff.access import KEEPERS, LIST_ROLES
from mentoring.ui.menu import MenuItem


def _is_shown(actor: Actor) -> bool:
    return actor.has_role(*LIST_ROLES)


def _count(actor: Actor) -> int | None:
    """How many work, beside the item; nothing for those who only look."""
    return selectors.staff_count(actor, today=clock.today()) or None if actor.has_role(*KEEPERS) else None


MENU = {
    "staff.list": MenuItem(
        title="Педагоги", url_name="staff:employment_list", icon="users", order=20, is_shown=_is_shown, count=_count
    ),
}
