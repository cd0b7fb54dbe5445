"""Background work of this domain."""

from mentoring.core.actor import system_actor
from mentoring.core.background import task
from mentoring.organizations.actions import use_names_of_today
from mentoring.organizations.models import Organization


@task("organizations.use_names")
def use_names(organization_id: int) -> None:
    """Bring a name whose day has come into use."""
    organization = Organization.objects.select_related("territory").get(pk=organization_id)
    use_names_of_today(organization=organization, today=organization.today(), by=system_actor("organizations"))
