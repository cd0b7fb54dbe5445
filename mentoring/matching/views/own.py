"""A teacher's own pages: where she works and what day it is there."""

from dataclasses import dataclass
from datetime import date

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import NotAllowed
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.staff.models import Employment


@dataclass(frozen=True, slots=True)
class Own:
    """The actor as somebody who works."""

    person: Person
    organization: Organization
    position: str
    results: str
    today: date


def own_work(request: ActorRequest) -> Own:
    """The actor's work, the main place first; raises NotAllowed for who works nowhere here."""
    rows = Employment.objects.visible_to(request.actor).filter(person_id__in=request.actor.own_ids, dismissed_on=None)
    work = rows.with_person().order_by("kind", "pk").first()
    if work is None:
        raise NotAllowed("Эта страница для педагогов: вас нет в списке организации. Скажите об этом куратору.")
    organization = work.organization
    return Own(work.person, organization, work.position_title, work.results, organization.today())
