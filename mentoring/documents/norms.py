"""What a paper is based on: norms valid on its day, and the МОО's own acts in force."""

from datetime import date
from typing import Final

from mentoring.core.wording import long_date, number_sign
from mentoring.documents.choices import LocalActKind
from mentoring.documents.models import LocalAct
from mentoring.organizations.models import Organization
from mentoring.reference.books.norms import norms_for

FIRST_WORDS: Final = {
    "положение": "Положением",
    "порядок": "Порядком",
    "приказ": "приказом",
    "правила": "Правилами",
    "регламент": "Регламентом",
    "программа": "Программой",
    "устав": "Уставом",
}
CITED: Final = (LocalActKind.REGULATION, LocalActKind.INTRODUCTION)


def basis_for(organization: Organization, day: date, *, kind: str) -> tuple[str, ...]:
    """Norms and acts for «руководствуясь …» of a kind of paper on a day, each in the instrumental case."""
    acts = LocalAct.objects.filter(organization=organization, kind__in=CITED).in_force_on(day)
    order = {code: place for place, code in enumerate(CITED)}
    own = sorted(acts, key=lambda act: (order[LocalActKind(act.kind)], act.applies_from, act.pk))
    return (*(norm.instrumental for norm in norms_for(kind, day=day)), *(act_instrumental(act) for act in own[:1]))


def act_instrumental(act: LocalAct) -> str:
    """«Положением … (утв. приказом от 30 августа 2025 г. № 112)»: as a person wrote it, else by rule."""
    title = act.title_instrumental or _first_word_declined(act.title)
    requisites = f"от {long_date(act.signed_on)}" + (f" {number_sign(act.number)}" if act.number else "")
    if act.kind == LocalActKind.INTRODUCTION:
        return f"{title} {requisites}"
    return f"{title} (утв. приказом {requisites})"


def _first_word_declined(title: str) -> str:
    first, _, rest = title.partition(" ")
    declined = FIRST_WORDS.get(first.lower())
    return f"{declined} {rest}".strip() if declined else f"локальным актом «{title}»"
