from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    name = "mentoring.programs"
    label = "programs"
    verbose_name = "программы"

    def ready(self) -> None:
        """Tell the domains below what programmes add to them."""
        from mentoring.audit.journal import sentences
        from mentoring.matching.actions import after_decision, before_cancel
        from mentoring.matching.selectors.pairs import fixed_by_order, pair_sections
        from mentoring.matching.selectors.readiness import restricted_rows
        from mentoring.notifications.now import resolvers
        from mentoring.organizations.registries import closings
        from mentoring.programs import menu, now, sections
        from mentoring.programs.actions import drafting, refusals
        from mentoring.programs.closings import PROGRAMS
        from mentoring.programs.events import EVENTS
        from mentoring.programs.selectors import turns
        from mentoring.ui.menu import menu as ui_menu

        for name, sentence in EVENTS.items():
            sentences.register(name, sentence)
        for key, item in menu.ITEMS.items():
            ui_menu.register(key, item)
        resolvers.register("programs.leaders", now.for_leaders)
        resolvers.register("programs.clerks", now.for_clerks)
        resolvers.register("programs.sides", now.for_sides)
        closings.register("programs.running", PROGRAMS)
        pair_sections.register("programs", sections.program_section)
        pair_sections.register("programs.papers", sections.papers_section)
        restricted_rows.register("programs.consents", sections.restricted_consents)
        after_decision.register("programs", drafting.draft_after_decision)
        before_cancel.register("programs", refusals.cancel_program)
        fixed_by_order.register("programs", turns.is_under_order)
        self._follow_papers()

    def _follow_papers(self) -> None:
        """What a signature or its cancelling starts."""
        from mentoring.documents.payloads import (
            AdditionalAgreement,
            MenteeConsent,
            MentorConsent,
            PairOrder,
            ProgramPaper,
            TerminationOrder,
        )
        from mentoring.documents.reactions import datings, reactions, revocations
        from mentoring.programs.actions import dating, ends, orders, signing

        for kind in (MentorConsent.kind, MenteeConsent.kind, AdditionalAgreement.kind):
            datings.register(kind, dating.check_paper)
            reactions.register(kind, signing.on_consent_signed)
            revocations.register(kind, signing.on_consent_cancelled)
        reactions.register(ProgramPaper.kind, signing.on_program_signed)
        datings.register(PairOrder.kind, dating.check_pair_order)
        datings.register(TerminationOrder.kind, dating.check_end_order)
        reactions.register(PairOrder.kind, orders.on_order_signed)
        revocations.register(PairOrder.kind, orders.on_order_cancelled)
        reactions.register(TerminationOrder.kind, ends.on_end_order_signed)
        revocations.register(TerminationOrder.kind, ends.on_end_order_cancelled)
