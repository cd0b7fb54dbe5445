"""The one door to the journal: `record()` for what was done, `looked()` for who saw whose data."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import models

from mentoring.audit.models import Event, ViewLog
from mentoring.core.actor import Actor
from mentoring.core.registry import Registry

sentences: Registry[str] = Registry("sentences of events")
EVENTS_AT_ONCE = 2_000


def record(
    name: str,
    *,
    subject: models.Model,
    by: Actor,
    organization_id: int | None = None,
    person_id: int | None = None,
    fields: Iterable[str] = (),
    restricted: bool = False,
) -> Event:
    """Write an event in the caller's transaction; `fields` are names, values never stand here.

    The sentence of every event name («Пара предложена») is registered in `sentences`; an unknown name is a KeyError.
    """
    sentences[name]
    event = _event(name, subject, by)
    event.fields, event.restricted = sorted(fields), restricted
    if organization_id is not None:
        event.organization_id = organization_id
    if person_id is not None:
        event.person_id = person_id
    event.save()
    return event


def record_each(
    name: str, *, subjects: Iterable[models.Model], by: Actor, fields: Mapping[int, Iterable[str]] | None = None
) -> None:
    """Write one event for every subject at once; `fields` are names of changed fields by the subject's key."""
    sentences[name]
    events = []
    for subject in subjects:
        event = _event(name, subject, by)
        event.fields = sorted((fields or {}).get(subject.pk, ()))
        events.append(event)
    Event.objects.bulk_create(events, batch_size=EVENTS_AT_ONCE)


def _event(name: str, subject: models.Model, by: Actor) -> Event:
    return Event(
        name=name,
        actor_user_id=by.user_id,
        actor_person_id=by.person_id,
        actor_system=by.system,
        organization_id=getattr(subject, "organization_id", None),
        person_id=getattr(subject, "person_id", None),
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
    )


def looked(actor: Actor, *, subject_person_id: int, what: str, day: date) -> None:
    """Write that the actor saw another person's data today; one's own card leaves no trace."""
    if actor.user_id is None or actor.is_person(subject_person_id):
        return
    ViewLog.objects.get_or_create(
        viewer_user_id=actor.user_id,
        subject_person_id=subject_person_id,
        what=what,
        day=day,
        defaults={"viewer_person_id": actor.person_id},
    )
