from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "mentoring.audit"
    label = "audit"
    verbose_name = "журнал"

    def ready(self) -> None:
        from mentoring.audit.events import EVENTS
        from mentoring.audit.journal import sentences
        from mentoring.audit.menu import ITEMS
        from mentoring.ui.menu import menu

        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
        for key, item in ITEMS.items():
            menu.register(key, item)
