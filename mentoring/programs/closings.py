"""What closing an organisation leaves of programmes: they are ended by an order on termination."""

from datetime import date

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Closing, Effect
from mentoring.programs.access import READERS
from mentoring.programs.choices import ProgramState
from mentoring.programs.facts import programs_by_state


def running_left(organization: Organization, day: date, actor: Actor) -> Effect:
    """Count programmes that are being carried out, and those that an order starts on a coming day."""
    may_open = organization.pk in actor.organizations_as(*READERS)
    counts = programs_by_state([organization.pk])
    running, coming = (
        counts.get((organization.pk, state), 0) for state in (ProgramState.RUNNING, ProgramState.APPROVED)
    )
    found = "" if coming else f"?state={ProgramState.RUNNING}"
    return Effect(
        what="Программы, которые идут",
        count=running + coming,
        outcome="останутся незавершёнными: завершите или прекратите приказом",
        url=reverse("programs:program_list") + found if may_open else "",
        is_left=True,
    )


PROGRAMS = Closing(preview=running_left)
