"""Items of the menu."""

from mentoring.audit import access
from mentoring.ui.menu import MenuItem

ITEMS = {
    "audit.journal": MenuItem(
        title="Журнал",
        url_name="audit:journal",
        icon="history",
        order=810,
        group="Организация",
        is_shown=lambda actor: bool(access.can_read_journal(actor)),
    ),
    "audit.jobs": MenuItem(
        title="Фоновая работа",
        url_name="audit:jobs",
        icon="cog",
        order=920,
        group="Система",
        is_shown=lambda actor: bool(access.can_keep_jobs(actor)),
    ),
}
