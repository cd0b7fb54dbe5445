"""Remove somebody who was added by mistake, while nothing in the system has been built on her."""

from collections.abc import Mapping

from django.db import models

from mentoring.accounts.models import Post, User, UserTie
from mentoring.audit.journal import record
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.documents.models import DocumentParty
from mentoring.people.models import Person, PersonCaseForm, PersonName
from mentoring.staff.actions.employments import locked
from mentoring.staff.actions.footing import referring
from mentoring.staff.models import Employment, PositionPeriod, WorkBreak
from mentoring.staff.registries import in_use

# What is told of a person in her own card goes with her; ties follow posts and pairs, which are named themselves.
TOLD_OF_WORK = (PositionPeriod, WorkBreak)
TOLD_OF_PERSON = (PersonName, PersonCaseForm, UserTie)
NAMED: Mapping[type[models.Model], str] = {User: "вход в систему", Post: "роль", DocumentParty: "документы"}
ADVICE = "Если человек здесь не работает, запишите увольнение."


class NotMistaken(Refusal):
    """Something has been done with the person; she stays, and leaves by dismissal."""

    status = 409


@command
def remove_mistaken(*, employment: Employment, by: Actor) -> None:
    """Remove the entry, and the person when she is nowhere else; raises NotMistaken."""
    stored = locked(employment, by)
    if reason := reason_to_keep(stored):
        raise NotMistaken(reason)
    record("staff.employment.removed", subject=stored, by=by)
    person = stored.person
    stored.delete()
    if not Employment.objects.filter(person=person).exists():
        person.delete()


def reason_to_keep(employment: Employment) -> str:
    """Why the entry cannot be removed, in words; empty when it can.

    What was asked and answered about mentoring is not named: who keeps the list may not be who may know of it.
    """
    found = {*referring(Employment, [employment.pk], but=TOLD_OF_WORK)}
    found |= {*referring(Person, [employment.person_id], but=(*TOLD_OF_PERSON, Employment))}
    named = [words for model, words in NAMED.items() if model in found]
    if named:
        return f"Удалить нельзя: у человека уже есть {', '.join(named)}. {ADVICE}"
    return f"Удалить нельзя: с этим человеком уже работают. {ADVICE}" if found or in_use([employment.pk]) else ""
