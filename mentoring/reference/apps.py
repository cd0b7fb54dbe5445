from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "mentoring.reference"
    label = "reference"
    verbose_name = "справочники"

    def ready(self) -> None:
        from mentoring.reference.menu import ITEMS
        from mentoring.ui.menu import menu

        for key, item in ITEMS.items():
            menu.register(key, item)
