"""The item of the menu."""

from mentoring.ui.menu import MenuItem

LEADERS = ("head", "curator", "methodologist", "committee", "administrator")

ITEMS = {
    "reference.books": MenuItem(
        title="Справочники",
        url_name="reference:book_list",
        icon="book-open",
        order=230,
        group="Порядок",
        is_shown=lambda actor: actor.has_role(*LEADERS),
    ),
}
