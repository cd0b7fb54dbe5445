"""Which organisation a page is about: the one named in the address, or the only one; and small things of all pages."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import NotAllowed
from mentoring.matching import access
from mentoring.matching.selectors.works import colleagues_of
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.ui.shapes import Link

PARAM = "organization"
PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Scope:
    """The organisation of a page, the others one may go to, and what keeps the choice in addresses."""

    organization: Organization
    tabs: list[Link]
    query: str
    may_lead: bool

    @property
    def today(self) -> date:
        """The calendar day there."""
        return self.organization.today()


def of_needs(request: ActorRequest) -> Scope:
    """An organisation whose needs and mentors the actor sees."""
    return _scope(request, access.SEES_NEEDS, "Этот раздел видят руководитель, куратор и совет наставников.")


def of_pairs(request: ActorRequest) -> Scope:
    """An organisation whose pairs the actor sees."""
    return _scope(request, access.SEES_PAIRS, "Пары видят руководитель, куратор, совет наставников и кадровик.")


def led(request: ActorRequest) -> Scope:
    """An organisation that the actor leads."""
    return _scope(request, access.LEADERS, "Это делает куратор или руководитель организации.")


def journal(request: ActorRequest) -> Scope:
    """An organisation whose restricted journal the actor keeps."""
    return _scope(request, access.KEEPS_JOURNAL, "Закрытый журнал ведёт куратор.")


def for_leaders_of(request: ActorRequest, organization: Organization) -> Scope:
    """The scope of a thing's own organisation, for who leads it; raises NotAllowed."""
    require(access.can_lead(request.actor, organization))
    return Scope(organization=organization, tabs=[], query="", may_lead=True)


def colleague(scope: Scope, public_id: object) -> Person:
    """Somebody who works in the organisation of the page, or 404."""
    found = colleagues(scope, [str(public_id)])
    if not found:
        raise Http404
    return found[0]


def colleagues(scope: Scope, public_ids: Sequence[str]) -> list[Person]:
    """Those of the named people who work in the organisation of the page, by name; others are left out."""
    wanted = [value for value in public_ids if is_uuid(value)]
    return colleagues_of(scope.organization, wanted, day=scope.today)


def is_uuid(text: str) -> bool:
    """Tell whether the text is a public id."""
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


def paged(request: ActorRequest, rows: Sequence[Row]) -> "Page[Row]":
    """The page of rows that the address asks for."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def xlsx(content: bytes, *, name: str) -> HttpResponse:
    """A spreadsheet to keep."""
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"', "Cache-Control": "no-store"},
    )


def _scope(request: ActorRequest, roles: Sequence[str], otherwise: str) -> Scope:
    ids = request.actor.organizations_as(*roles)
    own = Organization.objects.visible_to(request.actor).filter(pk__in=ids)
    found = list(own.educational().with_territory().order_by("short_name", "pk"))
    if not found:
        raise NotAllowed(otherwise)
    wanted = request.GET.get(PARAM, "")
    chosen = next((one for one in found if str(one.public_id) == wanted), None) if wanted else found[0]
    if chosen is None:
        raise Http404
    several = len(found) > 1
    return Scope(
        organization=chosen,
        tabs=[_tab(request, one, current=one == chosen) for one in found] if several else [],
        query=f"?{PARAM}={chosen.public_id}" if several else "",
        may_lead=bool(access.can_lead(request.actor, chosen)),
    )


def _tab(request: ActorRequest, organization: Organization, *, current: bool) -> Link:
    return Link(title=organization.short_name, url=f"{request.path}?{PARAM}={organization.public_id}", current=current)
