"""Which organisation a page of the staff is about: the one named in the address, or the only one."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import NotAllowed
from mentoring.organizations.models import Organization
from mentoring.staff import selectors
from mentoring.ui.shapes import Link

PARAM = "organization"


@dataclass(frozen=True, slots=True)
class Scope:
    """The organisation of a page, the others one may go to, and what keeps the choice in addresses."""

    organization: Organization
    tabs: list[Link]
    query: str


def posted(request: ActorRequest) -> QueryDict | None:
    """What came with a POST, an empty one too; None makes a form that nobody has sent yet."""
    return request.POST if request.method == "POST" else None


def kept(request: ActorRequest) -> Scope:
    """An organisation whose list the actor keeps; raises NotAllowed when there is none, Http404 for a foreign one."""
    organizations = selectors.organizations_to_keep(request.actor)
    return _scope(request, organizations, "Список педагогов ведут руководитель, куратор и кадровик организации.")


def listed(request: ActorRequest) -> Scope:
    """An organisation whose list the actor may open."""
    organizations = selectors.organizations_listed(request.actor)
    return _scope(request, organizations, "Список педагогов видят те, кто его ведёт, и члены совета наставников.")


def of_basis(request: ActorRequest) -> Scope:
    """An organisation whose basis of processing the actor sees or records."""
    organizations = selectors.organizations_of_basis(request.actor)
    return _scope(request, organizations, "Основание обработки данных записывает руководитель или куратор.")


def _scope(request: ActorRequest, organizations: QuerySet[Organization], otherwise: str) -> Scope:
    found = list(organizations)
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
    )


def _tab(request: ActorRequest, organization: Organization, *, current: bool) -> Link:
    return Link(title=organization.short_name, url=f"{request.path}?{PARAM}={organization.public_id}", current=current)
