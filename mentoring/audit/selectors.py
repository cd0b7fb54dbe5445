"""«История» of a thing, the journal, and who looked at whose data — ready for pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Max, QuerySet

from mentoring.audit.journal import sentences
from mentoring.audit.models import Event, ViewLog
from mentoring.audit.registries import names_of
from mentoring.core.actor import Actor
from mentoring.ui.shapes import Happening

SYSTEM = "система"
STRANGER = "неизвестный"
LINES_OF_STORY = 50


def story(*subjects: models.Model, limit: int = LINES_OF_STORY) -> list[Happening]:
    """«История» of a thing (or of several that belong together), newest first; restricted events are left out."""
    wanted = models.Q(pk__in=())
    for subject in subjects:
        wanted |= models.Q(subject_type=subject._meta.label_lower, subject_id=subject.pk)
    events = Event.objects.filter(wanted, restricted=False).order_by("-happened_at", "-pk")[:limit]
    return happenings(events)


def happenings(events: Iterable[Event]) -> list[Happening]:
    """Events as lines for a page; the names of all who acted take one query."""
    rows = list(events)
    names = names_of({event.actor_person_id for event in rows if event.actor_person_id is not None})
    return [Happening(at=event.happened_at, who=_who(event, names), what=sentence_of(event)) for event in rows]


def sentence_of(event: Event) -> str:
    """The sentence of an event with the names of the fields that changed, where it has any."""
    sentence = sentences.get(event.name) or event.name
    titles = field_titles(event)
    return f"{sentence}: {', '.join(titles)}" if titles else sentence


def field_titles(event: Event) -> list[str]:
    """Russian names of the changed fields; what is no field of the thing or has no such name is left out."""
    try:
        model = apps.get_model(event.subject_type)
    except LookupError:
        return []
    titles = {field.name: str(getattr(field, "verbose_name", "")) for field in model._meta.get_fields()}
    return [titles[name] for name in event.fields if not titles.get(name, "").isascii()]


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row of the journal page."""

    event: Event
    who: str
    what: str
    about: str


def journal_rows(events: Sequence[Event]) -> list[JournalRow]:
    """Rows of a page of the journal; names take one query."""
    people = {pk for event in events for pk in (event.actor_person_id, event.person_id) if pk is not None}
    names = names_of(people)
    return [
        JournalRow(
            event=event,
            who=_who(event, names),
            what=sentence_of(event),
            about="" if event.person_id is None else names.get(event.person_id, ""),
        )
        for event in events
    ]


def events_like(events: "QuerySet[Event]", words: str) -> "QuerySet[Event]":
    """Events whose sentence has the words; sentences live in code, so the names of events are looked for."""
    wanted = words.lower().split()
    found = [name for name, sentence in sentences.items() if all(word in sentence.lower() for word in wanted)]
    return events.filter(name__in=found)


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at my data on a day, at one page or at several."""

    day: date
    who: str
    what: str


Looker = tuple[date, int | None]


def lookers_at_me(actor: Actor) -> "QuerySet[ViewLog, Looker]":
    """Who looked at the actor's own data on which day, each once a day, newest first."""
    days = ViewLog.objects.visible_to(actor).values("day", "viewer_person_id").annotate(latest=Max("pk"))
    return days.order_by("-day", "-latest").values_list("day", "viewer_person_id")


def look_rows(actor: Actor, lookers: Sequence[Looker]) -> list[Look]:
    """One line for each with everything she opened that day; two queries."""
    rows = ViewLog.objects.visible_to(actor).filter(day__in={day for day, _ in lookers}).order_by("pk")
    opened: dict[Looker, list[str]] = {}
    for day, viewer, what in rows.values_list("day", "viewer_person_id", "what"):
        opened.setdefault((day, viewer), []).append(what)
    names = names_of({viewer for _, viewer in lookers if viewer is not None})
    return [
        Look(day=day, who=names.get(viewer or 0, STRANGER), what=", ".join(dict.fromkeys(opened[day, viewer])))
        for day, viewer in lookers
    ]


def _who(event: Event, names: dict[int, str]) -> str:
    if event.actor_person_id is not None:
        return names.get(event.actor_person_id, STRANGER)
    return SYSTEM if event.actor_system else STRANGER
