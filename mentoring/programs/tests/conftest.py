"""Browsers of the people of a case."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from mentoring.core.actor import Actor
from mentoring.people.models import Person
from mentoring.programs.tests.factories import Case, make_case, make_office

Enter = Callable[[Actor], Client]


@pytest.fixture
def enter(client_as: Callable[[Person], Client]) -> Enter:
    """A browser in which this actor has signed in."""
    return lambda actor: client_as(Person.objects.get(pk=actor.person_id))


@pytest.fixture
def on_the_day() -> object:
    """The clock stands at noon of the day that the factories use."""
    with time_machine.travel("2026-11-23T05:00:00Z", tick=False):
        yield


@pytest.fixture
def case() -> Case:
    return make_case(make_office())
