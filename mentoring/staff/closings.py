"""What closing an organisation leaves of its staff: people are moved or dismissed by orders, never by the system."""

from datetime import date

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Closing, Effect
from mentoring.staff.access import LIST_ROLES
from mentoring.staff.selectors import staff_count_of


def people_left(organization: Organization, day: date, actor: Actor) -> Effect:
    """Count who would still work there."""
    may_open = organization.pk in actor.organizations_as(*LIST_ROLES)
    return Effect(
        what="Педагоги в списке",
        count=staff_count_of(organization, today=day),
        outcome="останутся работающими здесь: переведите или увольте их по приказам",
        url=f"{reverse('staff:employment_list')}?organization={organization.public_id}" if may_open else "",
        is_left=True,
    )


PEOPLE = Closing(preview=people_left)
