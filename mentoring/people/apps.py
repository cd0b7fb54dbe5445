from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "mentoring.people"
    label = "people"
    verbose_name = "люди"

    def ready(self) -> None:
        from mentoring.audit.journal import sentences
        from mentoring.audit.registries import namers
        from mentoring.people.events import EVENTS
        from mentoring.people.selectors import short_names

        namers.register("people", short_names)
        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
