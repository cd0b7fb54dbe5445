"""Local acts as their page shows them."""

from dataclasses import dataclass

from mentoring.core.actor import Actor
from mentoring.documents import access
from mentoring.documents.models import LocalAct
from mentoring.documents.norms import act_instrumental
from mentoring.documents.selectors.register import organizations_to_keep
from mentoring.organizations.models import Organization
from mentoring.ui.shapes import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """An act with the words that papers write of it."""

    act: LocalAct
    citation: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ActGroup:
    """Acts of one organisation."""

    organization: Organization
    rows: list[ActRow]
    may_keep: bool


def acts_by_organization(actor: Actor) -> list[ActGroup]:
    """Acts that the actor may see, by organisation; an organisation whose papers she keeps stands even when empty."""
    acts = LocalAct.objects.visible_to(actor).select_related("organization__territory", "file")
    groups = {organization.pk: (organization, list[ActRow]()) for organization in organizations_to_keep(actor)}
    for act in acts.order_by("organization__short_name", "-applies_from", "pk"):
        _, rows = groups.setdefault(act.organization_id, (act.organization, []))
        rows.append(_row(act))
    return [
        ActGroup(
            organization=organization,
            rows=rows,
            may_keep=access.can_keep_papers(actor, organization).allowed,
        )
        for organization, rows in groups.values()
    ]


def _row(act: LocalAct) -> ActRow:
    today = act.organization.today()
    state, tone = "действует", "good"
    if act.ended_on is not None and act.ended_on <= today:
        state, tone = "утратил силу", "quiet"
    elif act.applies_from > today:
        state, tone = "ещё не действует", "accent"
    return ActRow(act=act, citation=act_instrumental(act), state=state, tone=_tone(tone))


def _tone(name: str) -> Tone:
    tones: dict[str, Tone] = {"good": "good", "quiet": "quiet", "accent": "accent"}
    return tones[name]
