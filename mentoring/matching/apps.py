from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "mentoring.matching"
    label = "matching"
    verbose_name = "подбор"

    def ready(self) -> None:
        """Tell the domains below what matching adds to them."""
        from mentoring.audit.journal import sentences
        from mentoring.matching import menu, now, sections
        from mentoring.matching.closings import PAIRS, WAITING
        from mentoring.matching.events import EVENTS
        from mentoring.matching.selectors.leaving import pair_left_words
        from mentoring.matching.selectors.readiness import declined_rows, restricted_rows
        from mentoring.notifications.now import resolvers
        from mentoring.organizations.registries import closings
        from mentoring.staff import registries as staff
        from mentoring.ui.menu import menu as ui_menu

        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
        restricted_rows.register("matching.readiness", declined_rows)
        resolvers.register("matching.leaders", now.for_leaders)
        resolvers.register("matching.teachers", now.for_teachers)
        closings.register("matching.pairs", PAIRS)
        closings.register("matching.waiting", WAITING)
        staff.sections.register("matching", sections.mentoring_section)
        staff.bonds.register("matching", pair_left_words)
        staff.uses.register("matching", sections.employments_in_use)
        for key, item in menu.ITEMS.items():
            ui_menu.register(key, item)
