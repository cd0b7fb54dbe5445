"""Everything that changes territories, organisations and the installation."""

from mentoring.organizations.actions.installation import create_installation, note_export, require_second_factor
from mentoring.organizations.actions.organizations import (
    Names,
    NewOrganization,
    change_settings,
    close_organization,
    merge_organization,
    register_organization,
    rename_organization,
    use_names_of_today,
)
from mentoring.organizations.actions.territories import add_territory, change_territory

__all__ = [
    "Names",
    "NewOrganization",
    "add_territory",
    "change_settings",
    "change_territory",
    "close_organization",
    "create_installation",
    "merge_organization",
    "note_export",
    "register_organization",
    "rename_organization",
    "require_second_factor",
    "use_names_of_today",
]
