"""Create this copy of the system once and change its settings."""

from django.db import models

from mentoring.audit.journal import record
from mentoring.core.access import allow_if, require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, WrongState
from mentoring.core.web_address import BadAddressError, is_local, read_address
from mentoring.organizations import access
from mentoring.organizations.choices import Profile
from mentoring.organizations.models import Installation, Organization

THE_ONE = 1


@command
def create_installation(
    *, profile: str, top: Organization, is_demo: bool, second_factor_required: bool, by: Actor
) -> Installation:
    """Write down what this copy is for; once, and whether it is a demo is never changed after."""
    require(allow_if(bool(by.system), "Систему создаёт команда «mentoring setup»."))
    if Installation.objects.exists():
        raise WrongState("Система уже создана. Второй раз создать её нельзя.")
    installation = Installation.objects.create(
        pk=THE_ONE,
        profile=profile,
        top=top,
        is_demo=is_demo,
        second_factor_required=second_factor_required,
    )
    record("organizations.installation.created", subject=installation, by=by)
    return installation


@command
def keep_installation(*, address: str | None = None, second_factor_required: bool | None = None, by: Actor) -> None:
    """Change the settings of the system; None leaves one as it is. Raises Refusal.

    The address stands on slips and papers after the next start, as the site answers under it only from then on.
    """
    installation = Installation.objects.select_for_update().get(pk=THE_ONE)
    require(access.can_keep_installation(by))
    if second_factor_required is False and installation.profile != Profile.ORGANIZATION:
        raise Refusal("Отключить второй фактор можно только в системе одной организации.")
    given = {"public_url": _reaching(address), "second_factor_required": second_factor_required}
    changed = [field for field, value in given.items() if value not in (None, getattr(installation, field))]
    for field in changed:
        setattr(installation, field, given[field])
    if changed:
        installation.save(update_fields=changed)
        record("organizations.installation.changed", subject=installation, by=by, fields=changed)


@command
def note_export(*, subject: models.Model, by: Actor) -> None:
    """Write down that the register was taken out as a spreadsheet."""
    organizations = sorted(by.organization_ids)
    organization_id = organizations[0] if organizations else None
    record("organizations.register.exported", subject=subject, by=by, organization_id=organization_id)


def _reaching(address: str | None) -> str | None:
    """The address as it is kept: that of the very computer is none."""
    if not address:
        return address
    try:
        read = read_address(address)
    except BadAddressError as error:
        raise Refusal(str(error)) from error
    return "" if is_local(read) else read
