from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "mentoring.accounts"
    label = "accounts"
    verbose_name = "доступ"

    def ready(self) -> None:
        from mentoring.accounts import tasks  # noqa: F401 - registers background work
        from mentoring.accounts.closings import POSTS
        from mentoring.accounts.events import EVENTS
        from mentoring.accounts.menu import ITEMS
        from mentoring.accounts.shell import identify, is_demo
        from mentoring.audit.journal import sentences
        from mentoring.organizations.registries import closings
        from mentoring.ui import shell
        from mentoring.ui.menu import menu

        closings.register("accounts.posts", POSTS)
        shell.identities.register("accounts", identify)
        shell.demo_flags.register("accounts", is_demo)
        for key, item in ITEMS.items():
            menu.register(key, item)
        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
