"""What programmes add to other pages: the programme on a pair's card, consents in the restricted journal."""

from collections.abc import Iterable
from datetime import date

from mentoring.core.actor import Actor
from mentoring.matching.models import Mentorship
from mentoring.matching.selectors.pairs import PairSection
from mentoring.matching.selectors.readiness import RestrictedRow
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.choices import ConsentState
from mentoring.programs.models import Consent, Program
from mentoring.programs.rules.readiness import by_person
from mentoring.programs.selectors.checks import missing_for_order
from mentoring.programs.states import PROGRAM

WHAT = {
    ConsentState.DECLINED: "Согласие не дано",
    ConsentState.WITHDRAWN: "Согласие отозвано",
}


def program_section(actor: Actor, mentorship: Mentorship, today: date) -> PairSection | None:
    """The programme of the pair, with what is missing before the order for who leads."""
    found = Program.objects.visible_to(actor).filter(mentorship=mentorship).with_people().with_plan().with_consents()
    program = found.order_by("-created_at", "-pk").first()
    if program is None:
        return None
    may_lead = access.can_lead(actor, mentorship.organization)
    missing = missing_for_order(program) if may_lead and PROGRAM.can(program, "edit") else []
    return PairSection(
        title="Программа",
        template="programs/parts/pair_section.html",
        content={"program": program, "missing": by_person(missing), "may_lead": bool(may_lead)},
        order=20,
    )


def restricted_consents(actor: Actor, organization: Organization) -> Iterable[RestrictedRow]:
    """Consents that were not given or were taken back, for the curator alone."""
    rows = Consent.objects.declined_visible_to(actor).filter(organization=organization).select_related("person")
    return [
        RestrictedRow(
            person=row.person,
            what=f"{WHAT[ConsentState(row.state)]}: {row.get_kind_display()}",
            how="на бумаге" if row.document_id else "",
            at=row.marked_at,
        )
        for row in rows.order_by("-marked_at", "pk")
    ]
