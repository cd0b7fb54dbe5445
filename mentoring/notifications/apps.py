from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "mentoring.notifications"
    label = "notifications"
    verbose_name = "уведомления"

    def ready(self) -> None:
        from mentoring.accounts import registries
        from mentoring.notifications import tasks  # noqa: F401 - registers background work
        from mentoring.notifications.menu import ITEMS
        from mentoring.notifications.messengers import tell_in_inbox
        from mentoring.notifications.needs import refused_letters
        from mentoring.notifications.now import resolvers
        from mentoring.ui.menu import menu

        registries.messengers.register("inbox", tell_in_inbox)
        resolvers.register("notifications.refused", refused_letters)
        for key, item in ITEMS.items():
            menu.register(key, item)
