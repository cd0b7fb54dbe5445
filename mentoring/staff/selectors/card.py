"""One person's work in an organisation, as much of it as the actor may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.audit.selectors import story
from mentoring.core.access import Verdict
from mentoring.core.actor import Actor
from mentoring.core.wording import experience, long_date
from mentoring.reference.books import categories, find_position
from mentoring.staff import access
from mentoring.staff.experience import experience_on
from mentoring.staff.models import Employment, PositionPeriod, WorkBreak
from mentoring.staff.registries import CardSection, sections
from mentoring.ui.shapes import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentCard:
    """What the page of a person shows."""

    employment: Employment
    category: str
    nomenclature: str
    total: str
    teaching: str
    told: str
    former_positions: Sequence[PositionPeriod]
    breaks: Sequence[WorkBreak]
    sections: Sequence[CardSection]
    history: Sequence[Happening]
    is_dismissed: bool
    is_own: bool
    may_keep: Verdict
    sees_contacts: Verdict
    sees_work_facts: Verdict


def employment_card(actor: Actor, employment: Employment, *, today: date) -> EmploymentCard:
    """Compose the card; sections of other domains come from the registry."""
    months = experience_on(employment, today)
    may_keep = access.can_keep_staff(actor, employment.organization)
    sees_work_facts = access.can_see_work_facts(actor, employment)
    built = [section for build in sections.values() if (section := build(actor, employment, today))]
    return EmploymentCard(
        employment=employment,
        category=category_title(employment.category),
        nomenclature=_nomenclature(employment),
        total=in_words(months.total),
        teaching=in_words(months.teaching),
        told=told_experience(employment),
        former_positions=sorted(employment.former_positions.all(), key=lambda period: period.until, reverse=True),
        breaks=sorted(employment.breaks.all(), key=lambda pause: pause.since, reverse=True),
        sections=sorted(built, key=lambda section: (section.order, section.title)),
        history=story(employment) if sees_work_facts else (),
        is_dismissed=employment.dismissed_on is not None and employment.dismissed_on < today,
        is_own=actor.is_person(employment.person_id),
        may_keep=may_keep,
        sees_contacts=access.can_see_contacts(actor, employment),
        sees_work_facts=sees_work_facts,
    )


def in_words(months: int | None) -> str:
    """«5 лет 3 месяца»; empty when it was never told."""
    return "" if months is None else experience(months)


def told_experience(employment: Employment) -> str:
    """What was written and for which day: «10 лет на 1 сентября 2026 г.»."""
    months = employment.teaching_experience_months
    if months is None or employment.experience_as_of is None:
        return ""
    return f"{experience(months)} на {long_date(employment.experience_as_of)}"


def category_titles() -> dict[str, str]:
    """Categories in words by their codes."""
    return {entry.code: entry.title for entry in categories()}


def category_title(code: str) -> str:
    """The category in words; an unknown code stands as it is."""
    return category_titles().get(code, code)


def _nomenclature(employment: Employment) -> str:
    """The position of the nomenclature when the staff title says it in other words."""
    found = find_position(employment.position_title, organization_type=employment.organization.type)
    return found.title if found and found.title != employment.position_title else ""
