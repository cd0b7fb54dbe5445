"""What programmes add to other pages: the programme and the papers on a pair's card, the restricted journal."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.documents.payloads import PairOrder, TerminationOrder
from mentoring.documents.selectors import register_rows
from mentoring.matching.models import Mentorship
from mentoring.matching.selectors.pairs import PairSection
from mentoring.matching.selectors.readiness import RestrictedRow
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.choices import ConsentState
from mentoring.programs.models import Consent, EarlyEnd, OrderLine, Program
from mentoring.programs.rules.readiness import by_person
from mentoring.programs.selectors.checks import missing_for_order
from mentoring.programs.selectors.verbs import BEFORE_ORDER, end_order_of, verbs_of
from mentoring.programs.states import PROGRAM

ORDERS = (PairOrder.kind, TerminationOrder.kind)
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
    end = EarlyEnd.objects.visible_to(actor).filter(program=program).first()
    content = {
        "program": program,
        "missing": by_person(missing),
        "may_lead": bool(may_lead),
        "is_on_path": bool(may_lead) and program.state in BEFORE_ORDER,
        "may_end": verbs_of(actor, program, faults=(), end=end).end,
        "end": end if PROGRAM.can(program, "notice") else None,
        "end_order": end_order_of(program),
    }
    return PairSection(title="Программа", template="programs/parts/pair_section.html", content=content, order=20)


def papers_section(actor: Actor, mentorship: Mentorship, today: date) -> PairSection | None:
    """The orders of the pair and the papers that its people sign, as far as the reader may see them."""
    of_pair = Program.objects.filter(mentorship=mentorship)
    ordered = OrderLine.objects.filter(program__in=of_pair, is_live=True)
    papers = Consent.objects.filter(program__in=of_pair)
    rule = Q(pk__in=ordered.values("document_id")) | Q(pk__in=papers.values("document_id"))
    rule |= Q(pk__in=of_pair.values("paper_id"))
    rule |= Q(pk__in=EarlyEnd.objects.filter(program__in=of_pair).values("document_id"))
    found = Document.objects.visible_to(actor).filter(rule).exclude(state=DocumentState.CANCELLED)
    rows = register_rows(found.order_by("created_at", "pk"))
    if not rows:
        return None
    rows.sort(key=lambda row: row.document.kind not in ORDERS)
    return PairSection(
        title="Приказ и документы", template="programs/parts/pair_papers.html", content={"rows": rows}, order=30
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
