"""Items of the menu."""

from mentoring.accounts import access
from mentoring.ui.menu import MenuItem

ITEMS = {
    "accounts.posts": MenuItem(
        title="Роли",
        url_name="accounts:post_list",
        icon="badge-check",
        order=710,
        group="Организация",
        is_shown=lambda actor: bool(access.can_see_posts(actor)),
    ),
    "accounts.people": MenuItem(
        title="Доступ сотрудников",
        url_name="accounts:people_list",
        icon="key-round",
        order=720,
        group="Организация",
        is_shown=lambda actor: bool(access.can_keep_access(actor)),
    ),
}
