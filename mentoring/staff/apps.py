from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "mentoring.staff"
    label = "staff"
    verbose_name = "педагоги"

    def ready(self) -> None:
        """Register sentences of events, what waits for people, the item of the menu."""
        from mentoring.audit.journal import sentences
        from mentoring.notifications.now import resolvers
        from mentoring.organizations.registries import closings
        from mentoring.people.registries import cards, introducers
        from mentoring.staff.closings import PEOPLE
        from mentoring.staff.events import EVENTS
        from mentoring.staff.menu import MENU
        from mentoring.staff.now import RESOLVERS
        from mentoring.staff.selectors import card_link, introduce
        from mentoring.ui.menu import menu

        closings.register("staff.people", PEOPLE)
        introducers.register("staff", introduce)
        cards.register("staff", card_link)
        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
        for key, resolver in RESOLVERS.items():
            resolvers.register(key, resolver)
        for key, item in MENU.items():
            menu.register(key, item)
