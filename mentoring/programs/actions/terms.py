"""Terms of the mentor's work: what the МОО offers every mentor, and what one pair has of its own (ТК РФ, ст. 351.8)."""

from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.actions.common import check_version, locked
from mentoring.programs.actions.papers import refresh_papers
from mentoring.programs.choices import ConsentKind, ConsentState, PaymentKind, ProgramState
from mentoring.programs.models import Consent, MentorTerms, Program, TermsDefaults
from mentoring.programs.rules.work_terms import Terms, terms_faults
from mentoring.programs.selectors.checks import as_terms
from mentoring.programs.states import PROGRAM

TERM_FIELDS = (
    "basis", "labor_function_reason", "content", "hours_per_month", "payment_kind", "payment_value", "payment_basis",
)  # fmt: skip
SIGNED_ALREADY = (
    "Наставник уже подписал документы с прежними условиями. Чтобы изменить их, подготовьте документы пары заново: "
    "их подпишут ещё раз."
)


@dataclass(frozen=True, slots=True)
class Contract:
    """The labour contract that the additional agreement belongs to."""

    number: str = ""
    signed_on: date | None = None


@command
def set_defaults(*, organization: Organization, terms: Terms, version: int, today: date, by: Actor) -> TermsDefaults:
    """Write what the МОО offers every mentor; unsigned pairs without terms of their own take it over."""
    require(access.can_lead(by, organization))
    neat = _whole(terms)
    stored = TermsDefaults.objects.select_for_update().filter(organization=organization).first()
    if stored is None:
        stored = TermsDefaults(organization=organization, version=0)
    check_version(stored.version, version)
    former = {name: getattr(stored, name) for name in TERM_FIELDS} if stored.pk else None
    _put(stored, neat)
    stored.version += 1
    stored.save()
    for program in _pass_on(organization, former, neat):
        refresh_papers(program, today=today)
    record("programs.defaults.edited", subject=stored, by=by)
    return stored


@command
def edit_terms(
    *, program: Program, terms: Terms, contract: Contract, version: int, today: date, by: Actor
) -> MentorTerms:
    """Change the terms of one mentor. Raises Stale, and Refusal when the mentor has signed the former ones."""
    stored = locked(program)
    require(access.can_lead(by, stored.organization))
    PROGRAM.check(stored, "edit")
    neat = _whole(terms)
    own = MentorTerms.objects.select_for_update().get(program=stored)
    check_version(own.version, version)
    if _is_signed(stored):
        raise Refusal(SIGNED_ALREADY)
    _put(own, neat)
    own.contract_number, own.contract_on = contract.number, contract.signed_on
    own.version += 1
    own.save()
    refresh_papers(stored, today=today)
    record("programs.terms.edited", subject=stored, by=by)
    return own


def _whole(terms: Terms) -> Terms:
    """The terms without what their basis has no use for; raises Refusal on the first thing they lack."""
    if found := terms_faults(terms):
        raise Refusal(found[0])
    if terms.is_agreement and terms.payment_kind == PaymentKind.NONE:
        return _changed(terms, payment_value=None, labor_function_reason="")
    if terms.is_agreement:
        return _changed(terms, labor_function_reason="")
    return _changed(terms, payment_kind=PaymentKind.NONE, payment_value=None, payment_basis="")


def _changed(terms: Terms, **changes: object) -> Terms:
    return Terms(**({name: getattr(terms, name) for name in TERM_FIELDS} | changes))


def _put(row: TermsDefaults | MentorTerms, terms: Terms) -> None:
    for name in TERM_FIELDS:
        setattr(row, name, getattr(terms, name))


def _pass_on(organization: Organization, former: dict[str, object] | None, terms: Terms) -> list[Program]:
    """Pairs that still have the former usual terms, or have none yet, take the new ones; own hours stay."""
    waiting = MentorTerms.objects.select_for_update(of=("self",)).filter(
        program__organization=organization, program__state__in=(ProgramState.DRAFT, ProgramState.AGREED)
    )
    changed = []
    for own in waiting.select_related("program__organization", "program__mentorship__mentor"):
        if _is_signed(own.program) or not (_is_untouched(own) or (former and _equals(own, former))):
            continue
        own_hours = own.program.mentorship.mentor.hours_per_month
        _put(own, terms)
        own.hours_per_month = own_hours or terms.hours_per_month
        own.version += 1
        own.save()
        changed.append(own.program)
    return changed


def _is_untouched(own: MentorTerms) -> bool:
    return own.version == 1 and bool(terms_faults(as_terms(own)))


def _equals(own: MentorTerms, former: dict[str, object]) -> bool:
    return all(getattr(own, name) == value for name, value in former.items() if name != "hours_per_month")


def _is_signed(program: Program) -> bool:
    kinds = (ConsentKind.MENTOR, ConsentKind.AGREEMENT)
    return Consent.objects.filter(program=program, kind__in=kinds, state=ConsentState.SIGNED).exists()
