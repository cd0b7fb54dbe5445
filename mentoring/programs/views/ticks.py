"""What stands in the signing table while its author asks about a refusal: ticks never come back by themselves.

It lives in her session, so that «Назад» of the browser finds it too, with a script or without.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.accounts.middleware import ActorRequest
from mentoring.organizations.models import Organization

KEY = "programs.signing"
TYPED = ("signed_on", "first_number")


@dataclass(frozen=True, slots=True)
class Kept:
    """Which papers were ticked and what was typed below the table."""

    ids: list[str]
    values: Mapping[str, str]


def standing(request: ActorRequest, organization: Organization) -> Kept | None:
    """The table as it came, or as it was left; None when it begins anew and everything that waits is ticked."""
    if request.method == "POST":
        return _sent(request)
    found = request.session.get(KEY, {}).get(str(organization.pk))
    return Kept(found["ids"], found["values"]) if found else None


def keep(request: ActorRequest, organization: Organization) -> None:
    """Keep the table as it was sent."""
    sent = _sent(request)
    tables = request.session.get(KEY, {})
    request.session[KEY] = {**tables, str(organization.pk): {"ids": sent.ids, "values": sent.values}}


def forget(request: ActorRequest, organization: Organization) -> None:
    """The signatures are marked: the next table begins anew."""
    tables = dict(request.session.get(KEY, {}))
    if tables.pop(str(organization.pk), None) is not None:
        request.session[KEY] = tables


def _sent(request: ActorRequest) -> Kept:
    values = {name: request.POST[name] for name in TYPED if name in request.POST}
    return Kept(request.POST.getlist("ids"), values)
