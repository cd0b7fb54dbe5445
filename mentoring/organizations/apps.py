from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "mentoring.organizations"
    label = "organizations"
    verbose_name = "организации"

    def ready(self) -> None:
        from mentoring.audit.journal import sentences
        from mentoring.organizations import tasks  # noqa: F401 - registers background work
        from mentoring.organizations.events import EVENTS
        from mentoring.organizations.menu import ITEMS
        from mentoring.ui.menu import menu

        for key, item in ITEMS.items():
            menu.register(key, item)
        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
