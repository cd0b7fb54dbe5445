"""Make a school a hundred times larger by copying what is there, a thousand rows of each kind at once."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import models

from mentoring.audit.models import Event
from mentoring.documents.models import DocumentParty
from mentoring.matching.models import Mentee, MentorPlace, Mentorship, Need
from mentoring.people.models import Person
from tests.access.sides import Side

Change = Callable[[int], dict[str, Any]]


def grow(side: Side, count: int) -> None:
    """As many more people, needs, mentors, pairs, programmes and papers."""
    novices, masters = (_people(side, count, tag) for tag in ("Новая", "Бывалая"))
    needs = _copies(side.things["need"], count, lambda n: {"person_id": novices[n].pk})
    asked = side.things["asked"]
    _copies(asked, count, lambda n: {"person_id": masters[n].pk, "state": "ready"})
    _copies(asked, count, lambda n: {"person_id": novices[n].pk, "state": "ready", "side": "mentee"})
    mentors = _copies(side.things["mentor"], count, lambda n: {"person_id": masters[n].pk, "capacity": 1})
    places = MentorPlace.objects.bulk_create(MentorPlace(mentor=mentor, number=1) for mentor in mentors)
    pairs = _copies(side.things["pair_others"], count, lambda n: {"mentor_id": mentors[n].pk})
    Mentee.objects.bulk_create(
        Mentee(
            mentorship=pairs[n],
            person=novices[n],
            mentor_person=masters[n],
            need=needs[n],
            form=pairs[n].form,
            place=places[n],
        )
        for n in range(count)
    )
    Need.objects.filter(pk__in=[need.pk for need in needs[: count // 2]]).update(state="met")
    _programs(side, pairs, masters, novices)
    _journal(side, count)


def _people(side: Side, count: int, name: str) -> list[Person]:
    people = Person.objects.bulk_create(
        Person(
            last_name=f"{side.marks.teacher}{number}",
            first_name=name,
            gender="female",
            search=f"{side.marks.teacher}{number} {name}".lower(),
        )
        for number in range(count)
    )
    _copies(side.things["employment"], count, lambda n: {"person_id": people[n].pk})
    _copies(side.things["post_clerk"], count, lambda n: {"person_id": people[n].pk, "role": "council_member"})
    return people


def _programs(side: Side, pairs: list[Mentorship], masters: list[Person], novices: list[Person]) -> None:
    count, given = len(pairs), side.things["program_others"]
    papers = _copies(side.things["document_others"], count, lambda n: {"check_token": uuid.uuid4().hex})
    DocumentParty.objects.bulk_create(
        DocumentParty(document=papers[n], person=masters[n], role="signer") for n in range(count)
    )
    programs = _copies(given, count, lambda n: {"mentorship_id": pairs[n].pk, "paper_id": papers[n].pk})
    _copies(given.terms, count, lambda n: {"program_id": programs[n].pk})
    for row in given.items.all()[:2]:
        _copies(row, count, lambda n: {"program_id": programs[n].pk})
    for row in given.goals.all()[:2]:
        _copies(row, count, lambda n: {"program_id": programs[n].pk})
    for kind, people in (("mentor", masters), ("mentee", novices)):
        row = given.consents.get(kind=kind)
        _copies(
            row,
            count,
            lambda n, people=people: {
                "program_id": programs[n].pk,
                "person_id": people[n].pk,
                "document_id": papers[n].pk,
            },
        )


def _journal(side: Side, count: int) -> None:
    event = Event.objects.filter(organization_id=side.organization.pk).latest("pk")
    _copies(event, count, lambda n: {"actor_person_id": side.people["head"].pk})
    _copies(side.things["message"], count, lambda n: {"dedup_key": f"copy-{n}", "person_id": side.people["curator"].pk})


def _copies(row: models.Model, count: int, changes: Change) -> list[Any]:
    """Rows like this one with what must differ."""
    model = type(row)
    kept = {field.attname for field in model._meta.concrete_fields} - {"id", "public_id"}
    same = {name: getattr(row, name) for name in kept}
    return model._default_manager.bulk_create((model(**(same | changes(n))) for n in range(count)), batch_size=500)
