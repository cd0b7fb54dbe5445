"""An inbox is seen by its owner only."""

from django.db.models import Q

from mentoring.core.actor import Actor


def visible_messages(actor: Actor) -> Q:
    """The actor's own messages."""
    return Q(person_id__in=actor.own_ids)
