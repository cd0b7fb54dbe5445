"""Items of the menu."""

from mentoring.core.actor import Actor
from mentoring.organizations import access
from mentoring.organizations.choices import Profile
from mentoring.organizations.selectors import the_installation
from mentoring.ui.menu import MenuItem


def _leads_territory(actor: Actor) -> bool:
    return bool(actor.territories_as(*access.TERRITORY_ROLES)) and not _is_alone()


def _heads_one(actor: Actor) -> bool:
    return actor.has_role("head") and not _leads_territory(actor)


def _keeps_territories(actor: Actor) -> bool:
    return bool(access.can_register(actor)) and not _is_alone()


def _is_alone() -> bool:
    """True where the copy of the system serves one organisation: a register of one is no page to go to."""
    installation = the_installation()
    return installation is not None and installation.profile == Profile.ORGANIZATION


ITEMS = {
    "organizations.own": MenuItem(
        title="Организация",
        url_name="organizations:own",
        icon="school",
        order=700,
        group="Организация",
        is_shown=_heads_one,
    ),
    "organizations.register": MenuItem(
        title="Организации",
        url_name="organizations:organization_list",
        icon="school",
        order=700,
        group="Организация",
        is_shown=_leads_territory,
    ),
    "organizations.territories": MenuItem(
        title="Территории",
        url_name="organizations:territory_list",
        icon="map",
        order=705,
        group="Организация",
        is_shown=_keeps_territories,
    ),
    "organizations.installation": MenuItem(
        title="Настройки системы",
        url_name="organizations:installation",
        icon="settings",
        order=910,
        group="Система",
        is_shown=lambda actor: bool(access.can_keep_installation(actor)),
    ),
}
