from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "mentoring.documents"
    label = "documents"
    verbose_name = "документы"

    def ready(self) -> None:
        """Register sentences of events, work of the queue, items of the menu."""
        from mentoring.audit.journal import sentences
        from mentoring.documents import access, selectors, tasks  # noqa: F401  # tasks register themselves
        from mentoring.documents.closings import PAPERS
        from mentoring.documents.events import EVENTS
        from mentoring.documents.now import acquaintance_to_mark
        from mentoring.notifications.now import resolvers
        from mentoring.organizations.registries import closings
        from mentoring.ui.menu import MenuItem, menu

        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
        closings.register("documents.unsigned", PAPERS)
        resolvers.register("documents.acquaintance", acquaintance_to_mark)
        menu.register(
            "documents.register",
            MenuItem(
                title="Документы",
                url_name="documents:document_list",
                icon="file-text",
                order=60,
                is_shown=lambda actor: bool(access.keeps_any_papers(actor)),
                count=selectors.waiting_count,
            ),
        )
        menu.register(
            "documents.acts",
            MenuItem(
                title="Локальные акты",
                url_name="documents:act_list",
                icon="scale",
                order=210,
                group="Порядок",
                is_shown=lambda actor: bool(access.keeps_any_papers(actor)),
            ),
        )
