"""Reads of organisations and of the installation."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.organizations.models import Installation, Organization, OrganizationName, Territory


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """What the register is narrowed to."""

    words: str = ""
    type: str = ""
    territory: str = ""
    state: str = ""


def the_installation() -> Installation | None:
    """What this copy of the system is for; None before `mentoring setup`."""
    return Installation.objects.select_related("top").first()


def public_address() -> str:
    """Where people will find the site: as the server was told, else as it was written in the system."""
    if settings.IS_ADDRESS_GIVEN:
        return str(settings.PUBLIC_BASE_URL)
    installation = the_installation()
    return (installation.public_url if installation else "") or str(settings.PUBLIC_BASE_URL)


def is_second_factor_required() -> bool:
    """True unless a one-organisation installation has turned the compulsion off."""
    installation = the_installation()
    return installation is None or installation.second_factor_required


def register(actor: Actor, narrowed: RegisterFilter, *, today: date) -> QuerySet[Organization]:
    """The register that the actor may see, narrowed."""
    found = Organization.objects.visible_to(actor).with_territory()
    for word in search_text(narrowed.words).split():
        found = found.filter(search__contains=word)
    if narrowed.type:
        found = found.filter(type=narrowed.type)
    if narrowed.territory:
        found = found.filter(territory__public_id=narrowed.territory)
    if narrowed.state == "closed":
        return found.filter(closed_on__lte=today)
    return found if narrowed.state == "all" else found.open_on(today)


def territories_of(actor: Actor) -> QuerySet[Territory]:
    """Territories that the actor leads, from the top down."""
    return Territory.objects.visible_to(actor).select_related("parent").order_by("path")


def names_of(organization: Organization) -> list[OrganizationName]:
    """The history of names, newest first."""
    return list(organization.names.order_by("-valid_from"))


def name_on(organization: Organization, day: date) -> str:
    """The full name that the organisation had on a day, for papers of that day."""
    name = organization.names.filter(valid_from__lte=day).order_by("-valid_from").first()
    return name.full_name if name else organization.full_name


def successors_for(organization: Organization, *, actor: Actor, today: date) -> QuerySet[Organization]:
    """Open organisations to which this one may be joined."""
    found = Organization.objects.visible_to(actor).open_on(today).exclude(pk=organization.pk)
    return found.filter(~Q(pk__in=organization.merged.values("pk"))).order_by("search", "pk")
