"""Local acts of the МОО: what orders refer to on the day of their signing."""

from dataclasses import dataclass
from datetime import date

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale, WrongState
from mentoring.core.wording import clean_spaces
from mentoring.documents import access
from mentoring.documents.models import File, LocalAct
from mentoring.organizations.models import Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFacts:
    """What a person writes about a local act."""

    kind: str
    title: str
    number: str
    signed_on: date
    applies_from: date
    title_instrumental: str = ""
    sole_decision_clause: str = ""
    file: File | None = None


@command
def add_local_act(*, organization: Organization, facts: ActFacts, by: Actor) -> LocalAct:
    """Write a local act down."""
    require(access.can_keep_papers(by, organization))
    act = LocalAct(organization=organization)
    _put(act, facts)
    act.save()
    record("documents.local_act.added", subject=act, by=by)
    return act


@command
def change_local_act(*, act: LocalAct, facts: ActFacts, version: int, by: Actor) -> LocalAct:
    """Mend what was written about an act; papers already made keep what they say. Raises Stale."""
    stored = _locked(act)
    require(access.can_keep_papers(by, stored.organization))
    if stored.version != version:
        raise Stale("Пока вы правили, акт изменил кто-то другой. Сравните оба варианта и сохраните ещё раз.")
    _put(stored, facts)
    stored.version += 1
    stored.save()
    record("documents.local_act.changed", subject=stored, by=by)
    return stored


@command
def end_local_act(*, act: LocalAct, ended_on: date, by: Actor) -> LocalAct:
    """Write down from which day the act has no force."""
    stored = _locked(act)
    require(access.can_keep_papers(by, stored.organization))
    if stored.ended_on is not None:
        raise WrongState("Этот акт уже утратил силу: обновите страницу, чтобы увидеть дату.")
    stored.ended_on = ended_on
    stored.version += 1
    stored.save(update_fields=["ended_on", "version"])
    record("documents.local_act.ended", subject=stored, by=by)
    return stored


def _locked(act: LocalAct) -> LocalAct:
    return LocalAct.objects.select_for_update(of=("self",)).select_related("organization").get(pk=act.pk)


def _put(act: LocalAct, facts: ActFacts) -> None:
    if facts.file is not None and facts.file.organization_id != act.organization_id:
        raise Refusal("Этот файл загружен для другой организации: загрузите его ещё раз на этой странице.")
    act.kind = facts.kind
    act.title = clean_spaces(facts.title)
    act.title_instrumental = clean_spaces(facts.title_instrumental)
    act.number = clean_spaces(facts.number).removeprefix("№").strip()
    act.signed_on, act.applies_from = facts.signed_on, facts.applies_from
    act.sole_decision_clause = clean_spaces(facts.sole_decision_clause)
    act.file = facts.file or act.file
