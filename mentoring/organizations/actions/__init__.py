"""Everything that changes territories, organisations and the installation."""

from mentoring.organizations.actions.installation import (
    create_installation,
    keep_installation,
    note_export,
)
from mentoring.organizations.actions.organizations import (
    Names,
    NewOrganization,
    Settings,
    call_head,
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
    "Settings",
    "add_territory",
    "call_head",
    "change_settings",
    "change_territory",
    "close_organization",
    "create_installation",
    "keep_installation",
    "merge_organization",
    "note_export",
    "register_organization",
    "rename_organization",
    "use_names_of_today",
]
