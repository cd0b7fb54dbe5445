"""Which organisation a page is about, and the programme of an address; small things of all pages."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.journal import looked
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed
from mentoring.organizations.models import Organization
from mentoring.programs.access import LEADERS
from mentoring.programs.models import Program
from mentoring.programs.selectors.card import whole
from mentoring.programs.wording import names_of
from mentoring.ui.shapes import Link

PARAM = "organization"
PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Scope:
    """The organisation of a page, the others one may go to, and what keeps the choice in addresses."""

    organization: Organization
    tabs: list[Link]
    query: str

    @property
    def today(self) -> date:
        """The calendar day there."""
        return self.organization.today()


def led(request: ActorRequest) -> Scope:
    """An organisation that the actor leads; raises NotAllowed when there is none, Http404 for a foreign one."""
    return _scope(request, LEADERS, "Приказы и согласия готовит куратор или руководитель организации.")


def marking(request: ActorRequest) -> Scope:
    """An organisation where the actor marks signatures on paper."""
    return _scope(request, STAFF_ROLES, "Подписи отмечает руководитель, куратор или кадровик организации.")


def program_of(request: ActorRequest, public_id: uuid.UUID) -> Program:
    """The programme of an address with everything its page shows; a foreign one is absent."""
    program = get_object_or_404(whole(Program.objects.visible_to(request.actor)), public_id=public_id)
    note_look(request.actor, program)
    return program


def note_look(actor: Actor, program: Program) -> None:
    """Whose data were looked at stays in the journal of looks."""
    people = [program.mentorship.mentor.person_id, *(mentee.person_id for mentee in program.mentorship.mentees.all())]
    for person_id in people:
        looked(actor, subject_person_id=person_id, what="программа", day=program.organization.today())


def to_list() -> list[Link]:
    """The way back to the list."""
    return [Link(title="Программы", url=reverse("programs:program_list"))]


def to_program(program: Program) -> list[Link]:
    """The way back to a programme."""
    return [*to_list(), Link(title=names_of(program), url=reverse("programs:program_detail", args=[program.public_id]))]


def to_path() -> list[Link]:
    """The way back to «Путь к приказу»."""
    return [Link(title="Путь к приказу", url=reverse("programs:path"))]


def uuids(texts: Iterable[str]) -> list[uuid.UUID]:
    """Public ids out of a form; what is no id is left out."""
    found = []
    for text in texts:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


def attachment(content: bytes, *, name: str) -> HttpResponse:
    """A spreadsheet that is saved and never shown on this site."""
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _scope(request: ActorRequest, roles: Sequence[str], otherwise: str) -> Scope:
    ids = request.actor.organizations_as(*roles)
    rows = Organization.objects.visible_to(request.actor).filter(pk__in=ids)
    found = list(rows.with_territory().order_by("short_name", "pk"))
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
