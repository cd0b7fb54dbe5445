"""Who reads the journal (matrix row 40): one's own deeds, the head and curator those in their organisation."""

from django.db.models import Q

from mentoring.core.access import Verdict, allow_if
from mentoring.core.actor import Actor

# The names of roles are owned by accounts, which stands above; tested equal there.
READER_ROLES = ("head", "curator", "data_officer")
TECHNICAL_ROLE = "administrator"
TECHNICAL_EVENTS = ("accounts.", "organizations.", "audit.")


def visible_events(actor: Actor) -> Q:
    """Own deeds, those in organisations one leads; for the administrator the technical ones that name no teacher.

    Restricted events stand in no journal, not in that of who did them: a refusal is read in the curator's own list.
    """
    of_the_whole = Q(organization_id=None, person_id=None) if actor.has_role(TECHNICAL_ROLE) else Q(pk__in=())
    technical = Q(organization_id__in=actor.organizations_as(TECHNICAL_ROLE)) | of_the_whole
    named = Q()
    for prefix in TECHNICAL_EVENTS:
        named |= Q(name__startswith=prefix)
    led = Q(organization_id__in=actor.organizations_as(*READER_ROLES)) | technical & named
    return (Q(actor_person_id__in=actor.own_ids) | led) & Q(restricted=False)


def visible_looks(actor: Actor) -> Q:
    """Who looked at oneself."""
    return Q(subject_person_id__in=actor.own_ids)


def can_read_journal(actor: Actor) -> Verdict:
    """Open the journal of an organisation."""
    return allow_if(
        actor.has_role(*READER_ROLES, TECHNICAL_ROLE),
        "Журнал организации читают руководитель, куратор и администратор.",
    )


def can_keep_jobs(actor: Actor) -> Verdict:
    """See the queue of background work and repeat what failed."""
    return allow_if(actor.has_role(TECHNICAL_ROLE), "Фоновую работу видит технический администратор.")
