"""A teacher's request in her own words (R-1.5): written, changed and withdrawn by her alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.views.decorators.debug import sensitive_variables

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale
from mentoring.matching import access
from mentoring.matching.actions.needs import close_need, new_need, require_works_here
from mentoring.matching.actions.readiness import say_ready
from mentoring.matching.choices import NeedState, Side, Source
from mentoring.matching.models import Need, OwnRequest
from mentoring.matching.rules.needs import OWN_REQUEST
from mentoring.matching.selectors.needs import open_need_of
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

STALE = "Этот запрос уже изменён в другой вкладке. Сравните оба текста и сохраните ещё раз."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Wish:
    """What she wrote; it has no readable form on purpose, so that no log can print it."""

    words: str
    wished_image: str = ""
    areas: Sequence[str] = ()


@command
@sensitive_variables("wish")
def save_request(
    *, organization: Organization, person: Person, wish: Wish, version: int | None, today: date, by: Actor
) -> OwnRequest:
    """Write or change one's own request; the curator learns that there is one and the shared areas, never the words."""
    require_works_here(person, organization, today=today)
    if not wish.words.strip():
        raise Refusal("Напишите хотя бы одно предложение: с чем хотелось бы помощи.")
    request = _locked_of(person, organization)
    if request is None:
        return _create(organization, person, wish, today, by)
    require(access.can_edit_own_request(by, request))
    if version != request.version:
        raise Stale(STALE)
    _write(request, wish)
    record("matching.request.saved", subject=request, by=by, fields=["areas"], restricted=True)
    return request


@command
def withdraw_request(*, request: OwnRequest, today: date, by: Actor) -> None:
    """Withdraw one's own request: the words are erased; a need that stood on it alone is closed."""
    request = OwnRequest.objects.select_for_update(of=("self",)).select_related("need").get(pk=request.pk)
    require(access.can_edit_own_request(by, request))
    request.words = request.wished_image = ""
    request.areas = []
    request.withdrawn_at = clock.now()
    request.version += 1
    request.save(update_fields=["words", "wished_image", "areas", "withdrawn_at", "version", "updated_at"])
    if request.need.source == Source.SELF and request.need.state in (NeedState.PROPOSED, NeedState.CONFIRMED):
        close_need(need=request.need, today=today, by=by)
    record("matching.request.withdrawn", subject=request, by=by, restricted=True)


@sensitive_variables("wish")
def _create(organization: Organization, person: Person, wish: Wish, today: date, by: Actor) -> OwnRequest:
    need = open_need_of(person, organization)
    if need is None:
        need = new_need(organization, person, ground=OWN_REQUEST, source=Source.SELF, today=today, by=by)
    request = _former_of(need) or OwnRequest(organization=organization, person=person, need=need)
    require(access.can_edit_own_request(by, request))
    request.withdrawn_at = None
    _write(request, wish)
    say_ready(organization=organization, person=person, side=Side.MENTEE, today=today, by=by)
    record("matching.request.saved", subject=request, by=by, restricted=True)
    return request


def _former_of(need: Need) -> OwnRequest | None:
    return OwnRequest.objects.select_for_update(of=("self",)).filter(need=need).first()


@sensitive_variables("wish")
def _write(request: OwnRequest, wish: Wish) -> None:
    request.words = wish.words.strip()
    request.wished_image = wish.wished_image.strip()
    request.areas = list(wish.areas)
    if request.pk:
        request.version += 1
    request.save()


def _locked_of(person: Person, organization: Organization) -> OwnRequest | None:
    """Her present request: not withdrawn, on a need that is still open."""
    return (
        OwnRequest.objects.select_for_update(of=("self",))
        .filter(person=person, organization=organization, withdrawn_at=None)
        .exclude(need__state=NeedState.CLOSED)
        .order_by("-pk")
        .first()
    )
