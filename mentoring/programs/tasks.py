"""Work of the schedule: programmes begin and end on their days, each by the calendar of its organisation."""

from mentoring.core.background import run_later, task
from mentoring.matching.actions.office import office_of
from mentoring.organizations.models import Organization
from mentoring.programs.actions import turn_day
from mentoring.programs.selectors.turns import organizations_to_turn


@task("programs.turn")
def turn() -> None:
    """Queue the organisations that wait for a day: what fails in one keeps no other."""
    for organization in organizations_to_turn():
        run_later("programs.turn_day", organization_id=organization.pk)


@task("programs.turn_day")
def turn_one(organization_id: int) -> None:
    """Turn the day of one organisation; what was turned already stays."""
    organization = Organization.objects.with_territory().get(pk=organization_id)
    turn_day(organization=organization, today=organization.today(), by=office_of(organization))
